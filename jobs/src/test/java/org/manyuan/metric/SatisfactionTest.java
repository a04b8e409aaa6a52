package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class SatisfactionTest {
    private static Town town() {
        return ExchangeRateTest.town()
                .unit("B1", "C2")
                .group("G", "C1", "A1 lead, A2 member")
                .group("H", "C1", "A3 lead");
    }

    @Test
    void everyGrainHasItsOwnSurveyOrThoseBelow() {
        MetricTable.check(new TownFacts().ledger("""
                        survey | satisfaction | - | A1 | 2025-06-01 | value=90 value2=100
                        survey | satisfaction | G | A2 | 2025-06-01 | value=40 value2=100
                        survey | satisfaction | H | -  | 2025-06-01 | value=170 value2=200
                        survey | satisfaction | - | -  | 2025-06-01 | value=855 value2=1000 authority=C1
                        survey | satisfaction | - | B1 | 2025-06-01 | value=8 value2=10
                        survey | 课业负担     | - | A1 | 2025-06-01 | value=1 value2=100
                        """).rows(new Satisfaction(), town()), row -> true, """
                schoolCode | groupCode | districtCode | variant         | value | ciLo  | ciHi  | n    | k | leastSide | leastUnit | flag        | because
                A1         | -         | C1           | -               | .90   | .8256 | .9448 | 100  | 1 | 10        | 100       | OK          | -
                A2         | -         | C1           | -               | .40   | .3094 | .4980 | 100  | 1 | 40        | 100       | OK          | -
                B1         | -         | C2           | -               | .80   | .4902 | .9433 | 10   | 1 | 2         | 10        | N_TOO_SMALL | -
                -          | G         | C1           | education_group | .65   | .5816 | .7127 | 200  | 2 | 10        | 100       | OK          | none of its own: A1 and A2
                -          | H         | C1           | education_group | .85   | .7939 | .8929 | 200  | 1 | 30        | 200       | OK          | -
                -          | -         | C1           | -               | .855  | .8318 | .8755 | 1000 | 1 | 145       | 1000      | OK          | the county asked itself
                -          | -         | C2           | -               | .80   | .4902 | .9433 | 10   | 1 | 2         | 10        | N_TOO_SMALL | its unit's
                -          | -         | T            | -               | .8545 | .8314 | .8749 | 1010 | 2 | 2         | 10        | OK          | C1 by its own, C2 by its unit's
                """);
    }

    @Test
    void everyCountyOfACityIsAskedForWhatItHas() {
        String counties = """
                survey | satisfaction | - | -  | 2025-06-01 | value=900 value2=1000 authority=C1
                survey | satisfaction | - | A1 | 2025-06-01 | value=1 value2=1
                survey | satisfaction | - | B1 | 2025-06-01 | value=100 value2=1000
                survey | satisfaction | H | -  | 2025-06-01 | value=1 value2=1
                """;
        MetricTable.check(
                new TownFacts().ledger(counties).rows(new Satisfaction(), town()),
                row -> row.schoolCode().isEmpty() && row.groupCode().isEmpty(),
                """
                districtCode | value | n    | k | leftOutUnits | because
                C1           | .90   | 1000 | 1 | 0            | its own covers A1 and H
                C2           | .10   | 1000 | 1 | 0            | -
                T            | .50   | 2000 | 2 | 0            | a county without a survey of its own is not dropped
                """);
        MetricTable.check(
                new TownFacts()
                        .ledger(counties)
                        .ledger("survey | satisfaction | - | - | 2025-06-01 | value=700 value2=1000 authority=T")
                        .rows(new Satisfaction(), town()),
                row -> row.schoolCode().isEmpty() && row.groupCode().isEmpty(),
                """
                districtCode | value | n    | k | because
                C1           | .90   | 1000 | 1 | -
                C2           | .10   | 1000 | 1 | -
                T            | .70   | 1000 | 1 | the city asked itself, in its counties too
                """);
    }

    @Test
    void whatCannotBeIsSaid() {
        MetricTable.check(
                new TownFacts().ledger("""
                        survey | satisfaction | - | A1 | 2025-06-01 | value=0 value2=0
                        survey | satisfaction | - | A2 | 2025-06-01 | value2=100
                        survey | satisfaction | - | A3 | 2025-06-01 | value=101 value2=100
                        survey | satisfaction | - | A4 | 2025-06-01 | value=90.5 value2=100
                        """).rows(new Satisfaction(), town()),
                row -> row.districtCode().equals("C1") && row.groupCode().isEmpty(),
                """
                schoolCode | value | ciMethod | n   | k | leftOutUnits | flag                | because
                A1         | -     | -        | 0   | 1 | 0            | BASE_MISSING        | nobody asked
                A2         | -     | -        | 0   | 0 | 1            | MISSING_INPUT       | -
                A3         | 1.01  | -        | 100 | 1 | 0            | INCONSISTENT_SOURCE | -
                A4         | .905  | wilson   | 100 | 1 | 0            | APPROXIMATE         | half a person
                -          | .9575 | wilson   | 200 | 3 | 1            | APPROXIMATE         | 191.5 of 200
                """);
    }
}
