package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class NetTeacherFlowTest {
    static final String ROLL = """
            t1 | 2024 | A1 | J | county | holder | - |
            t2 | 2024 | A1 | J | none   | -      | - |
            t3 | 2024 | A2 | J | none   | -      | - |
            t4 | 2024 | A2 | J | none   | -      | - |
            t5 | 2024 | A2 | J | none   | -      | - | full=no
            """;

    /** 365 days are 11.9918 months, 30 days at one half .4928. */
    static final String EXCHANGES = """
            t1 | A1 | A2 | 2024-09-01 | 2025-08-31 | 轮岗 | - |
            t3 | A2 | A1 | 2024-09-01 | 2024-09-30 | 兼课 | - | fte=0.5
            t4 | A2 | A9 | 2024-09-01 | 2025-08-31 | 走教 | - |
            t2 | A1 | A2 | 2024-09-01 | 2025-08-31 | 跟岗 | - |
            """;

    @Test
    void isInMinusOutOverTheYearsOfFullTimeTeachers() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .exchanges(EXCHANGES)
                        .rows(new NetTeacherFlow(), ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member")),
                row -> row.stage().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant                  | value   | n | k | leftOutUnits | flag        | because
                A1         | -         | -                        | -.47912 | 2 | 1 | 0            | OK          | (.4928 − 11.9918)/24
                A1         | -         | level                    | -.49966 | 2 | 1 | 0            | OK          | t1 alone
                A1         | G         | education_group/in_group | -.47912 | 2 | 1 | 0            | OK          | -
                A2         | -         | -                        | .47912  | 2 | 1 | 0            | APPROXIMATE | 走教 without its share of full time is left out; t5 is no full-time teacher
                A2         | -         | level                    | .49966  | 2 | 1 | 0            | OK          | -
                A2         | G         | education_group/in_group | .47912  | 2 | 1 | 0            | OK          | A9 is in no group
                -          | G         | education_group          | .00000  | 4 | 2 | 0            | APPROXIMATE | inner flows cancel
                -          | G         | education_group/level    | .00000  | 4 | 2 | 0            | OK          | -
                -          | G         | education_group/in_group | .00000  | 4 | 2 | 0            | OK          | -
                -          | -         | -                        | .00000  | 4 | 2 | 4            | APPROXIMATE | four have no roll
                -          | -         | level                    | .00000  | 4 | 2 | 4            | OK          | -
                -          | -         | education_group/in_group | .00000  | 4 | 2 | 4            | OK          | -
                """);
    }

    @Test
    void countsOnlyTheDaysInsideTheYearAndAnOpenOneToTheBuild() {
        MetricTable.check(
                new TownFacts()
                        .teachers("t1 | 2024 | A1 | J | - | - | - |\nt1 | 2025 | A1 | J | - | - | - |")
                        .exchanges("t1 | A1 | A2 | 2024-07-01 | - | 支教 | - |")
                        .rows(new NetTeacherFlow(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1")
                        && row.stage().isEmpty()
                        && row.variant().isEmpty(),
                """
                schoolYear | value   | because
                2023       | -       | on no roll yet
                2024       | -.99932 | 365 days over twelve months of 30.4375
                2025       | -.99932 | the build's day is the last of the year
                """);
    }

    @Test
    void withoutTeachersOrExchangesThereIsNoFlow() {
        TownFacts facts = new TownFacts().teachers("""
                t1 | 2024 | A1 | J | - | - | - | full=no
                t2 | 2024 | A2 | J | - | - | - | full=-
                """);
        MetricTable.check(
                facts.rows(new NetTeacherFlow(), ExchangeRateTest.town()),
                row -> row.stage().isEmpty()
                        && row.variant().isEmpty()
                        && row.districtCode().equals("C1"),
                """
                schoolCode | value | n | k | flag          | because
                A1         | -     | 0 | 0 | MISSING_INPUT | no exchange of the county was handed in
                A2         | -     | 0 | 0 | MISSING_INPUT | -
                -          | -     | 0 | 0 | MISSING_INPUT | -
                """);
        MetricTable.check(
                facts.exchanges("x | A9 | A1 | 2024-09-01 | 2025-06-30 | 轮岗 | - |")
                        .rows(new NetTeacherFlow(), ExchangeRateTest.town()),
                row -> row.stage().isEmpty()
                        && row.variant().equals("level")
                        && !row.schoolCode().equals("A9"),
                """
                schoolCode | districtCode | value | n | k | leftOutUnits | flag          | because
                A1         | C1           | -     | 0 | 1 | 0            | BASE_MISSING  | nobody is a full-time teacher
                A2         | C1           | -     | 0 | 0 | 1            | MISSING_INPUT | nobody says it
                -          | C1           | -     | 0 | 1 | 5            | BASE_MISSING  | A2, and the four without a roll
                -          | T            | -     | 0 | 1 | 5            | BASE_MISSING  | -
                """);
    }
}
