package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class BodiesInPlaceTest {
    private static Town town() {
        return ExchangeRateTest.town()
                .group("G", "C1", "A1 lead, A2 member")
                .group("H", "C1", "A3 lead")
                .group("K", "C1", "A4 lead")
                .group("P", "pair", "C1", null, "A1 lead");
    }

    @Test
    void countsBodiesAndPostsThatAreInPlace() {
        MetricTable.check(
                new TownFacts().ledger("""
                                body | 理事会 | G | -  | 2024-09-01 |
                                body | 理事会 | P | -  | 2024-09-01 |
                                body | 理事会 | - | A9 | 2024-09-01 |
                                """).posts("""
                                G | -      | 总校长 | p1 | 2024-09-01 | -          | A1
                                H | 理事会 | 理事   | p2 | 2024-09-01 | 2025-08-31 | A3
                                H | -      | 总校长 | p3 | 2024-09-01 | 2025-08-30 | A3
                                """).rows(new BodiesInPlace(), town()),
                row -> row.schoolYear() == 2024 && row.districtCode().equals("C1"),
                """
                schoolCode | groupCode | variant         | measure | value | n | k | leftOutUnits | flag          | because
                A9         | -         | -               | share   | -     | 0 | 1 | 0            | BASE_MISSING  | there is no list for units
                A9         | -         | -               | missing | -     | 0 | 1 | 0            | BASE_MISSING  | -
                -          | G         | education_group | share   | 1     | 2 | 1 | 0            | OK            | -
                -          | G         | education_group | missing | 0     | 2 | 1 | 0            | OK            | -
                -          | H         | education_group | share   | .50   | 2 | 1 | 0            | OK            | somebody sits in the body; the head left the day before
                -          | H         | education_group | missing | 1     | 2 | 1 | 0            | OK            | -
                -          | K         | education_group | share   | -     | 2 | 1 | 0            | MISSING_INPUT | nothing handed in
                -          | K         | education_group | missing | -     | 2 | 1 | 0            | MISSING_INPUT | -
                -          | P         | pair            | share   | -     | 0 | 1 | 0            | BASE_MISSING  | no list for pairs
                -          | P         | pair            | missing | -     | 0 | 1 | 0            | BASE_MISSING  | -
                -          | -         | education_group | share   | .75   | 4 | 2 | 1            | OK            | three of four
                -          | -         | education_group | missing | 1     | 4 | 2 | 1            | OK            | -
                -          | -         | pair            | share   | -     | 0 | 0 | 1            | BASE_MISSING  | -
                -          | -         | pair            | missing | -     | 0 | 0 | 1            | BASE_MISSING  | -
                """);
    }

    @Test
    void twoInAPostForOneAreOneTooMany() {
        MetricTable.check(
                new TownFacts().posts("""
                        G | - | 总校长 | p1 | 2024-09-01 | - | A1
                        G | - | 总校长 | p2 | 2024-09-01 | - | A2
                        """).rows(new BodiesInPlace(), town()),
                row -> row.schoolYear() == 2024 && row.groupCode().equals("G"),
                """
                measure | value
                share   | 0
                missing | 2
                """);
    }
}
