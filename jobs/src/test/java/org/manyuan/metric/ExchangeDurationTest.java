package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class ExchangeDurationTest {
    @Test
    void takesExchangesThatEndInTheYear() {
        MetricTable.check(
                new TownFacts()
                        .teachers("a | 2024 | A1 | J | - | - | - |\nd | 2024 | A2 | J | - | - | - |")
                        .exchanges("""
                                a | A1 | A2 | 2024-09-01 | 2025-06-30 | 轮岗 | -
                                a | A1 | A2 | 2023-09-01 | 2024-12-31 | 支教 | -
                                a | A1 | A3 | 2024-09-01 | 2024-09-30 | 走教 | -
                                a | A1 | A3 | 2024-09-01 | 2025-09-01 | 轮岗 | -
                                a | A1 | A3 | 2023-09-01 | 2024-08-31 | 轮岗 | -
                                a | A1 | A3 | 2024-09-01 | -          | 轮岗 | -
                                a | A1 | A3 | 2024-09-01 | 2025-06-30 | 跟岗 | -
                                """)
                        .rows(new ExchangeDuration(), ExchangeRateTest.town()),
                row -> row.schoolYear() == 2024
                        && row.stage().isEmpty()
                        && row.districtCode().equals("C1"),
                """
                schoolCode | measure | value | n | k | leftOutUnits | flag         | because
                A1         | mean    | .7493 | 3 | 1 | 0            | N_TOO_SMALL  | 303, 488 and 30 days; a short one counts here
                A1         | median  | .8296 | 3 | 1 | 0            | N_TOO_SMALL  | 303 days
                A2         | mean    | -     | 0 | 1 | 0            | BASE_MISSING | it sent nobody
                A2         | median  | -     | 0 | 1 | 0            | BASE_MISSING | -
                -          | mean    | .7493 | 3 | 2 | 4            | N_TOO_SMALL  | four have no roll and sent nobody
                -          | median  | .8296 | 3 | 2 | 4            | N_TOO_SMALL  | -
                """);
    }

    @Test
    void nothingHandedInIsNoDuration() {
        MetricTable.check(
                new TownFacts()
                        .teachers("a | 2024 | A1 | J | - | - | - |")
                        .rows(new ExchangeDuration(), ExchangeRateTest.town()),
                row -> row.schoolCode().equals("A1") && row.stage().isEmpty(),
                """
                measure | value | flag
                mean    | -     | MISSING_INPUT
                median  | -     | MISSING_INPUT
                """);
    }
}
