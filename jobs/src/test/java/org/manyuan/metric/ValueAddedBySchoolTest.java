package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.MetricValue;

class ValueAddedBySchoolTest {
    private static final ValueAddedBySchool METRIC = new ValueAddedBySchool();

    @Test
    void agreesWithTheGoldenSchools() {
        Map<String, Double> answers = new TreeMap<>();
        MetricTable.csv("value_added_expected.csv").forEach(row -> answers.put(row[0], Double.valueOf(row[1])));
        List<MetricValue> rows = LinkedTown.golden().rows(METRIC);
        for (String school : answers.keySet().stream()
                .filter(key -> key.startsWith("residual"))
                .map(key -> key.substring(14))
                .toList()) {
            assertThat(of(rows, school, "va", "").value()).isCloseTo(answers.get("reml.va." + school), within(1e-5));
            assertThat(of(rows, school, "residual_gain", "").value())
                    .isCloseTo(answers.get("residual_gain." + school), within(1e-8));
        }
        assertThat(of(rows, "V01", "va", "").ciMethod()).isEqualTo("prediction-t");
        assertThat(of(rows, "V01", "va", "").ciHi() - of(rows, "V01", "va", "").value())
                .as("t on 13 of √(1.794² + the coefficients' share)")
                .isGreaterThan(2.1604 * answers.get("reml.va_se.V01"));
    }

    @Test
    void withholdsTheBarsThatHoldTooSeldomAmongFewSchools() {
        MetricTable.check(
                LinkedTown.golden().rows(METRIC),
                row -> row.schoolCode().equals("V01")
                        || row.districtCode().equals("C1") && row.schoolCode().isEmpty(),
                """
                schoolCode | measure       | variant     | value | ciMethod     | n   | k | leastUnit | flag         | because
                V01        | va            | -           | 3.522 | prediction-t | 12  | 1 | 12        | N_TOO_SMALL  |
                V01        | va            | comparative | 3.522 | -            | 12  | 1 | 12        | K_TOO_SMALL  | fewer than 30 schools
                V01        | va            | pairwise    | 3.522 | -            | 12  | 1 | 12        | K_TOO_SMALL  |
                V01        | raw           | -           | 5.930 | -            | 12  | 1 | 12        | N_TOO_SMALL  |
                V01        | residual_gain | -           | 6.073 | -            | 12  | 1 | 12        | N_TOO_SMALL  |
                V01        | va_3y         | -           | -     | -            | 12  | 1 | 12        | BASE_MISSING | one year of three
                -          | va            | -           | -.890 | prediction-t | 222 | 7 | 12        | OK           |
                -          | va            | comparative | -.890 | -            | 222 | 7 | 12        | K_TOO_SMALL  |
                -          | va            | pairwise    | -.890 | -            | 222 | 7 | 12        | K_TOO_SMALL  |
                -          | raw           | -           | -1.026 | -           | 222 | 7 | 12        | OK           |
                -          | residual_gain | -           | -.827 | -            | 222 | 7 | 12        | OK           |
                -          | va_3y         | -           | -     | -            | 222 | 7 | 12        | BASE_MISSING |
                """);
    }

    @Test
    void saysNothingWherePupilsAreNotLinked() {
        Town town = county(2024, "E24", 20)
                .linked(pupils("E24", 9, 15))
                .exam("E23", 2023)
                .scores("E23 | S0 | 20x50");

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolCode().equals("S0") && row.measure().matches("va|raw"),
                """
                schoolYear | measure | variant     | value | n | k | flag          | because
                2023       | va      | -           | -     | 0 | 0 | MISSING_INPUT | nobody has an earlier score
                2024       | va      | -           | -     | 0 | 0 | MISSING_INPUT | 15 of 20 of the paper have one
                2024       | va      | comparative | -     | 0 | 0 | MISSING_INPUT |
                2024       | va      | pairwise    | -     | 0 | 0 | MISSING_INPUT |
                2024       | raw     | -           | -     | 0 | 0 | MISSING_INPUT |
                """);
    }

    @Test
    void leavesOutASchoolWhosePupilsAreNotLinkedThoughTheOthersAre() {
        List<LinkedPupil> pupils = new ArrayList<>(pupils("E24", 8, 20));
        pupils.addAll(pupils("E24", 9, 20).stream()
                .filter(pupil -> pupil.schoolCode().equals("S8"))
                .limit(15)
                .toList());

        List<MetricValue> rows = county(2024, "E24", 20)
                .group("G", "C1", "S6 lead, S7 member, S8 member")
                .linked(pupils)
                .rows(METRIC);
        MetricTable.check(
                rows,
                row -> row.measure().equals("va")
                        && row.variant().matches("|education_group|education_group/member")
                        && !row.schoolCode().matches("S[0-6]")
                        && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant                | n   | k | leftOutUnits | leftOutStudents | flag          | because
                S7         | -         | -                      | 20  | 1 | 0            | 0               | N_TOO_SMALL   | -
                S8         | -         | -                      | 0   | 0 | 0            | 0               | MISSING_INPUT | 15 of its 20
                -          | G         | education_group        | 40  | 2 | 1            | 20              | OK            | S8 sat and is left out
                -          | G         | education_group/member | 20  | 1 | 1            | 20              | N_TOO_SMALL   | -
                -          | -         | -                      | 160 | 8 | 1            | 20              | OK            | -
                -          | -         | education_group/member | 20  | 1 | 1            | 20              | N_TOO_SMALL   | -
                """);
        MetricTable.check(
                rows, row -> row.measure().equals("va_3y") && row.groupCode().equals("G"), """
                variant                | k | leftOutUnits | leftOutStudents
                education_group        | 2 | 1            | 20
                education_group/lead   | 1 | 0            | 0
                education_group/member | 1 | 1            | 20
                """);
    }

    @Test
    void takesTheMeanOfThreeYearsOfOneScale() {
        Town town = county(2022, "E22", 20).linked(pupils("E22", 9, 20));
        add(town, 2023, "E23", 20).linked(pupils("E23", 9, 20));
        add(town, 2024, "E24", 20).linked(pupils("E24", 9, 20));
        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolCode().equals("S1")
                        && (row.measure().equals("va_3y")
                                || row.measure().equals("va") && row.variant().isEmpty()),
                """
                schoolYear | measure | value | ciMethod     | flag         | because
                2022       | va      | -.55  | prediction-t | N_TOO_SMALL  |
                2022       | va_3y   | -     | -            | BASE_MISSING |
                2023       | va      | -.55  | prediction-t | N_TOO_SMALL  |
                2023       | va_3y   | -     | -            | BASE_MISSING |
                2024       | va      | -.55  | prediction-t | N_TOO_SMALL  |
                2024       | va_3y   | -.55  | prediction-t | N_TOO_SMALL  | three times the same
                """);
    }

    @Test
    void hasNoModelOfOneSchoolNorWhereTheEarlierScoreSaysAll() {
        Town one = add(new Town(), 2024, "E24", 20, 1).linked(pupils("E24", 1, 20));
        List<LinkedPupil> same = new ArrayList<>();
        for (int j = 0; j < 9; j++) {
            for (int i = 0; i < 20; i++) {
                same.add(LinkedTown.pupil("E24", "S" + j, "E23", 40 + i, 40 + i, "1"));
            }
        }
        String table = """
                value | flag | because
                -     | %s   | %s
                """;
        MetricTable.check(
                one.rows(METRIC), ValueAddedBySchoolTest::isValueOfS0, table.formatted("K_TOO_SMALL", "one school"));
        MetricTable.check(
                county(2024, "E24", 20).linked(same).rows(METRIC),
                ValueAddedBySchoolTest::isValueOfS0,
                table.formatted("ZERO_SD", "nothing is left within schools"));
    }

    private static boolean isValueOfS0(MetricValue row) {
        return row.schoolCode().equals("S0")
                && row.measure().equals("va")
                && row.variant().isEmpty();
    }

    private static MetricValue of(List<MetricValue> rows, String school, String measure, String variant) {
        return rows.stream()
                .filter(row -> row.schoolCode().equals(school)
                        && row.measure().equals(measure)
                        && row.variant().equals(variant))
                .findFirst()
                .orElseThrow();
    }

    /** Nine schools of so many pupils each. */
    private static Town county(int year, String exam, int pupils) {
        return add(new Town(), year, exam, pupils);
    }

    private static Town add(Town town, int year, String exam, int pupils) {
        return add(town, year, exam, pupils, 9);
    }

    private static Town add(Town town, int year, String exam, int pupils, int schools) {
        town.exam(exam, year);
        for (int j = 0; j < schools; j++) {
            town.scores(exam + " | S" + j + " | " + pupils + "x50");
        }
        return town;
    }

    /** The first pupils of each school: the score is the earlier one and a bit of the school's own, and some jitter. */
    private static List<LinkedPupil> pupils(String exam, int schools, int each) {
        List<LinkedPupil> pupils = new ArrayList<>();
        for (int j = 0; j < schools; j++) {
            for (int i = 0; i < each; i++) {
                int prior = 30 + 2 * i + j % 4;
                pupils.add(LinkedTown.pupil(exam, "S" + j, "P" + exam, prior, prior + (j * 5) % 13 + (i * 7) % 5, "1"));
            }
        }
        return pupils;
    }
}
