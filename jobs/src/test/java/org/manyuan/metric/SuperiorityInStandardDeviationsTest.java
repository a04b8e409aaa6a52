package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class SuperiorityInStandardDeviationsTest {
    private static final SuperiorityInStandardDeviations METRIC = new SuperiorityInStandardDeviations();

    @Test
    void turnsAProbabilityIntoSds() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 60 80
                        E | A2 | 50 60 70
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                variant         | value  | ciMethod | ciFrame | flag        | because
                education_group | .95387 | delong   | census  | N_TOO_SMALL | √2·Φ⁻¹(¾)
                """);
    }

    @Test
    void assumesEqualSpreadsWhereThereIsOneCut() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .cuts("E", null, "60", null)
                .scores("""
                        E | A1 | 30x70 10x50
                        E | A2 | 20x70 20x50
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.variant().endsWith("cuts"), """
                value  | se | ciFrame | flag        | because
                .65542 | -  | -       | APPROXIMATE | Φ⁻¹(20.5/41) − Φ⁻¹(10.5/41)
                """);
    }

    @Test
    void standsBesideTheScoresWhereThePaperHasCuts() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .cuts("E", "85", "60", null)
                .scores("""
                        E | A1 | 10x90 20x70 10x50
                        E | A2 | 5x90 15x70 20x50
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.variant().endsWith("cuts"), """
                value  | n  | flag | because
                .59804 | 80 | OK   | two cuts: below 60 10 and 20, below 85 30 and 35 of 40
                """);
    }

    @Test
    void readsLevelsAsABarChartOfFiveAndRatesWithoutAMean() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "C1 lead, C2 member")
                .exam("E", 2024)
                .levels("""
                        E | A1 | 0 0 10 20 10
                        E | A2 | 10 20 10 0 0
                        E | C2 | 10 20 10 0 0
                        """)
                .counts("""
                        E | B1 | - | 100 | 50 | 84 | -
                        E | B2 | - | 100 | 16 | 50 | -
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                groupCode | variant              | value | ciMethod | n   | leastSide | flag         | because
                GA        | education_group      | 2.634 | delong   | 80  | 40        | OK           | √2·Φ⁻¹(1 − 50/1600)
                GA        | education_group/cuts | 2.24408 | -      | 80  | 40        | OK           | below D, C, B, A 0, 0, 10, 30 and 10, 30, 40, 40 of 40
                GB        | education_group      | -     | -        | 200 | 100       | MISSING_INPUT | no levels
                GB        | education_group/cuts | .981  | -        | 200 | 100       | OK           | half and 84 of 100 beside 16 and half
                GC        | education_group      | -     | -        | 40  | 0         | BASE_MISSING | the lead has none
                """);
    }

    @Test
    void cutsOnlyBetweenLevelsThatSomebodyHas() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "C1 lead, C2 member")
                .exam("E", 2024)
                .levels("""
                        E | A1 | 0 0 5 0 35
                        E | A2 | 0 0 15 0 25
                        E | B1 | 0 10 20 10 0
                        E | B2 | 0 40 0 0 0
                        E | C1 | 0 0 40 0 0
                        E | C2 | 0 0 40 0 0
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.variant().endsWith("cuts"), """
                groupCode | value   | se | flag        | because
                GA        | .79639  | -  | APPROXIMATE | C and A alone: one boundary, Φ⁻¹(15.5/41) − Φ⁻¹(5.5/41)
                GB        | 2.25093 | -  | APPROXIMATE | all members are below C: no spread is told, β = 1
                """);
    }
}
