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
                measure    | variant | value | k | flag        | because
                mean_score | -       | .3000 | 4 | K_TOO_SMALL | METRICS D2.1: 20 50 20 10
                normalised | -       | .4000 | 4 | K_TOO_SMALL | the same over ¾
                mean_score | equal   | .3000 | 4 | K_TOO_SMALL | one pupil each
                """);
    }

    @Test
    void weighsByPupilsUnlessToldOtherwise() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 3x60
                        E | A2 | 40
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                measure    | variant | value  | leastSide | because
                mean_score | -       | .06818 | 4         | pairs of pupils: 3·20/16 over the mean 55
                normalised | -       | .13636 | 4         |
                mean_score | equal   | .10000 | 1         | 20/4 over the mean 50
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
                examCode | measure    | variant | value  | ciMethod        | ciFrame | flag
                O        | mean_score | -       | -      | -               | schools | K_TOO_SMALL
                O        | normalised | -       | -      | -               | schools | K_TOO_SMALL
                O        | mean_score | equal   | -      | -               | schools | K_TOO_SMALL
                Z        | mean_score | -       | -      | -               | schools | ZERO_MEAN
                Z        | normalised | -       | -      | -               | schools | ZERO_MEAN
                Z        | mean_score | equal   | -      | -               | schools | ZERO_MEAN
                F        | mean_score | -       | .0     | -               | schools | ZERO_SD
                F        | normalised | -       | .0     | -               | schools | ZERO_SD
                F        | mean_score | equal   | .0     | -               | schools | ZERO_SD
                E        | mean_score | -       | .06165 | logit-jackknife | schools | OK
                E        | normalised | -       | .07046 | logit-jackknife | schools | OK
                E        | mean_score | equal   | .06165 | logit-jackknife | schools | OK
                """);
    }
}
