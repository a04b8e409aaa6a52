package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class ProbabilityOfSuperiorityTest {
    private static final ProbabilityOfSuperiority METRIC = new ProbabilityOfSuperiority();

    @Test
    void countsPairsAndHalvesTies() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 60 80
                        E | A2 | 50 60
                        E | A3 | 70
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                measure | value  | ciMethod | ciFrame | n | k | flag        | because
                A       | .75000 | delong   | census  | 5 | 3 | N_TOO_SMALL | 60: one below, one tie of three; 80: all
                cliff   | .50000 | delong   | census  | 5 | 3 | N_TOO_SMALL | 2A − 1
                """);
    }

    @Test
    void leavesRoomForDoubtWhereTheSidesAreApart() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 40x80
                        E | A2 | 40x60
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                measure | value  | ciLo | ciMethod | flag    | because
                A       | .99969 | -    | -        | ZERO_SD | (1600 + ½)/1601
                cliff   | .99938 | -    | -        | ZERO_SD |
                """);
    }

    @Test
    void ofOnePupilOnASideHasNoErrorForWantOfPupils() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 80
                        E | A2 | 20x60 20x90
                        E | B1 | 80
                        E | B2 | 40x60
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.measure().equals("A"), """
                groupCode | value   | se | ciLo | flag        | because
                GA        | .5      | -  | -    | N_TOO_SMALL | the spread of one pupil is unknown, not 0
                GB        | .98780  | -  | -    | N_TOO_SMALL | (40 + ½)/41: wholly apart, and as unknown
                """);
        MetricTable.check(town.rows(new SuperiorityInStandardDeviations()), row -> true, """
                groupCode | value  | se | flag        | because
                GA        | .0     | -  | N_TOO_SMALL |
                GB        | 3.1833 | -  | N_TOO_SMALL | √2·Φ⁻¹(.98780)
                """);
    }

    @Test
    void needsThePupilsOfBothSides() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("E | A1 | 60 80")
                .totals("E | A2 | 30 | 50 | 9");

        MetricTable.check(town.rows(METRIC), row -> true, """
                measure | value | flag
                A       | -     | MISSING_INPUT
                cliff   | -     | MISSING_INPUT
                """);
    }

    @Test
    void comparesLevelsWithTiesAsHalves() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .levels("""
                E | A1 | 0 0 10 20 10
                E | A2 | 10 20 10 0 0
                """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                measure | value  | ciMethod | n  | k | leastUnit | flag | because
                A       | .96875 | delong   | 80 | 2 | 40        | OK   | 100 of 1600 pairs are ties in C
                cliff   | .9375  | delong   | 80 | 2 | 40        | OK   |
                """);
    }

    @Test
    void tellsALeadUnderAnotherPaperFromNone() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "C1 lead, C2 member")
                .exam("E", 2024)
                .exam("F", 2024)
                .levels("""
                        E | A1 | 0 0 10 20 10
                        F | A2 | 10 20 10 0 0
                        F | B2 | 10 20 10 0 0
                        E | C1 | 0 0 10 20 10
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.measure().equals("A"), """
                groupCode | examCode | value | n  | leastSide | flag            | because
                GA        | F        | -     | 40 | 0         | DIFFERENT_PAPER | the lead sat E; no row under E
                GB        | F        | -     | 40 | 0         | BASE_MISSING    | the lead sat nothing
                GC        | E        | -     | 40 | 0         | MISSING_INPUT   | the members sat nothing
                """);
    }
}
