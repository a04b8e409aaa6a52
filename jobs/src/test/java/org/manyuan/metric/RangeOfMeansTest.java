package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class RangeOfMeansTest {
    private static final RangeOfMeans METRIC = new RangeOfMeans();

    @Test
    void setsTheHighestAgainstTheLowestWhateverTheirPupils() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 60 60 60 60
                        E | A2 | 40
                        """);

        MetricTable.check(town.rows(METRIC), row -> !row.districtCode().equals("T"), """
                groupCode | variant         | measure | value | k | leastSide | flag        | because
                -         | -               | max_min | 1.5   | 2 | 1         | OK          | 60/40
                -         | -               | p95_p5  | -     | 2 | 1         | K_TOO_SMALL | fewer than twenty units have no twentieth
                -         | -               | federal | -     | 2 | 1         | K_TOO_SMALL |
                GA        | education_group | max_min | 1.5   | 2 | 1         | OK          |
                GA        | education_group | p95_p5  | -     | 2 | 1         | K_TOO_SMALL |
                GA        | education_group | federal | -     | 2 | 1         | K_TOO_SMALL |
                """);
    }

    @Test
    void givesTheTailsOfTwentyUnitsAndNothingOverZero() {
        Town town = new Town().exam("E", 2023).exam("Z", 2024);
        for (int j = 1; j <= 21; j++) {
            town.scores("E | A" + (j + 10) + " | " + (39 + j));
            town.scores("Z | A" + (j + 10) + " | " + (j - 1) / 4);
        }

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | measure | value  | k  | flag      | because
                E        | max_min | 1.5000 | 21 | OK        | 60/40
                E        | p95_p5  | 1.4390 | 21 | OK        | 59/41
                E        | federal | .4390  | 21 | OK        | 18/41
                Z        | max_min | -      | 21 | ZERO_MEAN | the lowest has 0
                Z        | p95_p5  | -      | 21 | ZERO_MEAN |
                Z        | federal | -      | 21 | ZERO_MEAN |
                """);
    }

    @Test
    void givesNothingForOneUnitOrNoResult() {
        Town town = new Town()
                .exam("O", 2023)
                .exam("N", 2024, null, null)
                .scores("O | A1 | 60")
                .totals("N | A1 | 30 | - | -");

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.measure().equals("max_min"),
                """
                examCode | value | k | flag
                O        | -     | 1 | K_TOO_SMALL
                N        | -     | 0 | MISSING_INPUT
                """);
    }
}
