package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class BackboneShareTest {
    private static final String CALENDAR = "C1 | 2024 | 1 | 2024-09-01 | 2025-01-18";

    @Test
    void countsHoldersOfCountyLevelAndAboveAmongTheExchanged() {
        // everybody in A1 is exchanged; each of the other units sends one case
        MetricTable.check(
                new TownFacts()
                        .terms(CALENDAR)
                        .teachers("""
                                h1 | 2024 | A1 | J | county   | holder    | yes
                                h2 | 2024 | A1 | J | national | holder    | yes
                                h3 | 2024 | A1 | J | school   | holder    | yes
                                h4 | 2024 | A1 | J | city     | candidate | yes
                                s1 | 2024 | A2 | J | city     | -         | yes
                                r1 | 2024 | A3 | J | -        | -         | yes
                                u1 | 2024 | A4 | J | -        | -         | yes
                                n1 | 2024 | U1 | J | county   | holder    | yes
                                """)
                        .exchanges("""
                                h1 | A1 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | none
                                h2 | A1 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                h3 | A1 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | national
                                h4 | A1 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                s1 | A2 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                r1 | A3 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | province
                                u1 | A4 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                z1 | A9 | A1 | 2024-09-01 | 2025-06-30 | 轮岗 | county
                                """)
                        .rows(new BackboneShare(), ExchangeRateTest.town()),
                row -> row.stage().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | value | n | k | ciMethod | flag          | because
                A1         | .50   | 4 | 1 | wilson   | N_TOO_SMALL   | the roll speaks before the exchange; school level and candidates never
                A2         | 1     | 1 | 1 | wilson   | APPROXIMATE   | a rank without status is taken as held
                A3         | 1     | 1 | 1 | wilson   | APPROXIMATE   | the roll is silent: the exchange's own rank
                A4         | -     | 1 | 1 | -        | MISSING_INPUT | nobody says a rank
                U1         | -     | 0 | 1 | -        | BASE_MISSING  | nobody was exchanged: 0/0
                A9         | 1     | 1 | 1 | wilson   | APPROXIMATE   | on no roll: the exchange's own rank
                -          | .625  | 8 | 6 | wilson   | APPROXIMATE   | five of eight, one unknown
                """);
    }

    @Test
    void takesTheExchangesThatTheRateTakes() {
        MetricTable.check(
                new TownFacts()
                        .teachers("a | 2024 | A1 | J | county | holder | yes\nb | 2024 | A1 | J | none | - | yes")
                        .exchanges("""
                                a | A1 | A2 | 2024-09-01 | 2024-12-28 | 轮岗 | -
                                b | A1 | A2 | 2024-09-01 | 2024-12-29 | 轮岗 | -
                                """)
                        .rows(new BackboneShare(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1"),
                """
                stage | value | n | flag        | because
                -     | 0     | 1 | APPROXIMATE | 120 days stand in for a term: a's 119 are too few
                J     | 0     | 1 | APPROXIMATE | -
                """);
    }

    @Test
    void aStageRestsOnTheUnitsThatHaveIt() {
        MetricTable.check(
                new TownFacts()
                        .terms(CALENDAR)
                        .teachers("""
                                a | 2024 | A1 | J | county | holder | yes
                                b | 2024 | A2 | P | county | holder | yes
                                c | 2024 | A2 | J | none   | -      | yes
                                d | 2024 | A3 | J | none   | -      | yes
                                """)
                        .exchanges("""
                                a | A1 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                b | A2 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                c | A4 | A9 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                """)
                        .rows(new BackboneShare(), ExchangeRateTest.town()),
                row -> row.schoolCode().isEmpty() && row.districtCode().equals("C1"),
                """
                stage | value | n | k | leftOutUnits | because
                -     | .6667 | 3 | 4 | 2            | a, b of a, b, c; U1 and A9 have no roll
                P     | 1     | 1 | 1 | 0            | b: A2 alone has primary
                J     | .50   | 2 | 4 | 2            | a of a, c: A4 has no roll, but sent c
                """);
    }

    @Test
    void nothingHandedInIsNoShare() {
        MetricTable.check(
                new TownFacts()
                        .teachers("a | 2024 | A1 | J | county | holder | yes")
                        .rows(new BackboneShare(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1") && row.stage().isEmpty(),
                """
                value | n | k | flag
                -     | 0 | 0 | MISSING_INPUT
                """);
    }
}
