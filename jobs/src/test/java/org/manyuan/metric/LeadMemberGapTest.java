package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class LeadMemberGapTest {
    private static final LeadMemberGap METRIC = new LeadMemberGap();

    @Test
    void comparesTheSidesUnderOnePaper() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member, A3 member, A4 member")
                .group("NL", "C1", "A2 peer, A3 peer")
                .group("OP", "C1", "B1 lead, A2 member")
                .group("NB", "C1", "B2 lead, A2 member")
                .group("LO", "C1", "A1 lead, B3 member")
                .unit("B2", "C1")
                .unit("B3", "C1")
                .exam("E", 2024)
                .exam("F", 2024)
                .scores("""
                        E | A1 | 80 90
                        E | A2 | 60 70
                        E | A3 | 40
                        F | A4 | 50 50 50
                        F | B1 | 99 99
                        """);

        MetricTable.check(town.rows(METRIC), row -> !row.ciFrame().equals("schools"), """
                groupCode | examCode | measure      | value   | n | k | leftOutUnits | leftOutStudents | flag            | because
                GA        | E        | gap          | 28.3333 | 5 | 3 | 1            | 3               | N_TOO_SMALL     | 85 − 170/3; A4 sat another paper
                GA        | E        | equal_member | 32.5    | 5 | 3 | 1            | 3               | N_TOO_SMALL     | 85 − (65 + 40)/2
                NL        | E        | gap          | -       | 3 | 2 | 0            | 0               | BASE_MISSING    | a group without a lead
                NL        | E        | equal_member | -       | 3 | 2 | 0            | 0               | BASE_MISSING    |
                OP        | E        | gap          | -       | 2 | 1 | 1            | 2               | DIFFERENT_PAPER | the lead sat F
                OP        | E        | equal_member | -       | 2 | 1 | 1            | 2               | DIFFERENT_PAPER |
                NB        | E        | gap          | -       | 2 | 1 | 1            | 0               | BASE_MISSING    | the lead sat nothing
                NB        | E        | equal_member | -       | 2 | 1 | 1            | 0               | BASE_MISSING    |
                LO        | E        | gap          | -       | 2 | 1 | 1            | 0               | MISSING_INPUT   | no member sat
                LO        | E        | equal_member | -       | 2 | 1 | 1            | 0               | MISSING_INPUT   |
                """);
    }

    @Test
    void countsWhoWasInTheGroupOnTheExamDay() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead")
                .member("GA", "A2", "member", "2020-09-01", "2025-03-15")
                .member("GA", "A3", "member", "2025-06-20", null)
                .member("GA", "A4", "member", "2020-09-01", "2025-06-21", true)
                .exam("E", 2024)
                .scores("""
                        E | A1 | 80 90
                        E | A2 | 10 10
                        E | A3 | 40 50
                        E | A4 | 60 70
                        """);

        MetricTable.check(
                town.rows(METRIC),
                row -> row.measure().equals("gap") && row.ciFrame().equals("census"),
                """
                value | n | k | flag        | because
                30.0  | 6 | 3 | APPROXIMATE | A2 left in March; A3 joined on the day; A4 left on the next, known from a stated day alone
                """);
    }

    @Test
    void keepsTheValueWhereItsErrorIsUnknown() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "B1 lead, B2 member")
                .group("GC", "C1", "D1 lead, D2 member")
                .group("GD", "C1", "F1 lead, F2 member")
                .exam("E", 2024, null, null)
                .totals("""
                        E | A1 | 40 | 80 | 10
                        E | A2 | 50 | 60 | -
                        E | B1 | 1  | 80 | -
                        E | B2 | 50 | 60 | 10
                        E | D1 | 40 | 80 | 0
                        E | D2 | 40 | 60 | 0
                        E | F1 | 40 | 80 | 10
                        E | F2 | 90 | 70 | 12
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.measure().equals("gap"), """
                groupCode | ciFrame | value | se    | ciLo | ciHi  | ciMethod | flag          | because
                GA        | census  | 20.0  | -     | -    | -     | -        | MISSING_INPUT | a member without SD
                GA        | schools | 20.0  | -     | -    | -     | -        | MISSING_INPUT |
                GB        | census  | 20.0  | -     | -    | -     | -        | N_TOO_SMALL   | one pupil has no SD
                GB        | schools | 20.0  | -     | -    | -     | -        | N_TOO_SMALL   |
                GC        | census  | 20.0  | .0    | -    | -     | -        | ZERO_SD       | nothing varies
                GC        | schools | 20.0  | -     | -    | -     | -        | MISSING_INPUT |
                GD        | census  | 10.0  | 2.025 | 5.98 | 14.02 | welch-t  | OK            | √(100/40 + 144/90)
                GD        | schools | 10.0  | -     | -    | -     | -        | MISSING_INPUT | the paper's τ² needs every SD
                """);
    }

    @Test
    void sumsThatPassALongAreHeldAllTheSame() {
        // each unit's Σu² is 5·10¹⁸, two of them pass 2⁶³
        Town town = new Town()
                .exam("E", 2024, "100", "0.0000001")
                .group("G", "C1", "A1 lead, A2 member, A3 member")
                .scores("E | A1 | 5x9\nE | A2 | 5x1000000000\nE | A3 | 5x1000000000");

        MetricTable.check(
                town.rows(METRIC),
                row -> row.measure().equals("gap") && row.ciFrame().equals("census"),
                """
                value   | n  | flag    | because
                -100.00 | 15 | ZERO_SD | 9 steps of 10⁻⁷ against 10⁹
                """);
    }

    @Test
    void addsTheSpreadOfSchoolsInItsOwnFrame() {
        Town seven = new Town().group("GA", "C1", "A1 lead, A2 member").exam("E", 2024, null, null);
        Town eight = new Town().group("GA", "C1", "A1 lead, A2 member").exam("E", 2024, null, null);
        for (int j = 1; j <= 8; j++) {
            String line = "E | A" + j + " | 50 | " + (40 + 5 * j) + " | 10";
            eight.totals(line);
            if (j < 8) {
                seven.totals(line);
            }
        }

        String header = "ciFrame | value | se    | ciLo  | ciHi  | ciMethod | flag\n";
        MetricTable.check(seven.rows(METRIC), row -> row.measure().equals("gap"), header + """
                census  | -5.0  | 2.000 | -8.97 | -1.03 | welch-t  | OK
                schools | -5.0  | -     | -     | -     | -        | K_TOO_SMALL
                """);
        MetricTable.check(eight.rows(METRIC), row -> row.measure().equals("gap"), header + """
                census  | -5.0  | 2.000  | -8.97  | -1.03 | welch-t | OK
                schools | -5.0  | 17.321 | -45.96 | 35.96 | reml-t  | OK
                """);
    }
}
