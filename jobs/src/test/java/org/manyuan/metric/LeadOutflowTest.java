package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class LeadOutflowTest {
    @Test
    void isWhatLeadsSendToTheirMembersOrToAll() {
        Town town =
                ExchangeRateTest.town().group("G", "C1", "A1 lead, A2 member").group("H", "C1", "A3 peer, A4 peer");
        MetricTable.check(
                new TownFacts()
                        .teachers(NetTeacherFlowTest.ROLL)
                        .teachers("u1 | 2024 | A3 | J | - | - | - |")
                        .exchanges(NetTeacherFlowTest.EXCHANGES)
                        .exchanges("""
                                t2 | A1 | A9 | 2024-09-01 | 2025-08-31 | 支教 | - | fte=0.5
                                u1 | A3 | A4 | 2024-09-01 | 2025-08-31 | 支教 | - |
                                """)
                        .rows(new LeadOutflow(), town),
                row -> row.stage().isEmpty() && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant             | value   | n | k | flag         | because
                A1         | -         | -                   | .49966  | 2 | 1 | OK           | t1 to A2
                A1         | -         | all                 | .74949  | 2 | 1 | OK           | and half of t2 to A9
                A2         | -         | -                   | .00000  | 2 | 1 | OK           | to the lead is not to a member; A9 is in no group
                A2         | -         | all                 | .02053  | 2 | 1 | APPROXIMATE  | 走教 without its share is left out
                A3         | -         | -                   | .99932  | 1 | 1 | OK           | peers are the members where there is no lead
                A3         | -         | all                 | .99932  | 1 | 1 | OK           | -
                -          | G         | education_group     | .49966  | 2 | 1 | OK           | A1 alone leads
                -          | G         | education_group/all | .74949  | 2 | 1 | OK           | -
                -          | H         | education_group     | -       | 0 | 0 | BASE_MISSING | nobody leads
                -          | H         | education_group/all | -       | 0 | 0 | BASE_MISSING | -
                -          | -         | education_group     | .49966  | 2 | 1 | OK           | -
                -          | -         | education_group/all | .74949  | 2 | 1 | OK           | -
                """);
    }
}
