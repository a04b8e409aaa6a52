package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class RateGrowthTest {
    private static final RateGrowth METRIC = new RateGrowth();

    @Test
    void comparesThePanelWithTheYearBeforeAndTheFounding() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("A2", "C1")
                .unit("A3", "C1")
                .group("GA", "education_group", "C1", "2023-01-15", "A1 lead, A2 member, A3 member")
                .exam("E22", 2022)
                .exam("E23", 2023)
                .exam("E24", 2024)
                .cuts("E22", "85", null, null)
                .cuts("E23", "85", null, null)
                .cuts("E24", "85", null, null)
                .scores("""
                        E22 | A1 | 10x90 30x50
                        E22 | A2 | 5x90 35x50
                        E23 | A1 | 15x90 25x50
                        E23 | A2 | 10x90 30x50
                        E24 | A1 | 20x90 20x50
                        E24 | A2 | 20x90 20x50
                        E24 | A3 | 20x90 20x50
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.measure().equals("excellent")
                        && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant                              | baseYear | value | ciLo   | ciHi  | n  | k | leastSide | leastPart | leftOutUnits | flag         | because
                A1         | -         | -                                    | 2023     | .333  | -.196  | 1.212 | 40 | 1 | 40        | 15        | 0            | OK           | 20 of 40 after 15
                A1         | -         | education_group/base_founding        | 2022     | 1.0   | .076   | 2.717 | 40 | 1 | 40        | 10        | 0            | OK           | doubled
                A2         | -         | -                                    | 2023     | 1.0   | .076   | 2.717 | 40 | 1 | 40        | 10        | 0            | OK           |
                A2         | -         | education_group/base_founding        | 2022     | 3.0   | .665   | 8.610 | 40 | 1 | 40        | 5         | 0            | OK           | four times
                A3         | -         | -                                    | 2023     | -     | -      | -     | 0  | 0 | -         | -         | 0            | BASE_MISSING | new
                -          | GA        | education_group                      | 2023     | .6    | .081   | 1.368 | 80 | 2 | 80        | 25        | 1            | OK           | 40 of 80 after 25; A3 is left out
                -          | GA        | education_group/lead                 | 2023     | .333  | -.196  | 1.212 | 40 | 1 | 40        | 15        | 0            | OK           |
                -          | GA        | education_group/member               | 2023     | 1.0   | .076   | 2.717 | 40 | 1 | 40        | 10        | 1            | OK           |
                -          | GA        | education_group/base_founding        | 2022     | 1.667 | .608   | 3.423 | 80 | 2 | 80        | 15        | 1            | OK           |
                -          | GA        | education_group/base_founding/lead   | 2022     | 1.0   | .076   | 2.717 | 40 | 1 | 40        | 10        | 0            | OK           |
                -          | GA        | education_group/base_founding/member | 2022     | 3.0   | .665   | 8.610 | 40 | 1 | 40        | 5         | 1            | OK           |
                -          | -         | -                                    | 2023     | .6    | .081   | 1.368 | 80 | 2 | 80        | 25        | 1            | OK           | the county
                -          | -         | education_group/lead                 | 2023     | .333  | -.196  | 1.212 | 40 | 1 | 40        | 15        | 0            | OK           |
                -          | -         | education_group/member               | 2023     | 1.0   | .076   | 2.717 | 40 | 1 | 40        | 10        | 1            | OK           |
                -          | -         | education_group/base_founding        | 2022     | 1.667 | .608   | 3.423 | 80 | 2 | 80        | 15        | 1            | OK           |
                -          | -         | education_group/base_founding/lead   | 2022     | 1.0   | .076   | 2.717 | 40 | 1 | 40        | 10        | 0            | OK           |
                -          | -         | education_group/base_founding/member | 2022     | 3.0   | .665   | 8.610 | 40 | 1 | 40        | 5         | 1            | OK           |
                """);
    }

    @Test
    void isNullWhereTheCutMovedNobodyReachedItBeforeOrNothingCameIn() {
        Town town = new Town()
                .exam("E23", 2023, "100", "1")
                .exam("E24", 2024, "120", "1")
                .cuts("E23", "85", "60", "40")
                .cuts("E24", "102", "60", "48")
                .scores("""
                        E23 | A1 | 30x100 10x10
                        E24 | A1 | 0x120 40x100
                        E23 | A2 | 40x20
                        E24 | A2 | 40x110
                        """)
                .totals("E23 | A3 | 40 | 50 | 10")
                .totals("E24 | A3 | 40 | 50 | 10");

        MetricTable.check(
                town.rows(METRIC),
                row -> !row.schoolCode().isEmpty() && row.measure().matches("excellent|passed"),
                """
                schoolCode | measure   | value | ciLo | flag          | because
                A1         | excellent | -1.0  | -    | OK            | nobody now; 85 of 100 is 102 of 120
                A2         | excellent | -     | -    | BASE_MISSING  | nobody before
                A3         | excellent | -     | -    | MISSING_INPUT | means only
                A1         | passed    | -     | -    | SCALE_CHANGED | 60 of 100, 60 of 120
                A2         | passed    | -     | -    | BASE_MISSING  |
                A3         | passed    | -     | -    | MISSING_INPUT |
                """);
    }

    @Test
    void isThatOfPanelUnitsAndWeighsByTheBaseYear() {
        Town town = new Town()
                .group("GA", "education_group", "C1", "2024-01-15", "S1 member")
                .member("GA", "M1", "member", "2010-09-01", "2024-08-01")
                .member("GA", "M3", "member", "2024-08-01", null)
                .succession("M1", "M3", "2024-08-01", "merge")
                .succession("M2", "M3", "2024-08-01", "merge")
                .succession("S", "S1", "2024-08-01", "split")
                .succession("S", "S2", "2024-08-01", "split")
                .exam("E23", 2023)
                .exam("E24", 2024)
                .cuts("E23", "85", null, null)
                .cuts("E24", "85", null, null)
                .scores("""
                        E23 | M1 | 10x90 30x50
                        E23 | M2 | 20x90 40x50
                        E24 | M3 | 60x90 60x50
                        E23 | S  | 20x90 60x50
                        E24 | S1 | 20x90 20x50
                        E24 | S2 | 20x90 30x50
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.schoolYear() == 2024
                        && row.measure().equals("excellent")
                        && !row.variant().contains("member")
                        && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | variant                       | baseYear | value | n   | k | leftOutUnits | leftOutStudents | flag         | because
                M3         | -         | -                             | 2023     | .667  | 100 | 1 | 0            | 0               | OK           | half of 120 after 30 of 100
                M3         | -         | education_group/base_founding | 2023     | .667  | 100 | 1 | 0            | 0               | OK           | the founding base is that of M1 and M2
                S1         | -         | -                             | 2023     | -     | 0   | 0 | 0            | 0               | BASE_MISSING | S2 came of S as well
                S1         | -         | education_group/base_founding | 2023     | -     | 0   | 0 | 0            | 0               | BASE_MISSING |
                S2         | -         | -                             | 2023     | -     | 0   | 0 | 0            | 0               | BASE_MISSING |
                -          | GA        | education_group               | 2023     | .667  | 100 | 1 | 1            | 40              | OK           | S1 is left out
                -          | GA        | education_group/base_founding | 2023     | .667  | 100 | 1 | 1            | 40              | OK           |
                -          | -         | -                             | 2023     | .714  | 180 | 2 | 0            | 0               | OK           | 100 of 210 after 50 of 180
                -          | -         | education_group/base_founding | 2023     | .714  | 180 | 2 | 0            | 0               | OK           |
                """);
    }
}
