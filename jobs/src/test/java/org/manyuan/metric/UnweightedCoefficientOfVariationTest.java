package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class UnweightedCoefficientOfVariationTest {
    private static final UnweightedCoefficientOfVariation METRIC = new UnweightedCoefficientOfVariation();

    @Test
    void countsEveryUnitOnce() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 60 60 60 60
                        E | A2 | 40
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                variant | value  | k | flag        | because
                -       | .28284 | 2 | K_TOO_SMALL | √(2·10²/1)/50
                ddof0   | .20000 | 2 | K_TOO_SMALL | √(2·10²/2)/50
                """);
    }

    @Test
    void givesNothingForOneUnitOrAMeanOfZero() {
        Town town = new Town().exam("O", 2023).exam("Z", 2024).scores("""
                        O | A1 | 60
                        Z | A1 | 0
                        Z | A2 | 0
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | variant | value | flag
                O        | -       | -     | K_TOO_SMALL
                O        | ddof0   | -     | K_TOO_SMALL
                Z        | -       | -     | ZERO_MEAN
                Z        | ddof0   | -     | ZERO_MEAN
                """);
    }

    @Test
    void hasTheSameIntervalWhateverItDividesByUpToTheFactor() {
        Town town = new Town().exam("E", 2024);
        for (int j = 1; j <= 9; j++) {
            town.scores("E | A" + j + " | " + (50 + 2 * j));
        }

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                variant | value  | ciFrame | flag
                -       | .0913  | schools | OK
                ddof0   | .0861  | schools | OK
                """);
    }
}
