package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class IntakeTest {
    private static final String TABLE = """
            A1 | 2024 | J7 | 2024-09-10 | 120 | 118
            A1 | 2024 | J8 | 2024-09-10 | 110 | -
            A2 | 2024 | J7 | 2024-09-10 | 60  | -
            A3 | 2024 | J8 | 2024-09-10 | 40  | -
            U1 | 2024 | J7 | 2024-09-10 | 0   | 0
            """;

    @Test
    void countsEntrantsOfTheFirstGradeOrSaysThatItCannot() {
        Town town = town().group("G", "C1", "A1 lead, A2 member, A3 member, A4 member");
        MetricTable.check(
                new TownFacts().enrollment(TABLE).rows(new Intake(), town),
                row -> !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant                            | stage | value | n   | k | leftOutUnits | leftOutStudents | flag          | because
                A1         | -         | -                                  | J     | 118   | 118 | 1 | 0            | 0               | OK            | new entrants
                A2         | -         | -                                  | J     | -     | 0   | 0 | 0            | 0               | MISSING_INPUT | no intake handed in
                A3         | -         | -                                  | J     | -     | 0   | 0 | 0            | 0               | MISSING_INPUT | no row of the first grade
                U1         | -         | -                                  | J     | 0     | 0   | 1 | 0            | 0               | OK            | a zero is a count
                A1         | -         | first_grade                        | J     | 120   | 120 | 1 | 0            | 0               | OK            | repeaters included
                A2         | -         | first_grade                        | J     | 60    | 60  | 1 | 0            | 0               | OK            | the way out
                A3         | -         | first_grade                        | J     | -     | 0   | 0 | 0            | 0               | MISSING_INPUT | no first grade
                U1         | -         | first_grade                        | J     | 0     | 0   | 1 | 0            | 0               | OK            | -
                -          | G         | education_group                    | J     | 118   | 118 | 1 | 3            | 100             | OK            | A2, A3 without the count, A4 without rows
                -          | G         | education_group/lead               | J     | 118   | 118 | 1 | 0            | 0               | OK            | -
                -          | G         | education_group/member             | J     | -     | 0   | 0 | 3            | 100             | MISSING_INPUT | no member has it
                -          | G         | education_group/first_grade        | J     | 180   | 180 | 2 | 2            | 40              | OK            | -
                -          | G         | education_group/lead/first_grade   | J     | 120   | 120 | 1 | 0            | 0               | OK            | -
                -          | G         | education_group/member/first_grade | J     | 60    | 60  | 1 | 2            | 40              | OK            | -
                -          | -         | -                                  | J     | 118   | 118 | 2 | 3            | 100             | OK            | county C1
                -          | -         | education_group/lead               | J     | 118   | 118 | 1 | 0            | 0               | OK            | all leads there
                -          | -         | education_group/member             | J     | -     | 0   | 0 | 3            | 100             | MISSING_INPUT | -
                -          | -         | first_grade                        | J     | 180   | 180 | 3 | 2            | 40              | OK            | -
                -          | -         | education_group/lead/first_grade   | J     | 120   | 120 | 1 | 0            | 0               | OK            | -
                -          | -         | education_group/member/first_grade | J     | 60    | 60  | 1 | 2            | 40              | OK            | -
                """);
    }

    @Test
    void asksForMembershipOnEachUnitsOwnCensusDay() {
        // A1 was counted before it left, A2 after it had left
        Town town = town().group("G", "C1", "")
                .member("G", "A1", "member", "2020-09-01", "2024-09-12")
                .member("G", "A2", "member", "2020-09-01", "2024-09-12");
        List<MetricValue> rows = new TownFacts().enrollment("""
                        A1 | 2024 | J7 | 2024-09-10 | 120 | 118
                        A2 | 2024 | J7 | 2024-09-15 | 60  | 60
                        """).rows(new Intake(), town);
        assertThat(MetricTable.one(
                                rows,
                                row -> row.groupCode().equals("G")
                                        && row.variant().equals("education_group/member"))
                        .value())
                .isEqualTo(118);
    }

    @Test
    void saysSoWhereTheCensusDayIsUnknown() {
        Town town = town().group("G", "C1", "A1 member");
        MetricTable.check(
                new TownFacts().enrollment("A1 | 2024 | J7 | - | 120 | 118").rows(new Intake(), town),
                row -> row.variant().isEmpty() || row.variant().equals("education_group"),
                """
                schoolCode | groupCode | districtCode | value | flag        | because
                A1         | -         | C1           | 118   | OK          | no membership asked
                -          | G         | C1           | 118   | APPROXIMATE | September 1 stands in
                -          | -         | C1           | 118   | OK          | where a unit lies is no matter of days
                -          | -         | T            | 118   | OK          | -
                """);
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        Town town = town().group("G", "C1", "A1 lead, A2 member");
        TownFacts facts = new TownFacts().enrollment(TABLE);
        assertThat(facts.shuffled(7).rows(new Intake(), town))
                .containsExactlyInAnyOrderElementsOf(facts.rows(new Intake(), town));
    }

    static Town town() {
        Town town = new Town();
        for (String school : List.of("A1", "A2", "A3", "A4", "U1")) {
            town.unit(school, "C1");
        }
        return town;
    }
}
