package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class EnrollmentChangeTest {
    private static final String ENTRANTS = """
            A  | 2023 | J7 | 2023-09-10 | 200 | 200
            B  | 2024 | J7 | 2024-09-10 | 210 | 210
            C  | 2023 | J7 | 2023-09-10 | 100 | 100
            C  | 2024 | J7 | 2024-09-10 | 90  | 90
            D1 | 2023 | J7 | 2023-09-10 | 50  | 50
            D2 | 2023 | J7 | 2023-09-10 | 70  | 70
            D3 | 2024 | J7 | 2024-09-10 | 150 | 150
            S  | 2023 | J7 | 2023-09-10 | 100 | 100
            S1 | 2024 | J7 | 2024-09-10 | 60  | 60
            S2 | 2024 | J7 | 2024-09-10 | 50  | 50
            """;

    @Test
    void aUnitGrowsFromAllThatItCameFrom() {
        MetricTable.check(
                new TownFacts().enrollment(ENTRANTS).rows(new IntakeGrowth(), town()),
                row -> row.schoolYear() == 2024
                        && row.measure().equals("growth")
                        && row.variant().isEmpty()
                        && row.groupCode().isEmpty(),
                """
                schoolCode | districtCode | value | n   | k | flag         | leftOutUnits | leftOutStudents | because
                B          | C1           | .05   | 200 | 1 | OK           | 0            | 0               | A had 200
                C          | C1           | -.10  | 100 | 1 | OK           | 0            | 0               |
                D3         | C1           | .25   | 120 | 1 | OK           | 0            | 0               | D1 and D2 had 50 and 70
                S1         | C1           | -     | 0   | 0 | BASE_MISSING | 0            | 0               | only S1 and S2 together came from S
                S2         | C1           | -     | 0   | 0 | BASE_MISSING | 0            | 0               |
                -          | C1           | .0769 | 520 | 4 | OK           | 0            | 0               | 560 of 520
                -          | T            | .0769 | 520 | 4 | OK           | 0            | 0               |
                """);
    }

    @Test
    void aGroupLeavesOutWhatHasPartsOutsideIt() {
        MetricTable.check(
                new TownFacts().enrollment(ENTRANTS).rows(new IntakeGrowth(), town()),
                row -> row.schoolYear() == 2024
                        && row.measure().equals("growth")
                        && !row.variant().contains("first_grade")
                        && row.groupCode().equals("G"),
                """
                variant                              | baseYear | value  | n   | k | leftOutUnits | leftOutStudents | because
                education_group                      | 2023     | .0714  | 420 | 3 | 1            | 60              | B, C, D3: 450 of 420; S2 is in no group
                education_group/lead                 | 2023     | -.10   | 100 | 1 | 0            | 0               | C
                education_group/member               | 2023     | .125   | 320 | 2 | 1            | 60              | B and D3: 360 of 320
                education_group/base_founding        | 2023     | .0714  | 420 | 3 | 1            | 60              | the first year with the count
                education_group/base_founding/lead   | 2023     | -.10   | 100 | 1 | 0            | 0               |
                education_group/base_founding/member | 2023     | .125   | 320 | 2 | 1            | 60              |
                """);
    }

    @Test
    void theFoundingOfARecodedUnitIsThatOfItsOldCode() {
        MetricTable.check(
                new TownFacts().enrollment(ENTRANTS).rows(new Headcount(), town()),
                row -> row.schoolCode().equals("B")
                        && row.measure().equals("growth")
                        && !row.stage().isEmpty(),
                """
                variant                       | baseYear | value | n   | because
                -                             | 2023     | .05   | 200 |
                education_group/base_founding | 2023     | .05   | 200 | B itself begins in 2024
                """);
    }

    @Test
    void whatOnlyOneOfTheMergedHandedInIsNoBase() {
        Town town = town();
        TownFacts facts = new TownFacts().enrollment(ENTRANTS.replace("D2 | 2023 | J7 | 2023-09-10 | 70  | 70", ""));
        MetricTable.check(
                facts.rows(new IntakeGrowth(), town),
                row -> row.schoolCode().equals("D3")
                        && row.measure().equals("growth")
                        && row.variant().isEmpty(),
                """
                value | flag         | because
                -     | BASE_MISSING | D2 taught the stage and handed nothing in: 150 of 50 would be no growth
                """);
    }

    @Test
    void sharesAreThoseOfPanelUnits() {
        MetricTable.check(
                new TownFacts().enrollment(ENTRANTS).rows(new IntakeShareShift(), town()),
                row -> row.schoolYear() == 2024
                        && row.measure().equals("in_district")
                        && row.variant().isEmpty(),
                """
                schoolCode | value  | n   | k | flag         | because
                B          | -.0096 | 200 | 1 | OK           | 210/560 − 200/520
                C          | -.0316 | 100 | 1 | OK           | 90/560 − 100/520
                D3         | .0371  | 120 | 1 | OK           | 150/560 − 120/520
                S1         | -      | 0   | 0 | BASE_MISSING | 110/560 − 100/520 = .0041 is of S1 and S2: all add to zero
                S2         | -      | 0   | 0 | BASE_MISSING |
                """);
    }

    @Test
    void theTerritoryGrowsByItsPanelUnits() {
        MetricTable.check(
                new TownFacts().enrollment(ENTRANTS).rows(new IntakeShiftShare(), town()),
                row -> row.schoolYear() == 2024
                        && (row.schoolCode().equals("B") || row.schoolCode().equals("S1"))
                        && row.variant().equals("district"),
                """
                schoolCode | measure     | value | n   | k | flag         | because
                B          | national    | 15.38 | 200 | 1 | OK           | 200 · 40/520
                B          | mix         | .00   | 200 | 1 | OK           | one county
                B          | competitive | -5.38 | 200 | 1 | OK           | 10 − 15.38
                B          | new_units   | .00   | 200 | 1 | OK           | a new code is no new school
                S1         | national    | -     | 0   | 0 | BASE_MISSING | it stands with S2
                S1         | mix         | -     | 0   | 0 | BASE_MISSING |
                S1         | competitive | -     | 0   | 0 | BASE_MISSING |
                S1         | new_units   | -     | 0   | 0 | BASE_MISSING |
                """);
    }

    @Test
    void aCohortGoesOnUnderTheNewCode() {
        // columns after intake: in zone, students in zone, migrants, in, out, graduates, deaths
        TownFacts facts = new TownFacts().enrollment("""
                A  | 2022 | J7 | 2022-09-10 | 100 | 100 | - | - | - | 0 | 0  | 0   | 0
                A  | 2023 | J8 | 2023-09-10 | 95  | -   | - | - | - | 0 | 5  | 0   | 0
                B  | 2024 | J9 | 2024-09-10 | 95  | -   | - | - | - | 0 | 0  | 90  | 0
                D1 | 2022 | J7 | 2022-09-10 | 50  | 50  | - | - | - | 0 | 0  | 0   | 0
                D1 | 2023 | J8 | 2023-09-10 | 50  | -   | - | - | - | 0 | 10 | 0   | 0
                D2 | 2022 | J7 | 2022-09-10 | 50  | 50  | - | - | - | 0 | 0  | 0   | 0
                D2 | 2023 | J8 | 2023-09-10 | 60  | -   | - | - | - | 10| 0  | 0   | 0
                D3 | 2024 | J9 | 2024-09-10 | 100 | -   | - | - | - | 0 | 0  | 100 | 0
                S  | 2022 | J7 | 2022-09-10 | 60  | 60  | - | - | - | 0 | 0  | 0   | 0
                S  | 2023 | J8 | 2023-09-10 | 60  | -   | - | - | - | 0 | 0  | 0   | 0
                S1 | 2024 | J9 | 2024-09-10 | 40  | -   | - | - | - | 0 | 0  | 40  | 0
                S2 | 2024 | J9 | 2024-09-10 | 20  | -   | - | - | - | 0 | 0  | 17  | 0
                """);
        MetricTable.check(
                facts.rows(new Retention(), town()),
                row -> row.schoolYear() == 2024
                        && row.measure().equals("v10")
                        && !row.districtCode().equals("T"),
                """
                schoolCode | groupCode | value | n   | k | flag          | leftOutUnits | because
                B          | -         | .947  | 100 | 1 | OK            | 0            | 90 of 95
                D3         | -         | 1.000 | 100 | 1 | OK            | 0            | who went from D1 to D2 came and went
                S1         | -         | -     | 0   | 0 | MISSING_INPUT | 0            | S1 and S2 finished together
                S2         | -         | -     | 0   | 0 | MISSING_INPUT | 0            |
                -          | G         | .974  | 200 | 2 | OK            | 2            | 190 of 195; without S1, and C, which handed nothing in
                -          | -         | .969  | 260 | 3 | OK            | 5            | 247 of 255; without C and the old codes, which no file says are closed
                """);
    }

    /** Group G: lead C; member A recoded to B, D1 and D2 merged to D3, S split into S1 in the group and S2 outside. */
    private static Town town() {
        Town town = new Town().group("G", "C1", "C lead");
        for (String code : new String[] {"A", "B", "C", "D1", "D2", "D3", "S", "S1", "S2"}) {
            town.unit(code, "C1");
        }
        for (String code : new String[] {"A", "D1", "D2", "S"}) {
            town.member("G", code, "member", "2010-09-01", "2024-08-01");
        }
        for (String code : new String[] {"B", "D3", "S1"}) {
            town.member("G", code, "member", "2024-08-01", null);
        }
        return town.succession("A", "B", "2024-08-01", "recode")
                .succession("D1", "D3", "2024-08-01", "merge")
                .succession("D2", "D3", "2024-08-01", "merge")
                .succession("S", "S1", "2024-08-01", "split")
                .succession("S", "S2", "2024-08-01", "split");
    }
}
