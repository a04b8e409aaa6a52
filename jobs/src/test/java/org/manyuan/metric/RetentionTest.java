package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class RetentionTest {
    /** The cohort of 2024: grade 7 in 2022, 8 in 2023, 9 in 2024. */
    private static final String SIX_THREE = """
            A1 | 2022 | J7 | 2022-09-10 | 100 | 100 | - | - | - | 3 | 2 | -  | 0
            A1 | 2023 | J8 | 2023-09-10 | 101 | -   | - | - | - | 1 | 4 | -  | 1
            A1 | 2024 | J9 | 2024-09-10 | 97  | -   | - | - | - | 0 | 2 | 95 | 0
            A1 | 2024 | J7 | 2024-09-10 | 80  | 80  | - | - | - | 9 | 9 | -  | 9
            """;

    @Test
    void followsTheCohortThroughThreeAndThroughFourYears() {
        Town town = IntakeTest.town()
                .with("A2", TownRecords::fiveFour)
                .group("G", "C1", "A1 lead, A2 member")
                .group("H", "alliance", "C1", null, "A2 member");
        TownFacts facts = new TownFacts().enrollment(SIX_THREE + """
                        A2 | 2021 | J6 | 2021-09-10 | 50 | 50 | - | - | - | 2 | 0 | -  | 0
                        A2 | 2022 | J7 | 2022-09-10 | 52 | 7  | - | - | - | 0 | 1 | -  | 0
                        A2 | 2023 | J8 | 2023-09-10 | 51 | -  | - | - | - | 0 | 0 | -  | 0
                        A2 | 2024 | J9 | 2024-09-10 | 51 | -  | - | - | - | 0 | 1 | 50 | 0
                        """);
        // A1: 100 entrants, 4 in, 8 out, 1 death, 95 finished: 99/99 and 95/96. A2: 50, 2 in, 2 out, 50 finished: 50/50
        MetricTable.check(
                facts.rows(new Retention(), town),
                row -> row.schoolYear() == 2024 && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant         | measure | value   | valueRaw | n   | k | leftOutUnits | leftOutStudents | flag | because
                A1         | -         | -               | v7      | 1       | -        | 100 | 1 | 0            | 0               | OK   | (95 - 4 + 8) of (100 - 1)
                A1         | -         | -               | v10     | .98958  | -        | 100 | 1 | 0            | 0               | OK   | 95 of (100 + 4 - 8)
                A2         | -         | -               | v7      | 1       | -        | 50  | 1 | 0            | 0               | OK   | grade 6 is the first
                A2         | -         | -               | v10     | 1       | -        | 50  | 1 | 0            | 0               | OK   | -
                -          | G         | education_group | v7      | 1       | -        | 150 | 2 | 0            | 0               | OK   | 149 of 149
                -          | G         | education_group | v10     | .99315  | -        | 150 | 2 | 0            | 0               | OK   | 145 of 146
                -          | H         | alliance        | v7      | 1       | -        | 50  | 1 | 0            | 0               | OK   | in two groups
                -          | H         | alliance        | v10     | 1       | -        | 50  | 1 | 0            | 0               | OK   | -
                -          | -         | -               | v7      | 1       | -        | 150 | 2 | 3            | 0               | OK   | county C1
                -          | -         | -               | v10     | .99315  | -        | 150 | 2 | 3            | 0               | OK   | -
                """);
    }

    @Test
    void saysNothingWhereACellIsMissingAndMarksMoreThanAll() {
        Town town = IntakeTest.town();
        TownFacts facts = new TownFacts().enrollment(SIX_THREE + """
                        A2 | 2022 | J7 | 2022-09-10 | 40 | 40 | - | - | - | 0  | 9 | -  | 0
                        A2 | 2023 | J8 | 2023-09-10 | 31 | -  | - | - | - | 0  | 0 | -  | 0
                        A2 | 2024 | J9 | 2024-09-10 | 31 | -  | - | - | - | 0  | 0 | 38 | 0
                        A3 | 2022 | J7 | 2022-09-10 | 40 | 40 | - | - | - | 0  | 0 | -  | -
                        A3 | 2023 | J8 | 2023-09-10 | 40 | -  | - | - | - | 0  | 0 | -  | 0
                        A3 | 2024 | J9 | 2024-09-10 | 39 | -  | - | - | - | 0  | 0 | 39 | 0
                        A4 | 2024 | J9 | 2024-09-10 | 20 | -  | - | - | - | 0  | 0 | 20 | 0
                        U1 | 2022 | J7 | 2022-09-10 | 0  | 0  | - | - | - | 0  | 0 | -  | 0
                        U1 | 2023 | J8 | 2023-09-10 | 0  | -  | - | - | - | 0  | 0 | -  | 0
                        U1 | 2024 | J9 | 2024-09-10 | 0  | -  | - | - | - | 0  | 0 | 0  | 0
                        """);
        MetricTable.check(
                facts.rows(new Retention(), town),
                row -> row.schoolYear() == 2024
                        && !row.districtCode().equals("T")
                        && !row.schoolCode().equals("A1"),
                """
                schoolCode | measure | value   | valueRaw | n   | k | leftOutUnits | leftOutStudents | flag                | because
                A2         | v7      | 1.175   | -        | 40  | 1 | 0            | 0               | INCONSISTENT_SOURCE | (38 + 9) of 40
                A2         | v10     | 1       | 1.22581  | 40  | 1 | 0            | 0               | OK                  | 38 of 31, capped
                A3         | v7      | -       | -        | 0   | 0 | 0            | 0               | MISSING_INPUT       | deaths of grade 7 unknown
                A3         | v10     | -       | -        | 0   | 0 | 0            | 0               | MISSING_INPUT       | -
                A4         | v7      | -       | -        | 0   | 0 | 0            | 0               | MISSING_INPUT       | no rows before 2024
                A4         | v10     | -       | -        | 0   | 0 | 0            | 0               | MISSING_INPUT       | -
                U1         | v7      | -       | -        | 0   | 1 | 0            | 0               | BASE_MISSING        | nobody entered
                U1         | v10     | -       | -        | 0   | 1 | 0            | 0               | BASE_MISSING        | -
                -          | v7      | 1.05036 | -        | 140 | 3 | 2            | 59              | INCONSISTENT_SOURCE | 146 of 139: A1, A2 and U1
                -          | v10     | 1       | 1.04724  | 140 | 3 | 2            | 59              | OK                  | 133 of 127
                """);
    }

    @Test
    void kindergartensHaveNone() {
        TownFacts facts =
                new TownFacts().enrollment("A1 | 2024 | K3 | 2024-09-10 | 40 | - | - | - | - | 0 | 0 | 40 | 0");
        MetricTable.check(facts.rows(new Retention(), IntakeTest.town()), row -> true, "measure | value");
    }
}
