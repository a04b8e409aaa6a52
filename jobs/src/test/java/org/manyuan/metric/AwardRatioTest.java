package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class AwardRatioTest {
    @Test
    void isTheShareOfAwardsOverTheShareOfTeachers() {
        MetricTable.check(
                new TownFacts()
                        .teachers("""
                                a1 | 2024 | A1 | J | - | - | - |
                                a2 | 2024 | A1 | J | - | - | - |
                                a3 | 2024 | A1 | J | - | - | - |
                                b1 | 2024 | A2 | J | - | - | - |
                                b2 | 2024 | A2 | J | - | - | - | full=no
                                """)
                        .ledger("""
                                award | x | - | A1 | 2024-10-01 |
                                award | x | - | A1 | 2024-10-02 |
                                award | x | - | A2 | 2024-10-02 |
                                award | x | - | A2 | 2025-10-02 | year=2024
                                award | x | - | A3 | 2024-10-02 |
                                award | x | - | A9 | 2024-10-02 |
                                award | x | G | -  | 2024-10-02 |
                                """)
                        .rows(
                                new AwardRatio(),
                                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member, A3 member")),
                row -> row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant         | value  | n | k | leftOutUnits | flag         | because
                -          | G         | education_group | 2.0    | 4 | 2 | 1            | OK           | (2/4)/(1/4); A3 has no roll, its award is left out with it
                A1         | G         | education_group | .66667 | 4 | 2 | 1            | OK           | (2/4)/(3/4)
                A2         | G         | education_group | 2.0    | 4 | 2 | 1            | OK           | -
                A3         | G         | education_group | -      | 4 | 2 | 1            | BASE_MISSING | -
                A9         | -         | -               | -      | 0 | 0 | 0            | BASE_MISSING | in no group
                -          | -         | education_group | 2.0    | 4 | 2 | 1            | OK           | -
                """);
    }

    @Test
    void withoutAnyRollThereIsNoShare() {
        MetricTable.check(
                new TownFacts()
                        .ledger("award | x | - | A1 | 2024-10-01 |")
                        .rows(new AwardRatio(), ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member")),
                row -> row.groupCode().equals("G") && row.schoolCode().isEmpty(),
                """
                value | n | k | leftOutUnits | flag
                -     | 0 | 0 | 2            | MISSING_INPUT
                """);
    }
}
