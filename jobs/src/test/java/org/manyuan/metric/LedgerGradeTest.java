package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class LedgerGradeTest {
    @Test
    void takesTheLatestGradeOfTheYear() {
        MetricTable.check(
                new TownFacts()
                        .enrollment("""
                                A1 | 2024 | J7 | - | 300 | -
                                A2 | 2024 | J7 | - | 100 | -
                                """)
                        .ledger("""
                                evaluation | management | G | A1 | 2025-01-01 | grade=D
                                inspection | management | G | A1 | 2025-06-01 | grade=A
                                evaluation | management | G | A2 | 2025-06-01 | grade=C
                                evaluation | management | - | A3 | 2025-06-01 | grade=B
                                evaluation | management | - | A4 | 2025-06-01 | grade=优
                                evaluation | management | H | -  | 2025-06-01 | grade=B
                                evaluation | feature    | H | A1 | 2025-06-01 | grade=B
                                award      | management | H | A1 | 2025-07-01 | grade=D
                                """)
                        .rows(
                                LedgerGrade.all().get(0),
                                ExchangeRateTest.town()
                                        .group("G", "C1", "A1 lead, A2 member, A3 member")
                                        .group("H", "C1", "A1 lead")),
                row -> row.districtCode().equals("C1"),
                """
                metricId | schoolCode | groupCode | variant         | value | n   | k | leftOutUnits | flag          | because
                GOV-01   | A1         | -         | -               | 4     | 1   | 1 | 0            | OK            | the inspection came later
                GOV-01   | A2         | -         | -               | 2     | 1   | 1 | 0            | OK            | -
                GOV-01   | A3         | -         | -               | 3     | 1   | 1 | 0            | OK            | -
                GOV-01   | A4         | -         | -               | -     | 1   | 1 | 0            | MISSING_INPUT | no letter that the list knows
                GOV-01   | -          | G         | education_group | 3.5   | 400 | 2 | 1            | OK            | (300·4 + 100·2)/400; nobody counted A3's pupils
                GOV-01   | -          | H         | education_group | 3     | 1   | 1 | 0            | OK            | its own, whatever A1 got
                GOV-01   | -          | -         | -               | 3     | 3   | 3 | 1            | OK            | (4 + 2 + 3)/3
                """);
    }

    @Test
    void saysHowFewStudentsAWeightRestsOn() {
        MetricTable.check(
                new TownFacts()
                        .enrollment("A1 | 2024 | J7 | - | 300 | -\nA2 | 2024 | J7 | - | 9 | -")
                        .ledger("""
                                evaluation | feature | - | A1 | 2025-01-01 | grade=A
                                evaluation | feature | - | A2 | 2025-01-01 | grade=B
                                """)
                        .rows(LedgerGrade.all().get(2), ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member")),
                row -> row.groupCode().equals("G") || row.schoolCode().equals("A2"),
                """
                schoolCode | groupCode | value  | leastSide           | leastUnit           | because
                A2         | -         | 3      | 9223372036854775807 | 9223372036854775807 | a grade is given, not counted
                -          | G         | 3.9709 | 9                   | 9                   | the mean and the grades give A2's students back
                """);
    }

    @Test
    void everyItemIsAMetricOfItsOwn() {
        TownFacts facts = new TownFacts().ledger("""
                evaluation | management | - | A1 | 2025-01-01 | grade=A
                evaluation | evaluation | - | A1 | 2025-01-01 | grade=B
                evaluation | feature    | - | A1 | 2025-01-01 | grade=C
                """);
        for (int i = 0; i < 3; i++) {
            MetricTable.check(
                    facts.rows(LedgerGrade.all().get(i), ExchangeRateTest.town()),
                    row -> row.schoolCode().equals("A1"),
                    "metricId | value\nGOV-0" + (i + 1) + " | " + (4 - i));
        }
    }
}
