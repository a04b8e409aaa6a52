package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DocumentsInForceTest {
    @Test
    void isTheShareOfTheListThatIsInForceOnTheLastDay() {
        MetricTable.check(
                new TownFacts()
                        .ledger("""
                        document  | 章程       | G | -  | 2020-09-01 | status=in_force
                        plan      | 发展规划   | G | -  | 2024-09-01 | until=2025-08-31 status=trial
                        plan      | 年度计划   | G | -  | 2024-09-01 | until=2025-08-30
                        agreement | 发展协议书 | G | -  | 2024-09-01 | status=planned
                        document  | 办学章程   | H | -  | 2024-09-01 |
                        document  | 章程       | - | A2 | 2024-09-01 |
                        """)
                        .rows(
                                new DocumentsInForce(),
                                ExchangeRateTest.town()
                                        .group("G", "C1", "A1 lead, A2 member")
                                        .group("H", "C1", "A3 lead")
                                        .group("K", "C1", "A4 lead")),
                row -> row.schoolYear() == 2024 && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant         | measure | value | n | k | leftOutUnits | flag          | because
                A2         | -         | -               | share   | .25   | 4 | 1 | 0            | OK            | its own
                A2         | -         | -               | missing | 3     | 4 | 1 | 0            | OK            | -
                -          | G         | education_group | share   | .50   | 4 | 1 | 0            | OK            | the plan of the year ended a day too early; one is only planned
                -          | G         | education_group | missing | 2     | 4 | 1 | 0            | OK            | -
                -          | H         | education_group | share   | 0     | 4 | 1 | 0            | OK            | 办学章程 is not 章程
                -          | H         | education_group | missing | 4     | 4 | 1 | 0            | OK            | -
                -          | K         | education_group | share   | -     | 4 | 1 | 0            | MISSING_INPUT | nothing handed in
                -          | K         | education_group | missing | -     | 4 | 1 | 0            | MISSING_INPUT | -
                -          | -         | education_group | share   | .25   | 8 | 2 | 1            | OK            | the mean over groups
                -          | -         | education_group | missing | 6     | 8 | 2 | 1            | OK            | -
                """);
    }

    @Test
    void theRunningYearEndsWithTheBuild() {
        TownFacts facts = new TownFacts().ledger("document | 章程 | G | - | 2024-09-01 | until=2025-03-31");
        Town town = ExchangeRateTest.town().group("G", "C1", "A1 lead");
        for (int day : new int[] {31, 30}) {
            assertThat(new DocumentsInForce()
                                    .rows(
                                            town.territory(),
                                            facts.facts(),
                                            BuildTerms.of(
                                                    LocalDate.of(2025, 3, 1).plusDays(day)))
                                    .stream()
                                    .filter(row -> row.groupCode().equals("G")
                                            && row.measure().equals("share"))
                                    .mapToDouble(row -> row.value()))
                    .as("%d days after March 1", day)
                    .containsExactly(day == 30 ? .25 : 0);
        }
    }
}
