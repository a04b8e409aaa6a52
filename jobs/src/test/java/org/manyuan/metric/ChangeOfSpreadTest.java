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
