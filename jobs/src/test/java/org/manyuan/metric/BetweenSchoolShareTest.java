package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BetweenSchoolShareTest {
    private static final BetweenSchoolShare METRIC = new BetweenSchoolShare();

    @Test
    void showsANegativeEstimateAsZero() {
        Town town = new Town().exam("E", 2024);
        for (int j = 1; j <= 8; j++) {
            town.scores("E | A" + j + " | 40 60");
        }

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure  | value | valueRaw | se    | ciMethod | ciFrame | flag              | because
                icc      | .0    | -1.0     | .0    | searle   | schools | TRUNCATED_AT_ZERO | equal means: MSB is 0
                eta2     | .0    | -        | -     | -        | -       | OK                |
                epsilon2 | -.875 | -        | -     | -        | -       | OK                | a share without bias may be negative
                """);
    }

    @Test
    void saysWhyThereIsNone() {
        Town town = new Town()
                .exam("S", 2022)
                .exam("O", 2023)
                .exam("M", 2024, "100", null)
                .scores("""
                        S | A1 | 60
                        S | A2 | 40
                        O | A1 | 60 70
                        """)
                .totals("""
                        M | A1 | 30 | 55 | 9
                        M | A2 | 30 | 60 | -
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().equals("icc"),
                """
                examCode | value | flag          | because
                S        | -     | ZERO_SD       | one pupil a unit: nothing within
                O        | -     | K_TOO_SMALL   | one unit
                M        | -     | MISSING_INPUT | a unit without SD
                """);
    }

    @Test
    void worksFromSchoolTotalsAsFromScores() {
        String scores = """
                E | A1 | 50 60 70
                E | A2 | 40 50
                E | A3 | 80 90
                """;
        String totals = """
                E | A1 | 3 | 60 | 10
                E | A2 | 2 | 45 | 7.0710678118654755
                E | A3 | 2 | 85 | 7.0710678118654755
                """;
        double fromScores = icc(new Town().exam("E", 2024).scores(scores));
        double fromTotals = icc(new Town().exam("E", 2024).totals(totals));

        assertThat(fromTotals).isCloseTo(fromScores, within(1e-12));
        assertThat(fromScores).isCloseTo(0.81323, within(1e-4));
    }

    @Test
    void leavesOneUnitOutAsIfItHadNotBeenThere() {
        List<UnitMarks> units =
                GoldenTown.town().book().series().get(0).of(2023).get(0).everyone();
        double[] fast = BetweenSchoolShare.withoutEach(units);

        for (int j = 0; j < units.size(); j++) {
            List<UnitMarks> rest = new java.util.ArrayList<>(units);
            rest.remove(j);
            assertThat(fast[j]).isCloseTo(BetweenSchoolShare.anova(rest).icc(), within(1e-12));
        }
    }

    private static double icc(Town town) {
        return MetricTable.one(
                        town.rows(METRIC),
                        row -> row.districtCode().equals("T") && row.measure().equals("icc"))
                .value();
    }

    @Test
    void withholdsTheIntervalWhereUnitsAreOfVeryDifferentSize() {
        Town town = new Town().exam("E", 2024);
        for (int j = 1; j <= 9; j++) {
            String pupils = j == 9 ? "500x" : "50x";
            town.scores("E | A" + j + " | " + pupils + (50 + 3 * j) + " " + pupils + (60 + 3 * j));
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().equals("icc"),
                """
                k | ciLo | ciMethod | flag        | because
                9 | -    | -        | APPROXIMATE | nine schools, one ten times the others
                """);
    }
}
