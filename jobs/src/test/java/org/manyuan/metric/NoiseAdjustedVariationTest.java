package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class NoiseAdjustedVariationTest {
    private static final NoiseAdjustedVariation METRIC = new NoiseAdjustedVariation();

    @Test
    void takesOffWhatPupilsAloneWouldMake() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 68 72
                        E | A2 | 48 52
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                value  | valueRaw | ciFrame | k | flag | because
                .16499 | -        | -       | 2 | OK   | S² = 100, s² = 8 each: 100 − 2·(1 − ½)·8/4 = 98; √98/60
                """);
    }

    @Test
    void showsLessThanChanceAsNothing() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 40 80
                        E | A2 | 41 81
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                value | valueRaw | flag              | because
                .0    | -.23361  | TRUNCATED_AT_ZERO | S² = ¼, s² = 800 each: ¼ − 200; −√199.75/60.5
                """);
    }

    @Test
    void saysWhatStandsInAndWhatIsMissing() {
        Town town = new Town()
                .exam("S", 2021)
                .exam("N", 2022, null, null)
                .exam("O", 2023)
                .exam("Z", 2024)
                .scores("""
                        S | A1 | 68 72
                        S | A2 | 50
                        O | A1 | 60 61
                        Z | A1 | 0 0
                        Z | A2 | 0 0
                        """)
                .totals("""
                        N | A1 | 30 | 60 | 10
                        N | A2 | 30 | 50 | -
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | value  | k | flag          | because
                S        | .14661 | 2 | APPROXIMATE   | a pupil alone has no variance, the others' 8 stands in: 88.89 − 2.67
                N        | -      | 2 | MISSING_INPUT | a total without SD
                O        | -      | 1 | K_TOO_SMALL   |
                Z        | -      | 2 | ZERO_MEAN     |
                """);
    }
}
