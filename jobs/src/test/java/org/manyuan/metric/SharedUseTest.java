package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class SharedUseTest {
    @Test
    void isTheUsesByOthersOverAllUses() {
        MetricTable.check(
                new TownFacts()
                        .ledger("""
                        shared_use | 体育馆 | G | A1 | 2024-10-01 | other=A2 value=3
                        shared_use | 体育馆 | G | A1 | 2024-10-02 | other=A1 value=5
                        shared_use | 场馆   | G | A1 | 2024-10-03 |
                        shared_use | 场馆   | - | A2 | 2024-10-03 | other=A9
                        shared_use | 场馆   | - | A9 | 2024-10-03 | other=A2 value=0
                        shared_use | 课例   | G | A1 | 2024-10-03 | other=A2 value=100
                        """)
                        .rows(SharedUse.all().get(0), ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member")),
                row -> row.districtCode().equals("C1"),
                """
                metricId | schoolCode | groupCode | variant         | value  | n  | k | flag         | because
                RES-23   | A1         | -         | -               | .3333  | 9  | 1 | OK           | 3 of 3 + 5 + 1: an empty number is one use
                RES-23   | A2         | -         | -               | 1      | 1  | 1 | OK           | -
                RES-23   | A9         | -         | -               | -      | 0  | 1 | BASE_MISSING | no use
                RES-23   | -          | G         | education_group | .40    | 10 | 2 | OK           | A2's entry names no group, A2 is in it
                RES-23   | -          | -         | -               | .40    | 10 | 3 | OK           | -
                """);
    }

    @Test
    void digitalResourcesStandApart() {
        MetricTable.check(
                new TownFacts().ledger("""
                        shared_use | 体育馆 | - | A1 | 2024-10-01 | other=A2
                        shared_use | 课例   | - | A1 | 2024-10-03 | other=A2 bound=at_least
                        shared_use | 别的   | - | A1 | 2024-10-03 | other=A2
                        """).rows(SharedUse.all().get(1), ExchangeRateTest.town()), row -> true, """
                metricId | schoolCode | districtCode | value | n | flag
                RES-24   | A1         | C1           | 1     | 1 | APPROXIMATE
                RES-24   | -          | C1           | 1     | 1 | APPROXIMATE
                RES-24   | -          | T            | 1     | 1 | APPROXIMATE
                """);
    }
}
