package org.manyuan.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.manyuan.domain.MembershipSpan;

class GroupRolesTest {
    @Test
    void withALeadNamedAUnitWithoutARoleIsAMember() {
        assertRoles(true, """
                G | A | lead | 2018-05-01 | - | 2018-05-01 | - | named
                G | B | -    | 2017-05-01 | - | 2018-05-01 | - | joined earlier, and yet no lead
                """, """
                G B member 2017-05-01 - 2018-05-01 - |
                G A lead 2018-05-01 - 2018-05-01 - |
                """);
    }

    @Test
    void withoutALeadEveryUnitIsAPeer() {
        assertRoles(false, """
                G | A | -      | 2018-05-01 | - | 2018-05-01 | - | nothing said
                G | B | member | 2017-05-01 | - | 2018-05-01 | - | a member of what?
                """, """
                G B peer 2017-05-01 - 2018-05-01 - |
                G A peer 2018-05-01 - 2018-05-01 - |
                """);
    }

    @Test
    void peersThatTheFileNamesGetNoDerivedLead() {
        assertRoles(true, """
                G | A | peer | 2018-05-01 | - | 2018-05-01 | - | named: a group without a lead
                G | B | -    | 2017-05-01 | - | 2018-05-01 | - |
                """, """
                G B peer 2017-05-01 - 2018-05-01 - |
                G A peer 2018-05-01 - 2018-05-01 - |
                """);
    }

    @Test
    void theUnitThatJoinedFirstLeads() {
        assertRoles(true, """
                G | A | - | 2018-05-02 | - | 2018-05-01 | - | more pupils, a day later
                G | B | - | 2018-05-01 | - | 2018-05-01 | - | first
                """, """
                G B lead 2018-05-01 - 2018-05-01 - |
                G A member 2018-05-02 - 2018-05-01 - |
                """);
    }

    @Test
    void ofTwoThatJoinedTogetherTheOneWithMoreExamineesLeads() {
        assertRoles(true, """
                G | B | - | 2018-05-01 | - | 2018-05-01 | - | 100 examinees
                G | A | - | 2018-05-01 | - | 2018-05-01 | - | 200 examinees
                G | C | - | 2018-05-01 | - | 2018-05-01 | - | 200 examinees, the higher code
                G | D | - | 2018-05-01 | - | 2018-05-01 | - | no results
                """, """
                G A lead 2018-05-01 - 2018-05-01 - |
                G B member 2018-05-01 - 2018-05-01 - |
                G C member 2018-05-01 - 2018-05-01 - |
                G D member 2018-05-01 - 2018-05-01 - |
                """);
    }

    @Test
    void theLeadChangesOnTheDayItLeaves() {
        assertRoles(true, """
                G | A | - | 2010-01-01 | 2018-09-01 | 2018-05-01 | - | leads until it leaves
                G | B | - | 2012-01-01 | -          | 2018-05-01 | - | leads from then on
                G | C | - | 2013-01-01 | -          | 2018-05-01 | - | never leads
                """, """
                G A lead 2010-01-01 2018-09-01 2018-05-01 - |
                G B member 2012-01-01 2018-09-01 2018-05-01 - |
                G C member 2013-01-01 - 2018-05-01 - |
                G B lead 2018-09-01 - 2018-05-01 - |
                """);
    }

    @Test
    void whatWasKnownThenIsToldAsThen() {
        assertRoles(true, """
                G | A | - | 2010-01-01 | -          | 2018-05-01 | 2018-10-01 | in, as far as we knew
                G | A | - | 2010-01-01 | 2018-09-01 | 2018-10-01 | -          | it had left
                G | B | - | 2012-01-01 | -          | 2018-05-01 | -          |
                """, """
                G A lead 2010-01-01 - 2018-05-01 2018-10-01 |
                G B member 2012-01-01 - 2018-05-01 2018-10-01 | no one knew that B led since September
                G A lead 2010-01-01 2018-09-01 2018-10-01 - |
                G B member 2012-01-01 2018-09-01 2018-10-01 - |
                G B lead 2018-09-01 - 2018-10-01 - |
                """);
    }

    @Test
    void aGroupOfOneIsItsOwnLead() {
        assertRoles(
                true, "G | A | - | 2010-01-01 | - | 2018-05-01 | - | alone", "G A lead 2010-01-01 - 2018-05-01 - |");
    }

    @Test
    void everyDayWithMembersHasOneLead() {
        List<MembershipSpan> spans = MembershipTable.spans("""
                G | A | - | 2010-01-01 | 2011-01-01 | 2018-05-01 | - |
                G | B | - | 2010-06-01 | 2013-01-01 | 2018-05-01 | - |
                G | A | - | 2012-01-01 | 2014-01-01 | 2018-05-01 | - | back again, now the junior
                G | C | - | 2012-01-01 | -          | 2018-05-01 | - |
                """);
        List<MembershipSpan> roles = new GroupRoles(true, Map.of()).of(spans);
        for (java.time.LocalDate day = java.time.LocalDate.of(2010, 1, 1);
                day.getYear() < 2015;
                day = day.plusDays(1)) {
            java.time.LocalDate on = day;
            assertThat(roles.stream().filter(s -> s.holdsOn(on) && s.role() == org.manyuan.domain.Role.LEAD))
                    .as("leads on %s", on)
                    .hasSize(1);
            assertThat(roles.stream().filter(s -> s.holdsOn(on)).map(MembershipSpan::schoolCode))
                    .as("units on %s", on)
                    .containsExactlyInAnyOrderElementsOf(spans.stream()
                            .filter(s -> s.holdsOn(on))
                            .map(MembershipSpan::schoolCode)
                            .toList());
        }
    }

    private static void assertRoles(boolean derive, String spans, String expected) {
        GroupRoles roles = new GroupRoles(derive, Map.of("A", 200L, "B", 100L, "C", 200L));
        List<MembershipSpan> shuffled = new ArrayList<>(MembershipTable.spans(spans));
        for (int seed = 0; seed < 10; seed++) {
            assertThat(MembershipTable.lines(roles.of(shuffled))).isEqualTo(MembershipTable.expected(expected));
            Collections.shuffle(shuffled, new Random(seed));
        }
    }
}
