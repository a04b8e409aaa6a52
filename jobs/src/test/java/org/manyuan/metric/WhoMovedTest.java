package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class WhoMovedTest {
    private static final WhoMoved METRIC = new WhoMoved();

    @Test
    void tellsARisingMemberFromAFallingLead() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("NL", "C1", "B1 peer, B2 peer")
                .unit("B2", "C1")
                .exam("E23", 2023)
                .exam("E24", 2024)
                .scores("""
                        E23 | A1 | 20x70 20x90
                        E23 | A2 | 20x30 20x50
                        E23 | B1 | 20x40 20x80
                        E24 | A1 | 20x65 20x85
                        E24 | A2 | 20x45 20x65
                        E24 | B1 | 20x30 20x70
                        E24 | B2 | 5x99
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024 && row.variant().endsWith("base_founding"),
                """
                groupCode | variant                               | measure | baseYear | value  | se    | ciMethod | n  | k | leftOutUnits | flag | because
                GA        | education_group/GAP-08b/base_founding | lead    | 2023     | -.2188 | .1117 | normal   | 40 | 1 | 0            | OK   | it fell
                GA        | education_group/GAP-08b/base_founding | member  | 2023     | .5787  | .1117 | normal   | 40 | 1 | 0            | OK   | they rose more
                NL        | education_group/GAP-08c/base_founding | member  | 2023     | -.6048 | .2233 | normal   | 40 | 1 | 1            | OK   | no lead: the members' side alone; B2 has no 2023
                """);
    }

    @Test
    void hasNoIntervalWhereNobodyOfASideDiffersInEitherYear() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E23", 2023)
                .exam("E24", 2024)
                .scores("""
                        E23 | A1 | 40x80
                        E23 | A2 | 20x40 20x60
                        E24 | A1 | 40x70
                        E24 | A2 | 20x40 20x60
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024 && row.variant().endsWith("base_previous"),
                """
                measure | value  | se    | ciMethod | flag    | because
                lead    | -.0875 | .0    | -        | ZERO_SD | all alike: an error of 0 would say that nothing is uncertain
                member  | .0875  | .1615 | normal   | OK      |
                """);
    }

    @Test
    void isSilentWhereThePanelIsEmpty() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E23", 2023)
                .exam("E24", 2024)
                .scores("""
                        E23 | A1 | 20x70 20x90
                        E24 | A1 | 20x65 20x85
                        E24 | A2 | 20x45 20x65
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024 && row.variant().endsWith("base_previous"),
                """
                measure | value | n | leftOutUnits | leftOutStudents | flag         | because
                lead    | -     | - | 1            | 40              | BASE_MISSING | A2 has no 2023: nobody to compare
                member  | -     | - | 1            | 40              | BASE_MISSING |
                """);
    }
}
