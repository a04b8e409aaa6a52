package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class ExchangedLeadersTest {
    @Test
    void takesThePostOfTheRollAndOfWhoIsOnNoRollTheExchanges() {
        MetricTable.check(
                new TownFacts().teachers("""
                                t1 | 2024 | A1 | J | - | - | - | post=校长
                                t2 | 2024 | A1 | J | - | - | - | post=副校长
                                t3 | 2024 | A1 | J | - | - | - |
                                t4 | 2024 | A2 | J | - | - | - |
                                t5 | 2024 | A3 | J | - | - | - | post=教师
                                """).exchanges("""
                                t1 | A1 | A2 | 2024-09-01 | 2024-09-30 | 跟岗 | -
                                t3 | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | - | post=副校长
                                t9 | A3 | A2 | 2024-09-01 | 2025-06-30 | 挂职 | - | post=书记
                                """).rows(new ExchangedLeaders(), ExchangeRateTest.town()),
                row -> row.stage().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | measure | value  | ciLo  | n | k | leftOutUnits | flag          | because
                A1         | leaders | 1      | -     | 2 | 1 | 0            | OK            | t1, whatever the kind; t3 has no post on the roll
                A1         | rate    | .50    | .0945 | 2 | 1 | 0            | N_TOO_SMALL   | -
                A2         | leaders | -      | -     | 0 | 0 | 1            | MISSING_INPUT | its roll names no post
                A2         | rate    | -      | -     | 0 | 0 | 1            | MISSING_INPUT | -
                A3         | leaders | 1      | -     | 0 | 1 | 0            | OK            | t9
                A3         | rate    | -      | -     | 0 | 1 | 0            | BASE_MISSING  | nobody on its roll leads
                -          | leaders | 2      | -     | 2 | 2 | 4            | OK            | A2, and three without a roll
                -          | rate    | 1      | .3424 | 2 | 2 | 4            | N_TOO_SMALL   | -
                """);
    }
}
