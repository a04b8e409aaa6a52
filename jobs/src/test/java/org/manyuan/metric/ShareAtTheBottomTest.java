package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class ShareAtTheBottomTest {
    private static final ShareAtTheBottom METRIC = new ShareAtTheBottom();

    @Test
    void holdsEachPupilAgainstThe30thPercentileOfThePaper() {
        Town town = new Town().unit("A1", "C1").unit("A2", "C1").exam("E", 2024).scores("""
                        E | A1 | 30 40 50 60 70
                        E | A2 | 50 80 90
                        E | X9 | 20 95 99
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                schoolCode | districtCode | value  | n | k | ciMethod | flag        | because
                A1         | C1           | .60000 | 5 | 1 | wilson   | N_TOO_SMALL | the fourth of eleven has 50: 30, 40 and 50
                A2         | C1           | .33333 | 3 | 1 | wilson   | N_TOO_SMALL | who ties with it is in
                -          | C1           | .50000 | 8 | 2 | wilson   | N_TOO_SMALL |
                -          | T            | .50000 | 8 | 2 | wilson   | N_TOO_SMALL | X9 lies elsewhere, and sat the paper
                """);
    }

    @Test
    void holdsPupilsOfPooledPapersAgainstTheirOwn() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("B1", "C2")
                .exam("E", 2024)
                .exam("F", 2024)
                .scores("""
                        E | A1 | 10 20 30 40
                        F | B1 | 60 70 80 90
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.examCode().isEmpty(), """
                value  | n | ciMethod | flag            | because
                .25000 | 8 | -        | DIFFERENT_PAPER | one of four under each paper
                """);
    }

    @Test
    void needsTheScoresOfEveryoneWhoSat() {
        Town town = new Town().exam("E", 2024).scores("E | A1 | 60 80").totals("E | A2 | 30 | 50 | 9");

        MetricTable.check(town.rows(METRIC), row -> !row.schoolCode().isEmpty(), """
                schoolCode | value | flag
                A1         | -     | MISSING_INPUT
                A2         | -     | MISSING_INPUT
                """);
    }
}
