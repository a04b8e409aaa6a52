package org.manyuan.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.manyuan.domain.MetricValue;

class BetweenSchoolShareByLikelihoodTest {
    private static final BetweenSchoolShareByLikelihood METRIC = new BetweenSchoolShareByLikelihood();

    @Test
    void isTheAnalysisOfVarianceWhereUnitsAreOfOneSize() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 40 60
                        E | A2 | 60 80
                        E | A3 | 80 100
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure | value   | k | flag        | because
                icc     | .600000 | 3 | K_TOO_SMALL | MSB 800, MSW 200, two pupils each: τ² = 300
                tau2    | 300.000 | 3 | OK          |
                sigma2  | 200.000 | 3 | OK          |
                mu      | 70.0000 | 3 | OK          |
                """);
    }

    @Test
    void givesAnIntervalOfEightUnitsThatHoldsTheShare() {
        Town town = new Town().exam("E", 2024);
        for (int j = 1; j <= 8; j++) {
            town.scores("E | A" + j + " | " + (50 + 3 * j) + " " + (60 + 3 * j) + " " + (55 + 3 * j));
        }
        MetricValue icc = MetricTable.one(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().equals("icc"));

        assertThat(icc.ciMethod()).isEqualTo("profile");
        assertThat(icc.value()).isBetween(icc.ciLo(), icc.ciHi());
        assertThat(icc.ciLo()).isPositive();
        assertThat(icc.ciHi()).isLessThan(1);
    }

    @Test
    void saysWhyThereIsNoShare() {
        Town town = new Town()
                .exam("O", 2022)
                .exam("F", 2023)
                .exam("N", 2024, null, null)
                .scores("""
                        O | A1 | 60 70
                        F | A1 | 60 60
                        F | A2 | 50 50
                        """)
                .totals("""
                        N | A1 | 30 | 60 | 10
                        N | A2 | 30 | 50 | -
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().matches("icc|mu"),
                """
                examCode | measure | value | flag          | because
                O        | icc     | -     | K_TOO_SMALL   | one unit
                O        | mu      | -     | K_TOO_SMALL   |
                F        | icc     | -     | ZERO_SD       | nobody differs within a unit
                F        | mu      | -     | ZERO_SD       |
                N        | icc     | -     | MISSING_INPUT | a total without SD
                N        | mu      | -     | MISSING_INPUT |
                """);
    }
}
