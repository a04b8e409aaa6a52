package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class HalvesAroundTheMedianTest {
    private static final HalvesAroundTheMedian METRIC = new HalvesAroundTheMedian();

    @Test
    void setsEachHalfAgainstTheMiddle() {
        Town town = new Town().exam("E", 2024).scores("""
                        E | A1 | 40
                        E | A2 | 50
                        E | A3 | 60 60 60
                        E | A4 | 90
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.districtCode().equals("T"), """
                variant | measure   | value  | k | leastSide | because
                -       | mcloone   | .90000 | 4 | 1         | the third of six pupils has 60: (40 + 50 + 180)/(60·5)
                -       | verstegen | 1.1250 | 4 | 1         | (180 + 90)/(60·4)
                equal   | mcloone   | .81818 | 4 | 1         | the middle of four units is 55: 45/55
                equal   | verstegen | 1.3636 | 4 | 1         | 75/55
                """);
    }

    @Test
    void isOneWhereAllAreEqualAndNothingWithoutAMiddle() {
        Town town = new Town().exam("O", 2022).exam("Z", 2023).exam("F", 2024).scores("""
                        O | A1 | 60
                        Z | A1 | 0 0
                        Z | A2 | 0
                        Z | A3 | 90
                        F | A1 | 60
                        F | A2 | 60
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.districtCode().equals("T") && row.variant().isEmpty(),
                """
                examCode | measure   | value | flag
                O        | mcloone   | -     | K_TOO_SMALL
                O        | verstegen | -     | K_TOO_SMALL
                Z        | mcloone   | -     | ZERO_MEAN
                Z        | verstegen | -     | ZERO_MEAN
                F        | mcloone   | 1.0   | OK
                F        | verstegen | 1.0   | OK
                """);
    }

    @Test
    void setsResourcesAgainstTheMiddleToo() {
        Town town =
                new Town().unit("A1", "C1").unit("A2", "C1").unit("A3", "C1").group("GA", "C1", "A1 lead, A2 member");
        TownFacts facts = new TownFacts().resources("""
                A1 | 2024 | J | 100 | books=1000
                A2 | 2024 | J | 100 | books=2000
                A3 | 2024 | J | 300 | books=12000
                """);

        MetricTable.check(
                facts.rows(METRIC, town),
                row -> row.measure().equals("RES-15") && !row.districtCode().equals("T"),
                """
                districtCode | variant         | value | leastSide | because
                C1           | -               | .75   | 100       | half of the pupils have 40: (1000 + 2000 + 12000)/(40·500)
                C1           | verstegen       | 1.0   | 100       | A3 alone
                C1           | equal           | .75   | 100       | the middle of three has 20: 15/20
                C1           | equal/verstegen | 1.5   | 100       | 30/20
                """);
    }
}
