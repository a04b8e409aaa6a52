package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class ChangeOfSpreadTest {
    private static final ChangeOfSpread METRIC = new ChangeOfSpread();

    @Test
    void comparesTheSameUnitsWithTheFirstYear() {
        Town town =
                new Town().exam("E22", 2022).exam("E23", 2023).exam("E24", 2024).scores("""
                        E22 | A1 | 40
                        E22 | A2 | 60
                        E22 | A3 | 90 90
                        E23 | A1 | 50
                        E24 | A1 | 45
                        E24 | A2 | 55
                        E24 | A4 | 99 99 99
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | measure      | baseYear | value  | k | leftOutUnits | leftOutStudents | flag        | because
                E23      | cv_ratio     | 2022     | -      | 1 | 2            | 3               | K_TOO_SMALL | A1 alone has both years
                E23      | sd_log_ratio | 2022     | -      | 1 | 2            | 3               | K_TOO_SMALL |
                E24      | cv_ratio     | 2022     | .50000 | 2 | 2            | 5               | OK          | ±5 now, ±10 then, of 50
                E24      | sd_log_ratio | 2022     | .49491 | 2 | 2            | 5               | K_TOO_SMALL | ln(55/45)/ln(60/40)
                """);
    }

    @Test
    void testsPairsAndNotTwoIndependentYears() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024);
        for (int j = 1; j <= 9; j++) {
            town.scores("E22 | A" + j + " | " + (40 + 4 * j));
            town.scores("E24 | A" + j + " | " + (50 + 2 * j + (j * j) % 3));
        }

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().equals("sd_log_ratio"),
                """
                value  | p      | ciLo   | ciHi   | ciMethod       | ciFrame | k | flag
                .47629 | .00000 | .43592 | .52040 | pitman-morgan  | schools | 9 | OK
                """);
    }

    @Test
    void tellsNothingOfChanceWhereAllGrewByOneFactor() {
        Town town = new Town().exam("E22", 2022, null, null).exam("E24", 2024, null, null);
        for (int j = 1; j <= 9; j++) {
            town.totals("E22 | A" + j + " | 30 | " + (31 + 1.3 * j) + " | 8");
            town.totals("E24 | A" + j + " | 30 | " + 1.5 * (31 + 1.3 * j) + " | 12");
        }

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure      | value | p | ciLo | flag    | because
                cv_ratio     | 1.000 | - | -    | OK      | no test of it
                sd_log_ratio | 1.000 | - | -    | ZERO_SD | the years lie on a line
                """);
    }

    @Test
    void comparesResourcesOfTheFirstYearAndNow() {
        Town town = new Town().unit("A1", "C1").unit("A2", "C1").unit("A3", "C1");

        MetricTable.check(
                new TownFacts().resources("""
                        A1 | 2021 | J | 100 |
                        A1 | 2022 | J | 100 | books=4000
                        A2 | 2022 | J | 50  | books=3000
                        A3 | 2022 | J | 70  | books=700
                        A1 | 2023 | J | 100 | books=5000
                        A1 | 2024 | J | 100 | books=4500
                        A2 | 2024 | J | 60  | books=3300
                        A1 | 2025 | J | 100 | teachers=9
                        """).rows(METRIC, town),
                row -> row.districtCode().equals("C1") && row.measure().equals("RES-15"),
                """
                schoolYear | baseYear | variant  | value  | n   | k | leastSide | leftOutUnits | leftOutStudents | flag          | because
                2023       | 2022     | cv_ratio | -      | 100 | 1 | 100       | 2            | 120             | K_TOO_SMALL   | A1 alone has both years
                2023       | 2022     | -        | -      | 100 | 1 | 100       | 2            | 120             | K_TOO_SMALL   | nothing was handed in for 2021
                2024       | 2022     | cv_ratio | .50000 | 160 | 2 | 50        | 1            | 70              | OK            | ±5 now, ±10 then, of 50: pupils do not weigh
                2024       | 2022     | -        | .49491 | 160 | 2 | 50        | 1            | 70              | K_TOO_SMALL   | ln(55/45)/ln(60/40)
                2025       | 2022     | cv_ratio | -      | 0   | 0 | -         | 3            | 220             | MISSING_INPUT | nobody counted books
                2025       | 2022     | -        | -      | 0   | 0 | -         | 3            | 220             | MISSING_INPUT |
                """);
    }

    @Test
    void saysWhyThereIsNoRatio() {
        Town town = new Town().exam("E22", 2022).exam("E24", 2024).scores("""
                        E22 | A1 | 60
                        E22 | A2 | 60
                        E24 | A1 | 50
                        E24 | A2 | 60
                        """);
        Town none = new Town().exam("E22", 2022).exam("E24", 2024).scores("""
                        E22 | A1 | 60
                        E22 | A2 | 0
                        E24 | A1 | 50
                        E24 | A2 | 60
                        """);
        Town other = new Town().exam("E22", 2022).exam("E24", 2024).scores("""
                        E22 | A1 | 60
                        E24 | A2 | 60
                        """);
        String header = "measure      | value | flag\n";
        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), header + """
                cv_ratio     | -     | ZERO_SD
                sd_log_ratio | -     | ZERO_SD
                """);
        MetricTable.check(none.rows(METRIC), row -> row.districtCode().equals("T"), header + """
                cv_ratio     | -     | ZERO_MEAN
                sd_log_ratio | -     | ZERO_MEAN
                """);
        MetricTable.check(other.rows(METRIC), row -> row.districtCode().equals("T"), header + """
                cv_ratio     | -     | BASE_MISSING
                sd_log_ratio | -     | BASE_MISSING
                """);
    }
}
