package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class GroupFundingTest {
    private static final String PUPILS = """
            A1 | 2024 | J7 | - | 500 | -
            A2 | 2024 | J7 | - | 150 | -
            A2 | 2024 | P1 | - | 50  | -
            A3 | 2024 | J7 | - | 100 | -
            """;

    private static Town town() {
        return ExchangeRateTest.town()
                .group("G", "C1", "A1 lead, A2 member, A3 member")
                .group("H", "C1", "A4 member")
                .group("K", "alliance", "C1", null, "A2 peer");
    }

    @Test
    void isTheMoneyOfTheGroupAndItsMembersOverTheMembersPupils() {
        MetricTable.check(
                new TownFacts().enrollment(PUPILS).ledger("""
                        funding | 专项资金 | G | -  | 2024-09-01 | value=1.5 unit=万元
                        funding | 专项资金 | G | A1 | 2025-08-31 | value=1000 unit=元
                        funding | 专项资金 | - | A2 | 2026-01-01 | value=2000 unit=元 year=2024
                        funding | 专项资金 | - | A1 | 2024-10-01 | value=9000 unit=元
                        funding | 专项资金 | - | -  | 2024-10-01 | value=9000 unit=元 authority=C1
                        funding | 专项资金 | G | -  | 2024-10-01 | value=9000 unit=元 status=planned
                        funding | 专项资金 | G | -  | 2023-10-01 | value=9000 unit=元
                        """).rows(new GroupFunding(), town()),
                row -> row.schoolYear() == 2024 && row.districtCode().equals("C1"),
                """
                groupCode | variant         | value | n   | k | leastSide | flag | because
                G         | education_group | 60    | 300 | 2 | 300       | OK   | 15000 + 1000 + 2000 over A2 and A3; a lead's own money is none of the group's
                K         | alliance        | 10    | 200 | 1 | 200       | OK   | 2000 of its member A2, who is in both
                -         | alliance        | 10    | 200 | 1 | 200       | OK   | -
                -         | education_group | 60    | 300 | 2 | 300       | OK   | H got nothing
                """);
    }

    @Test
    void saysWhatIsMissing() {
        MetricTable.check(
                new TownFacts().enrollment(PUPILS).ledger("""
                        funding | 专项资金 | G | - | 2024-09-01 | value=300 unit=元 bound=about
                        funding | 专项资金 | H | - | 2024-09-01 | value=300 unit=元
                        funding | 专项资金 | K | - | 2024-09-01 | value=300
                        """).rows(new GroupFunding(), town()),
                row -> !row.groupCode().isEmpty(),
                """
                groupCode | value | k | leftOutUnits | flag          | because
                G         | 1     | 2 | 0            | APPROXIMATE   | about
                H         | -     | 0 | 1            | MISSING_INPUT | nobody counted A4's pupils
                K         | -     | 1 | 0            | MISSING_INPUT | an amount of what
                """);
    }
}
