package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class CoefficientOfVariationTest {
    private static final CoefficientOfVariation METRIC = new CoefficientOfVariation();

    @Test
    void speaksOfEveryPlaceThatHasResults() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("B1", "C2")
                .unit("B2", "C2")
                .unit("B3", "C2")
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C2", "B1 lead, A1 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 60 60
                        E | A2 | 40 40
                        E | B1 | 50
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                districtCode | groupCode | variant         | value | n | k | leftOutUnits | flag        | because
                T            | -         | -               | .1789 | 5 | 3 | 2            | K_TOO_SMALL | √(2/5·10² + 2/5·10²)/50; B2 and B3 teach the stage and did not sit
                C1           | -         | -               | .2    | 4 | 2 | 0            | K_TOO_SMALL | two units: a value without interval
                C2           | -         | -               | -     | 1 | 1 | 2            | K_TOO_SMALL | one unit: nothing to compare
                C1           | GA        | education_group | .2    | 4 | 2 | 0            | K_TOO_SMALL | a group's figure lies with its authority
                C2           | GB        | education_group | .0832 | 3 | 2 | 0            | K_TOO_SMALL | a unit counts in each of its groups: (2·60 + 50)/3
                """);
    }

    @Test
    void givesNoFigureWithoutAPositiveMeanOrResults() {
        Town town = new Town()
                .exam("Z", 2023)
                .exam("E", 2024, null, null)
                .scores("""
                        Z | A1 | 0 0
                        Z | A2 | 0
                        """)
                .totals("""
                        E | A1 | 30 | -  | -
                        E | A2 | 0  | 55 | 9
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                examCode | value | k | leftOutUnits | flag          | because
                Z        | -     | 2 | 0            | ZERO_MEAN     | everyone has 0
                E        | -     | 0 | 2            | MISSING_INPUT | one handed in no mean, of the other nobody sat
                """);
    }

    @Test
    void withholdsTheIntervalThatOneUnitMakes() {
        Town even = new Town().exam("E", 2024);
        Town odd = new Town().exam("E", 2024);
        Town flat = new Town().exam("E", 2024);
        for (int j = 1; j <= 9; j++) {
            even.scores("E | A" + j + " | " + (50 + 2 * j) + " " + (52 + 2 * j));
            odd.scores("E | A" + j + " | " + (j == 9 ? 99 : 50 + j % 2) + " " + (j == 9 ? 99 : 50));
            flat.scores("E | A" + j + " | 70 70");
        }

        String header = "districtCode | value | se    | ciLo  | ciHi  | ciMethod      | ciFrame | flag\n";
        MetricTable.check(
                even.rows(METRIC),
                row -> row.districtCode().equals("T"),
                header + "T            | .0847 | .1876 | .0605 | .1436 | log-jackknife | schools | OK");
        MetricTable.check(
                odd.rows(METRIC),
                row -> row.districtCode().equals("T"),
                header + "T            | .2753 | -     | -     | -     | -             | schools | K_TOO_SMALL");
        MetricTable.check(
                flat.rows(METRIC),
                row -> row.districtCode().equals("T"),
                header + "T            | .0    | -     | -     | -     | -             | schools | ZERO_SD");
    }

    @Test
    void countsAUnitThatNobodyKnowsNowhere() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 60 60
                        E | A2 | 40 40
                        E | X9 | 10 10
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                value | n | k | because
                .2    | 4 | 2 | X9 is of another territory: it sat the paper, but lies nowhere here
                """);
    }
}
