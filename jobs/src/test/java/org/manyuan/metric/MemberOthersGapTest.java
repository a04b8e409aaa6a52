package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class MemberOthersGapTest {
    private static final MemberOthersGap METRIC = new MemberOthersGap();

    @Test
    void setsMembersAgainstEveryUnitOutsideTheGroup() {
        Town town = new Town()
                .unit("B1", "C2")
                .group("GA", "C1", "A1 lead, A2 member")
                .group("AL", "alliance", "C1", null, "A2 peer, B1 peer")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 40x90
                        E | A2 | 40x50
                        E | B1 | 40x60
                        E | U1 | 40x80
                        E | X1 | 40x20
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.ciFrame().equals("census"), """
                groupCode | variant         | value  | n   | k | flag    | because
                GA        | education_group | -.8145  | 120 | 3 | OK      | 50 − 70: the lead and other territories are outside O
                AL        | alliance        | -1.2217 | 160 | 4 | OK      | 55 − 85: peers are M where there is no lead; kinds overlap
                """);
    }

    @Test
    void hasNoValueWhereNobodyElseSat() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                E | A1 | 40x90
                E | A2 | 20x50 20x40
                """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                ciFrame | value | k | flag
                census  | -     | 1 | BASE_MISSING
                schools | -     | 1 | BASE_MISSING
                """);
    }

    @Test
    void speaksOfGroupsThatCrossDistrictsOnEachPaper() {
        Town town = new Town()
                .unit("A1", "C1")
                .unit("B1", "C2")
                .group("GA", "C1", "A1 member, B1 member")
                .exam("E", 2024)
                .exam("F", 2024)
                .scores("""
                        E | A1 | 20x50 20x40
                        E | U1 | 20x60 20x70
                        F | B1 | 20x80 20x90
                        F | U2 | 20x60 20x70
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.ciFrame().equals("census"), """
                examCode | districtCode | value   | n  | k | leftOutUnits | leftOutStudents | flag
                E        | C1           | -1.7776 | 80 | 2 | 1            | 40              | OK
                F        | C1           | 1.7776  | 80 | 2 | 1            | 40              | OK
                """);
    }
}
