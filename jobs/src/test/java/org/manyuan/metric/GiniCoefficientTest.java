package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class GiniCoefficientTest {
    private static final GiniCoefficient METRIC = new GiniCoefficient();

    @Test
    void isTheGiniOfAPublishedTable() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 20
                        E | A2 | 50
                        E | A3 | 20
                        E | A4 | 10
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                variant    | value | k | flag        | because
                -          | .3000 | 4 | K_TOO_SMALL | METRICS D2.1: 20 50 20 10
                normalised | .4000 | 4 | K_TOO_SMALL | the same over ¾
                equal      | .3000 | 4 | K_TOO_SMALL | one pupil each
                """);
    }

    @Test
    void weighsByPupilsUnlessToldOtherwise() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 3x60
                        E | A2 | 40
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                variant    | value  | leastSide | because
                -          | .06818 | 4         | pairs of pupils: 3·20/16 over the mean 55
                normalised | .13636 | 4         |
                equal      | .10000 | 1         | 20/4 over the mean 50
                """);
    }

    @Test
    void givesAnIntervalOfEightUnitsThatDifferAndNoneOtherwise() {
        Town town = new Town().exam("O", 2021).exam("Z", 2022).exam("F", 2023).exam("E", 2024);
        town.scores("O | A1 | 60");
        for (int j = 1; j <= 8; j++) {
            town.scores("Z | A" + j + " | 0");
            town.scores("F | A" + j + " | 70 70");
            town.scores("E | A" + j + " | " + (50 + 3 * j + j % 3));
        }

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | variant    | value  | ciMethod        | ciFrame | flag
                O        | -          | -      | -               | schools | K_TOO_SMALL
                O        | normalised | -      | -               | schools | K_TOO_SMALL
                O        | equal      | -      | -               | schools | K_TOO_SMALL
                Z        | -          | -      | -               | schools | ZERO_MEAN
                Z        | normalised | -      | -               | schools | ZERO_MEAN
                Z        | equal      | -      | -               | schools | ZERO_MEAN
                F        | -          | .0     | -               | schools | ZERO_SD
                F        | normalised | .0     | -               | schools | ZERO_SD
                F        | equal      | .0     | -               | schools | ZERO_SD
                E        | -          | .06165 | logit-jackknife | schools | OK
                E        | normalised | .07046 | logit-jackknife | schools | OK
                E        | equal      | .06165 | logit-jackknife | schools | OK
                """);
    }
}
