package org.manyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A school gets another code and a circle is handed in: its membership goes on, what was known before stays, its
 * figures compare with the old code, and the circle is told.
 */
class SuccessionJourneyTest {
    private static final String NEW = "3137000003";

    private static Desk desk;
    private static Answer built;

    @BeforeAll
    static void handInTwiceAndBuild() {
        desk = Desk.empty("");
        SmallCounty.put(desk);
        Answer first = desk.ingest("zh", desk.workspace().inbox());
        assertThat(first.exit()).as(first.said()).isZero();
        Answer second = desk.ingest("zh", desk.put(SmallCounty.FOLDER + "school_succession.csv", """
                from_code  | to_code    | happened_on | kind
                3137000002 | 3137000003 | 2024-08-01  | 变更代码
                3137000003 | 3137000004 | 2024-09-01  | 变更代码
                3137000004 | 3137000002 | 2024-10-01  | 变更代码
                """));
        assertThat(second.exit()).as(second.said()).isZero();
        Answer third = desk.ingest("zh", desk.put(SmallCounty.FOLDER + "enrollment.csv", """
                school_code | school_year | stage | grade | students | intake | census_on
                3137000002  | 2023        | J     | 7     | 200      | 200    | 2023-09-10
                3137000004  | 2024        | J     | 7     | 210      | 210    | 2024-09-10
                """));
        assertThat(third.exit()).as(third.said()).isZero();
        built = desk.run("build", "--as-of", "2024-10-01");
        assertThat(built.exit()).as(built.said()).isZero();
    }

    @Test
    void theMembershipGoesOnUnderTheNewCodes() {
        assertThat(desk.rows("select school_code, role, joined_on, left_on from brg_membership where known_to is null"
                        + " and school_code <> '" + SmallCounty.LEAD + "' order by joined_on"))
                .containsExactly(
                        List.of(SmallCounty.MEMBER, "member", LocalDate.of(2022, 8, 1), LocalDate.of(2024, 8, 1)),
                        List.of(NEW, "member", LocalDate.of(2024, 8, 1), LocalDate.of(2024, 9, 1)),
                        java.util.Arrays.asList("3137000004", "member", LocalDate.of(2024, 9, 1), null));
    }

    @Test
    void whatWasKnownBeforeTheSuccessionCameStaysSo() {
        assertThat(desk.rows("select before.left_on is null, before.known_to = after.known_from"
                        + " from brg_membership before join brg_membership after using (group_code, school_code)"
                        + " where school_code = '" + SmallCounty.MEMBER + "' and after.known_to is null"
                        + " and before.known_to is not null"))
                .containsExactly(List.of(true, true));
    }

    @Test
    void aFigureComparesTheNewCodeWithTheOld() {
        assertThat(desk.rows("select school_code, base_year, n, round(value, 3), flag from metric_value"
                        + " where metric_id = 'ENR-02' and measure = 'growth' and variant = '' and stage = 'J'"
                        + " and school_year = 2024 and school_code <> ''"))
                .containsExactly(List.of("3137000004", 2023, 200L, .05, "OK"));
    }

    @Test
    void aCircleIsToldAndLeftOut() {
        assertThat(built.said()).contains("3137000004 → 3137000002 (2024-10-01)");
    }
}
