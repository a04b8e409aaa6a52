package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class StandardScoreTest {
    private static final StandardScore METRIC = new StandardScore();

    @Test
    void standsAmongEveryoneWhoSat() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C2")
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 70 80
                        E | A2 | 50 60
                        E | X9 | 40 60
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                schoolCode | groupCode | districtCode | variant                | value   | n | ciMethod | because
                A1         | -         | C1           | -                      | 60.6066 | 2 | t        | everyone, X9 too: mean 60, SD √200
                A2         | -         | C2           | -                      | 46.4645 | 2 | t        | 5 below
                -          | GA        | C1           | education_group        | 53.5355 | 4 | t        |
                -          | GA        | C1           | education_group/lead   | 60.6066 | 2 | t        |
                -          | GA        | C1           | education_group/member | 46.4645 | 2 | t        |
                -          | -         | C1           | -                      | 60.6066 | 2 | t        |
                -          | -         | C1           | education_group/lead   | 60.6066 | 2 | t        |
                -          | -         | C2           | -                      | 46.4645 | 2 | t        |
                -          | -         | C2           | education_group/member | 46.4645 | 2 | t        |
                -          | -         | T            | -                      | 53.5355 | 4 | t        | X9 lies elsewhere
                -          | -         | T            | education_group/lead   | 60.6066 | 2 | t        |
                -          | -         | T            | education_group/member | 46.4645 | 2 | t        |
                """);
    }

    @Test
    void hasNoIntervalWherePupilsAreAllAlike() {
        Town town = new Town().exam("E", 2024).scores("E | A1 | 40x80\nE | A2 | 20x60 20x70");

        MetricTable.check(town.rows(METRIC), row -> !row.schoolCode().isEmpty(), """
                schoolCode | value | se  | ciMethod | flag    | because
                A1         | 59.0  | .0  | -        | ZERO_SD | SD of everyone √(5500/79) = 8.34
                A2         | 41.0  | .96 | t        | OK      |
                """);
    }

    @Test
    void saysWhyThereIsNoScore() {
        Town town = new Town()
                .exam("F", 2022)
                .exam("N", 2023, null, null)
                .exam("S", 2024, null, null)
                .scores("F | A1 | 70 70")
                .totals("""
                        N | A1 | 30 | 60 | -
                        N | A2 | 30 | 50 | 9
                        S | A1 | 30 | 60 | 9
                        S | A2 | 0  | -  | -
                        """);

        MetricTable.check(town.rows(METRIC), row -> !row.schoolCode().isEmpty(), """
                examCode | schoolCode | value | flag          | because
                F        | A1         | -     | ZERO_SD       | everyone alike
                N        | A1         | -     | MISSING_INPUT | the SD of everyone is not known
                N        | A2         | -     | MISSING_INPUT |
                S        | A1         | 50.0  | OK            |
                S        | A2         | -     | MISSING_INPUT | nobody sat
                """);
    }
}
