package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MetricValue;

/** Figures from the pupils' scores by the written-out formulas of METRICS B4, in plain Python. */
class SamePupilsTest {
    private static final String AGAIN = """
            A1 | 76/77 76/73 70/68 88/86 87/85 82/80
            A2 | 56/71 67/76 56/58 59/63 68/72
            A3 | 57/60
            B1 | 56/56 77/64 52/57 78/80
            """;

    @Test
    void takeTheirCovarianceOffTheErrorOfAChange() {
        String header = "variant | measure | value | se | ciLo | ciHi | p | ciMethod | because\n";
        MetricTable.check(town(AGAIN).rows(new NarrowingOfGap()), SamePupilsTest::isOfPupils, header + """
                education_group/GAP-07/base_previous  | change | -1.65158730 | 3.26239958 | -8.04577297 | 4.74259837 | .61268169 | normal  | 6 of A1, 5 of A2 and 1 of A3 sat it twice; else 3.88353221
                education_group/GAP-07/base_previous  | rate   | .10563452   | -          | -.42022626  | .43005916  | -         | fieller |
                education_group/GAP-08/base_previous  | change | -.16364842  | .54199463  | -1.22593838 | .89864153  | .76269982 | normal  | over the two pooled SDs
                education_group/GAP-08/base_previous  | rate   | .08560828   | -          | -.70487336  | .53034108  | -         | fieller |
                education_group/GAP-08b/base_previous | change | .03259533   | .29757188  | -.55063484  | .61582549  | .91277606 | normal  | over the two SDs of everyone
                education_group/GAP-08b/base_previous | rate   | -.02426536  | -          | -.62650346  | .34727953  | -         | fieller |
                education_group/GAP-08c/base_previous | change | -.07751929  | .39149480  | -.84483500  | .68979642  | .84303843 | normal  | 4 of B1 too
                education_group/GAP-08c/base_previous | rate   | -           | -          | -           | -          | -         | -       | the base gap is not clear of 0
                """);
    }

    @Test
    void takeTheirCovarianceOffTheErrorOfEachSide() {
        MetricTable.check(
                town(AGAIN).rows(new WhoMoved()),
                row -> row.schoolYear() == 2024 && row.variant().equals("education_group/GAP-08b/base_previous"),
                """
                measure | value     | se        | because
                lead    | .10941791 | .19799198 | 6 pupils
                member  | .07682258 | .22214455 | 6 pupils
                """);
    }

    @Test
    void areNoneWhereOneAloneSatBothOrTheEarlierPaperIsAnother() {
        List<MetricValue> apart = town("").rows(new NarrowingOfGap());
        assertThat(town("A1 | 76/77\nB1 | 56/56").rows(new NarrowingOfGap()))
                .filteredOn(SamePupilsTest::isOfPupils)
                .as("one pupil a side tells no covariance, and the rows rest on what they rested on")
                .isEqualTo(apart.stream().filter(SamePupilsTest::isOfPupils).toList());
        assertThat(town(AGAIN, "E22").rows(new NarrowingOfGap()))
                .filteredOn(SamePupilsTest::isOfPupils)
                .as("held against another paper than the base year's")
                .isEqualTo(apart.stream().filter(SamePupilsTest::isOfPupils).toList());
    }

    @Test
    void areAmongWhatAChangeRestsOnAndTheFiguresOfTheYearsAreAsBefore() {
        List<MetricValue> apart = town("").rows(new NarrowingOfGap());
        List<MetricValue> together = town(AGAIN).rows(new NarrowingOfGap());
        for (String measure : List.of("change", "signed_base", "signed_now")) {
            MetricValue one = one(apart, measure);
            MetricValue other = one(together, measure);
            assertThat(other.value()).isEqualTo(one.value());
            assertThat(other.inputsHash().equals(one.inputsHash())).as(measure).isEqualTo(!measure.equals("change"));
        }
    }

    @Test
    void whoAllKeptTheirScoreLeaveNoChance() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E23", 2023)
                .exam("E24", 2024)
                .scores("""
                        E23 | A1 | 70 80
                        E23 | A2 | 50 60
                        E24 | A1 | 70 80
                        E24 | A2 | 50 60
                        """)
                .linked(again("A1 | 70/70 80/80\nA2 | 50/50 60/60", "E23"));

        MetricTable.check(
                town.rows(new NarrowingOfGap()),
                row -> row.variant().equals("education_group/GAP-07/base_previous")
                        && row.schoolYear() == 2024
                        && row.measure().matches("change|rate"),
                """
                measure | value | se | ciMethod | flag    | verdict    | because
                rate    | .0    | -  | -        | ZERO_SD | -          |
                change  | .0    | -  | -        | ZERO_SD | NOT_JUDGED | the same scores of the same pupils
                """);
    }

    private static MetricValue one(List<MetricValue> rows, String measure) {
        return MetricTable.one(
                rows,
                row -> row.variant().equals("education_group/GAP-08b/base_previous")
                        && row.schoolYear() == 2024
                        && row.ciFrame().equals("census")
                        && row.measure().equals(measure));
    }

    private static boolean isOfPupils(MetricValue row) {
        return row.variant().matches("education_group/GAP-0(7|8|8b|8c)/base_previous")
                && row.schoolYear() == 2024
                && row.ciFrame().equals("census")
                && row.measure().matches("change|rate");
    }

    private static Town town(String again) {
        return town(again, "E23");
    }

    private static Town town(String again, String prior) {
        return new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 member")
                .exam("E23", 2023)
                .exam("E24", 2024)
                .scores("""
                        E23 | A1 | 76 76 70 88 87 82 63 86 83 82 63 62 70 74
                        E23 | A2 | 56 67 56 59 68 58 53 57 73 55
                        E23 | A3 | 57 53 64 59 47 67 66 69
                        E23 | B1 | 56 77 52 78 48 42 68 58 55
                        E23 | B2 | 76 75 75 56 82 79 75
                        E24 | A1 | 77 73 68 86 85 80 79 76 81 70 79 80
                        E24 | A2 | 71 76 58 63 72 68 70 53 66 78 48
                        E24 | A3 | 60 76 66 64 51 69 57 59 52
                        E24 | B1 | 56 64 57 80 75 76 67 68 70 80
                        E24 | B2 | 51 63 77 53 67 78 57 83
                        """)
                .linked(again(again, prior));
    }

    /** One line a school: its pupils' scores then and now. */
    private static List<LinkedPupil> again(String table, String prior) {
        List<LinkedPupil> pupils = new ArrayList<>();
        for (String[] row : MetricTable.cells(table)) {
            for (String pair : row[1].split(" +")) {
                String[] scores = pair.split("/");
                pupils.add(LinkedTown.pupil(
                        "E24", row[0], prior, Integer.parseInt(scores[0]), Integer.parseInt(scores[1]), "1"));
            }
        }
        return pupils;
    }
}
