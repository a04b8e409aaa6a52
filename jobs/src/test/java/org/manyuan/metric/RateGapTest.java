package org.manyuan.metric;

import java.util.List;
import org.junit.jupiter.api.Test;

class RateGapTest {
    private static final RateGap METRIC = new RateGap();

    @Test
    void subtractsTheMembersRatesFromTheLeads() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 member")
                .exam("E", 2024)
                .cuts("E", "85", "60", null)
                .scores("""
                        E | A1 | 30x90 20x60 10x20
                        E | A2 | 10x90 10x60 20x20
                        E | A3 | 20x59
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                measure   | value  | se    | ciLo   | ciHi  | ciMethod    | n   | k | leastSide | leastUnit | leastPart | flag | because
                excellent | .3333  | .0805 | .1661  | .4763 | newcombe-10 | 120 | 3 | 60        | 20        | 10        | OK   | 30 of 60 less 10 of 60
                passed    | .5000  | .0776 | .3302  | .6290 | newcombe-10 | 120 | 3 | 60        | 20        | 10        | OK   | 50 of 60 less 20 of 60; on the cut passes
                bottom    | -.5000 | .0776 | -.6290 | -.3302 | newcombe-10 | 120 | 3 | 60       | 20        | 10        | OK   | at most 59: 10 of 60 less 40 of 60
                """);
    }

    @Test
    void needsCountsAloneAndTellsWhyNot() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "C1 lead, C2 member")
                .group("GD", "C1", "D1 member, D2 lead")
                .exam("E", 2024)
                .exam("F", 2024)
                .counts("""
                        E | A1 | - | 20 | 20 | - | -
                        E | A2 | - | 20 | 0  | - | -
                        E | B2 | - | 40 | 4  | - | -
                        F | B1 | - | 40 | 8  | - | -
                        E | C2 | - | 40 | 4  | - | -
                        E | D2 | - | 40 | 41 | - | -
                        F | D2 | - | 40 | 40 | - | -
                        F | D1 | - | 40 | 41 | - | -
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                groupCode | examCode | measure   | value | ciLo | leastPart | flag                | because
                GA        | E        | excellent | 1.0   | .772 | 0         | N_TOO_SMALL         | all and nobody
                GB        | E        | excellent | -     | -    | -         | DIFFERENT_PAPER     | the lead sat F
                GC        | E        | excellent | -     | -    | -         | BASE_MISSING        | the lead sat nothing
                GD        | F        | excellent | -.025 | -    | -1        | INCONSISTENT_SOURCE | 41 of 40
                """);
    }

    @Test
    void tellsThatLevelsTellNoRate() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "C1 lead, C2 member")
                .exam("E", 2024)
                .exam("F", 2024)
                .levels("""
                        E | A1 | 0 0 10 20 10
                        E | A2 | 10 20 10 0 0
                        E | B2 | 10 20 10 0 0
                        F | B1 | 10 20 10 0 0
                        E | C2 | 10 20 10 0 0
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.measure().equals("passed"), """
                groupCode | examCode | value | n | flag            | because
                GA        | E        | -     | 0 | MISSING_INPUT   | levels on both sides
                GB        | E        | -     | 0 | DIFFERENT_PAPER | the lead's levels are under F
                GC        | E        | -     | 0 | BASE_MISSING    | the lead has nothing
                """);
    }

    @Test
    void comparesRetention() {
        Town town =
                new Town().group("GA", "C1", "A1 lead, A2 member, A3 member").group("GB", "C1", "B1 member, B2 lead");
        for (String school : List.of("A1", "A2", "A3", "B1", "B2")) {
            town.unit(school, "C1");
        }
        String table = """
                A1 | 2022 | J7 | - | 50 | 50 | - | - | - | 0 | 2 | - | 0
                A1 | 2023 | J8 | - | 48 | -  | - | - | - | 1 | 0 | - | 0
                A1 | 2024 | J9 | - | 49 | -  | - | - | - | 0 | 0 | 48 | 0
                A2 | 2022 | J7 | - | 40 | 40 | - | - | - | 0 | 0 | - | 0
                A2 | 2023 | J8 | - | 40 | -  | - | - | - | 0 | 0 | - | 0
                A2 | 2024 | J9 | - | 40 | -  | - | - | - | 0 | 0 | 36 | 0
                A3 | 2024 | J9 | - | 40 | -  | - | - | - | 0 | 0 | 36 | 0
                B1 | 2022 | J7 | - | 40 | 40 | - | - | - | 0 | 0 | - | 0
                B1 | 2023 | J8 | - | 40 | -  | - | - | - | 0 | 0 | - | 0
                B1 | 2024 | J9 | - | 40 | -  | - | - | - | 0 | 0 | 36 | 0
                """;
        MetricTable.check(new TownFacts().enrollment(table).rows(METRIC, town), row -> true, """
                groupCode | measure   | schoolYear | stage | value | ciMethod    | n  | k | leftOutUnits | leastPart | flag         | because
                GA        | retention | 2024       | J     | .0796 | newcombe-10 | 89 | 2 | 1            | 1         | APPROXIMATE  | 48/49 − 36/40; A3 has no cohort; no census day
                GB        | retention | 2024       | J     | -     | -           | 40 | 1 | 0            | -         | BASE_MISSING | no cohort of the lead
                """);
    }
}
