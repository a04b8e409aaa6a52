package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class RotationOfLongServingTest {
    private static final String ROLL = """
            t1 | 2024 | A1 | J | - | - | - | since=2018-09-01
            t2 | 2024 | A1 | J | - | - | - | since=2019-08-31
            t3 | 2024 | A1 | J | - | - | - | since=2019-09-01
            t4 | 2024 | A1 | J | - | - | - | since=2010-09-01 exempt=病
            t5 | 2024 | A2 | J | - | - | - | since=2015-09-01
            t6 | 2024 | A2 | P | - | - | - | since=2015-09-01
            t7 | 2024 | A3 | J | - | - | - |
            """;
    private static final String EXCHANGE = "t1 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -";

    @Test
    void countsWhoIsDueAndWasExchangedOrIsElsewhereInTheNextYear() {
        MetricTable.check(
                new TownFacts()
                        .terms("C1 | 2024 | 1 | 2024-09-01 | 2025-01-18")
                        .teachers(ROLL)
                        .teachers("""
                                t1 | 2025 | A1 | J | - | - | - |
                                t2 | 2025 | A1 | J | - | - | - |
                                t5 | 2025 | A1 | J | - | - | - |
                                t8 | 2025 | A2 | J | - | - | - |
                                """)
                        .exchanges(EXCHANGE)
                        .rows(
                                new RotationOfLongServing(),
                                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member")),
                row -> row.schoolYear() == 2024 && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | stage | measure    | value | ciMethod | n | k | leftOutUnits | flag          | because
                A1         | -         | -     | compliance | .50   | wilson   | 2 | 1 | 0            | N_TOO_SMALL   | t1 of t1, t2: six school years on September 1; t3 has five, t4 is exempt
                A1         | -         | -     | due        | 2     | -        | 2 | 1 | 0            | OK            | -
                A1         | -         | J     | compliance | .50   | wilson   | 2 | 1 | 0            | N_TOO_SMALL   | -
                A1         | -         | J     | due        | 2     | -        | 2 | 1 | 0            | OK            | -
                A2         | -         | -     | compliance | .50   | wilson   | 2 | 1 | 0            | N_TOO_SMALL   | t5 is on A1's next roll, t6 on none: retired is not rotated
                A2         | -         | -     | due        | 2     | -        | 2 | 1 | 0            | OK            | -
                A2         | -         | P     | compliance | 0     | wilson   | 1 | 1 | 0            | N_TOO_SMALL   | -
                A2         | -         | P     | due        | 1     | -        | 1 | 1 | 0            | OK            | -
                A2         | -         | J     | compliance | 1     | wilson   | 1 | 1 | 0            | N_TOO_SMALL   | -
                A2         | -         | J     | due        | 1     | -        | 1 | 1 | 0            | OK            | -
                A3         | -         | -     | compliance | -     | -        | 0 | 0 | 1            | MISSING_INPUT | nobody says since when
                A3         | -         | -     | due        | -     | -        | 0 | 0 | 1            | MISSING_INPUT | -
                A3         | -         | J     | compliance | -     | -        | 0 | 0 | 1            | MISSING_INPUT | -
                A3         | -         | J     | due        | -     | -        | 0 | 0 | 1            | MISSING_INPUT | -
                -          | G         | -     | compliance | .50   | wilson   | 4 | 2 | 0            | N_TOO_SMALL   | -
                -          | G         | -     | due        | 4     | -        | 4 | 2 | 0            | OK            | -
                -          | G         | P     | compliance | 0     | wilson   | 1 | 1 | 0            | N_TOO_SMALL   | -
                -          | G         | P     | due        | 1     | -        | 1 | 1 | 0            | OK            | -
                -          | G         | J     | compliance | .6667 | wilson   | 3 | 2 | 0            | N_TOO_SMALL   | -
                -          | G         | J     | due        | 3     | -        | 3 | 2 | 0            | OK            | -
                -          | -         | -     | compliance | .50   | wilson   | 4 | 2 | 4            | N_TOO_SMALL   | -
                -          | -         | -     | due        | 4     | -        | 4 | 2 | 4            | OK            | -
                -          | -         | P     | compliance | 0     | wilson   | 1 | 1 | 0            | N_TOO_SMALL   | -
                -          | -         | P     | due        | 1     | -        | 1 | 1 | 0            | OK            | -
                -          | -         | J     | compliance | .6667 | wilson   | 3 | 2 | 4            | N_TOO_SMALL   | -
                -          | -         | J     | due        | 3     | -        | 3 | 2 | 4            | OK            | -
                """);
    }

    @Test
    void theRunningYearKnowsExchangesAloneAndNothingHandedInIsNotNobody() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .exchanges(EXCHANGE)
                        .rows(new RotationOfLongServing(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1") && row.stage().isEmpty(),
                """
                measure    | value | flag        | because
                compliance | .50   | APPROXIMATE | no roll of the next year
                due        | 2     | APPROXIMATE | -
                """);
        MetricTable.check(
                new TownFacts().teachers(ROLL).rows(new RotationOfLongServing(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1") && row.stage().isEmpty(),
                """
                measure    | value | n | flag
                compliance | -     | 0 | MISSING_INPUT
                due        | -     | 0 | MISSING_INPUT
                """);
    }

    @Test
    void nobodyDueIsNoShare() {
        MetricTable.check(
                new TownFacts()
                        .teachers("t3 | 2024 | A1 | J | - | - | - | since=2019-09-01")
                        .exchanges(EXCHANGE)
                        .rows(new RotationOfLongServing(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1") && row.stage().isEmpty(),
                """
                measure    | value | n | flag
                compliance | -     | 0 | BASE_MISSING
                due        | 0     | 0 | APPROXIMATE
                """);
    }

    @Test
    void dueIsWhoHasServedTheYearsThatTheBureauSet() {
        MetricTable.check(
                new TownFacts()
                        .teachers(ROLL)
                        .exchanges(EXCHANGE)
                        .rows(new RotationOfLongServing(), ExchangeRateTest.town(), TownFacts.stricter()),
                row -> row.schoolYear() == 2024
                        && row.schoolCode().equals("A1")
                        && row.stage().isEmpty()
                        && row.measure().equals("due"),
                """
                value | because
                3     | t3 as well, who has five years
                """);
    }
}
