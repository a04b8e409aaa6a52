package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class MeanWithinGroupSpreadTest {
    private static final MeanWithinGroupSpread METRIC = new MeanWithinGroupSpread();

    @Test
    void countsGroupsWhollyInsideADistrict() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("A3", "C1")
                .unit("A4", "C1")
                .unit("B1", "C2")
                .unit("B2", "C2")
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "A3 lead, B1 member")
                .group("GC", "C1", "A4 member")
                .group("GD", "C2", "B1 peer, B2 peer")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 50 70
                        E | A2 | 20 60
                        E | A3 | 50 50
                        E | A4 | 10
                        E | B1 | 80 80 80 90 90 90
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.variant().equals("education_group"), """
                districtCode | value   | se | n  | k | leftOutUnits | leftOutStudents | flag          | because
                T            | 12.5777 | -  | 12 | 2 | 0            | 0               | K_TOO_SMALL   | GA 10, GB √(¼·35²·¾); GC and GD have one unit with results
                C1           | 10.0    | -  | 4  | 1 | 1            | 2               | K_TOO_SMALL   | GB crosses: A3 is left out
                C2           | -       | -  | 0  | 0 | 1            | 6               | MISSING_INPUT | GB crosses, GD has one unit
                """);
    }

    @Test
    void needsNoSdForPointsAndOneForItsOtherScale() {
        Town town = new Town().exam("E", 2024, null, null);
        for (int g = 1; g <= 8; g++) {
            town.group("G" + g, "C1", "L" + g + " lead, M" + g + " member");
            town.totals("E | L" + g + " | 30 | " + (60 + g) + " | -");
            town.totals("E | M" + g + " | 30 | " + (60 - g) + " | -");
        }

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                variant              | value | se   | ciLo | ciHi | ciMethod | k | flag          | because
                education_group      | 4.50  | .866 | 2.45 | 6.55 | t-groups | 8 | OK            | 1 to 8, t on 7
                education_group/sd_e | -     | -    | -    | -    | -        | 8 | MISSING_INPUT | no SD of the paper
                """);
    }

    @Test
    void dividesByNoPaperThatEverybodyDidAlike() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .exam("F", 2024)
                .scores("""
                        E | A1 | 20x60
                        E | A2 | 20x60
                        F | A1 | 20x60
                        """)
                .totals("F | A2 | 20 | 70 | -");

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | variant              | value | k | flag          | because
                E        | education_group      | .0    | 1 | K_TOO_SMALL   | no spread is a spread
                E        | education_group/sd_e | -     | 1 | ZERO_SD       | SD_e = 0
                F        | education_group      | 5.0   | 1 | K_TOO_SMALL   |
                F        | education_group/sd_e | -     | 1 | MISSING_INPUT | SD_e unknown
                """);
    }

    @Test
    void poolsPapersOfOneYearWithoutJudgingThem() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("B1", "C2")
                .unit("B2", "C2")
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C2", "B1 lead, B2 member")
                .exam("E", 2024)
                .exam("F", 2024)
                .scores("""
                        E | A1 | 50 60
                        E | A2 | 30 40
                        F | B1 | 50 60
                        F | B2 | 46 56
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | variant              | value | k | flag            | because
                E        | education_group      | 10.0  | 1 | K_TOO_SMALL     |
                E        | education_group/sd_e | .775  | 1 | K_TOO_SMALL     | over √(500/3)
                F        | education_group      | 2.0   | 1 | K_TOO_SMALL     |
                F        | education_group/sd_e | .322  | 1 | K_TOO_SMALL     |
                -        | education_group      | 6.0   | 2 | DIFFERENT_PAPER |
                -        | education_group/sd_e | .548  | 2 | DIFFERENT_PAPER | each group over the SD of its own paper
                """);
    }
}
