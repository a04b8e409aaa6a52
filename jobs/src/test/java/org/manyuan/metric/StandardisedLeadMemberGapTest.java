package org.manyuan.metric;

import org.junit.jupiter.api.Test;

class StandardisedLeadMemberGapTest {
    private static final StandardisedLeadMemberGap METRIC = new StandardisedLeadMemberGap();

    @Test
    void measuresTheGapByTheSidesOwnSpread() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .exam("E", 2024)
                .scores("""
                        E | A1 | 80 90
                        E | A2 | 60 70
                        """);

        MetricTable.check(town.rows(METRIC), row -> true, """
                measure | value   | se      | ciMethod | ciFrame | n | k | flag        | because
                g       | 1.59577 | 1.14818 | normal   | census  | 4 | 2 | N_TOO_SMALL | J = Γ(1)/Γ(½) of 20/√50; 1 + g²/8
                d       | 2.82843 | -       | -        | -       | 4 | 2 | N_TOO_SMALL |
                """);
    }

    @Test
    void saysWhyThereIsNoGap() {
        Town town = new Town()
                .group("GA", "C1", "A1 lead, A2 member")
                .group("GB", "C1", "A2 peer, A3 peer")
                .exam("F", 2022)
                .exam("O", 2023)
                .exam("N", 2024, null, null)
                .scores("""
                        F | A1 | 80 80
                        F | A2 | 60 60
                        O | A1 | 80
                        O | A2 | 60 70
                        """)
                .totals("""
                        N | A1 | 30 | 60 | -
                        N | A2 | 30 | 50 | 9
                        """);

        MetricTable.check(town.rows(METRIC), row -> row.measure().equals("g"), """
                groupCode | examCode | value | flag          | because
                GA        | F        | -     | ZERO_SD       | nobody differs
                GA        | O        | -     | MISSING_INPUT | one pupil has no spread
                GA        | N        | -     | MISSING_INPUT | a total without SD
                GB        | F        | -     | BASE_MISSING  | no lead
                GB        | O        | -     | BASE_MISSING  |
                GB        | N        | -     | BASE_MISSING  |
                """);
    }
}
