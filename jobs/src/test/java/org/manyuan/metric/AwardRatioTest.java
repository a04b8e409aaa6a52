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
                A3         | G         | education_group | -      | 4 | 2 | 1            | MISSING_INPUT | its own roll is what lacks
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

    @Test
    void withoutTheLeadsRollNothingIsInProportion() {
        MetricTable.check(
                new TownFacts()
                        .teachers("""
                                b1 | 2024 | A2 | J | - | - | - |
                                c1 | 2024 | A3 | J | - | - | - |
                                d1 | 2024 | A4 | J | - | - | - |
                                """)
                        .ledger("""
                                award | x | - | A1 | 2024-10-01 |
                                award | x | - | A2 | 2024-10-02 |
                                award | x | - | A4 | 2024-10-02 |
                                """)
                        .rows(
                                new AwardRatio(),
                                ExchangeRateTest.town()
                                        .group("G", "C1", "A1 lead, A2 member, A3 member")
                                        .group("H", "C1", "A4 lead, U1 member")),
                row -> row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | value | n | k | leftOutUnits | flag          | because
                -          | G         | -     | 0 | 0 | 3            | MISSING_INPUT | A1 leads and has no roll
                A1         | G         | -     | 0 | 0 | 3            | MISSING_INPUT | -
                A2         | G         | -     | 0 | 0 | 3            | MISSING_INPUT | of the group's awards and teachers most may lack
                A3         | G         | -     | 0 | 0 | 3            | MISSING_INPUT | -
                -          | H         | -     | 1 | 1 | 1            | MISSING_INPUT | no member has a roll
                A4         | H         | -     | 0 | 0 | 2            | MISSING_INPUT | nobody to compare with is left
                U1         | H         | -     | 1 | 1 | 1            | MISSING_INPUT | -
                -          | -         | -     | 1 | 1 | 4            | MISSING_INPUT | -
                """);
    }

    @Test
    void withoutALeadThereIsNothingToCompareWith() {
        MetricTable.check(
                new TownFacts()
                        .teachers("""
                                a1 | 2024 | A1 | J | - | - | - |
                                b1 | 2024 | A2 | J | - | - | - |
                                c1 | 2024 | A3 | J | - | - | - |
                                d1 | 2024 | A4 | J | - | - | - |
                                """)
                        .ledger("""
                                award | x | - | A1 | 2024-10-01 |
                                award | x | - | A3 | 2024-10-02 |
                                award | x | - | A4 | 2024-10-02 |
                                award | x | - | A4 | 2024-10-03 |
                                """)
                        .rows(
                                new AwardRatio(),
                                ExchangeRateTest.town()
                                        .group("G", "C1", "A1 peer, A2 peer")
                                        .group("H", "C1", "A3 lead, A4 member")),
                row -> row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | value  | n | k | leftOutUnits | flag         | because
                -          | G         | -      | 0 | 0 | 0            | BASE_MISSING | peers alone: their share would always be all
                A1         | G         | 2.0    | 1 | 2 | 0            | OK           | (1/1)/(1/2)
                A2         | G         | 0      | 1 | 2 | 0            | OK           | -
                -          | H         | 1.3333 | 3 | 2 | 0            | OK           | (2/3)/(1/2)
                A3         | H         | .6667  | 3 | 2 | 0            | OK           | -
                A4         | H         | 1.3333 | 3 | 2 | 0            | OK           | -
                -          | -         | 1.3333 | 3 | 2 | 0            | OK           | of H alone
                """);
    }

    @Test
    void aDistrictSumsMembersGroupByGroup() {
        Town town = ExchangeRateTest.town()
                .group("G", "alliance", "C1", null, "A1 lead, A2 member")
                .group("H", "alliance", "C1", null, "A3 lead, A1 member");
        MetricTable.check(
                new TownFacts()
                        .teachers("""
                                a1 | 2024 | A1 | J | - | - | - |
                                b1 | 2024 | A2 | J | - | - | - |
                                c1 | 2024 | A3 | J | - | - | - |
                                """)
                        .ledger("award | x | - | A1 | 2024-10-01 |\naward | x | - | A1 | 2024-10-02 |")
                        .rows(new AwardRatio(), town),
                row -> row.schoolCode().isEmpty() && row.districtCode().equals("C1"),
                """
                groupCode | value | n | k | because
                G         | 0     | 2 | 2 | A1 leads
                H         | 2.0   | 2 | 2 | A1 is the member
                -         | 1.0   | 4 | 3 | (2/4)/(2/4): A1 is no member of G
                """);
    }
}
