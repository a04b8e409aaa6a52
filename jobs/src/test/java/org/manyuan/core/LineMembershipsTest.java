package org.manyuan.core;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineMembershipsTest {
    @Test
    void aMembershipGoesOnUnderTheNewCode() {
        assertHistory("education_group", """
                G | A | lead | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 |
                """, MembershipTable.successions("""
                A | B | 2023-08-01 | recode | 2023-09-01 | - | 2 | told in September
                """), """
                G A lead 2020-08-01 - 2021-01-01 2023-09-01 | no one knew of it
                G A lead 2020-08-01 2023-08-01 2023-09-01 - | the old code is void from that day on
                G B lead 2023-08-01 - 2023-09-01 - | and the membership is not
                """);
    }

    @Test
    void theNewCodesOwnRowsSayHowItGoesOn() {
        assertHistory("education_group", """
                G | A | - | 2020-08-01 | -          | - | x | 2021-01-01 | - | 1 |
                G | B | - | 2020-08-01 | 2024-08-01 | - | x | 2021-01-01 | - | 1 | the old joined day under the new code
                """, MembershipTable.successions("""
                A | B | 2023-08-01 | recode | 2021-01-01 | - | 2 |
                """), """
                G A - 2020-08-01 2023-08-01 2021-01-01 - |
                G B - 2023-08-01 2024-08-01 2021-01-01 - | no day twice, and the leave is B's own
                """);
        assertHistory("education_group", """
                G | A | - | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 |
                H | B | - | 2023-10-01 | - | - | x | 2021-01-01 | - | 1 | moved soon after
                """, MembershipTable.successions("""
                A | B | 2023-08-01 | recode | 2021-01-01 | - | 2 |
                """), """
                G A - 2020-08-01 2023-08-01 2021-01-01 - |
                G B - 2023-08-01 2023-10-01 2021-01-01 - | until its own first day
                H B - 2023-10-01 - 2021-01-01 - |
                """);
    }

    @Test
    void aChainIsFollowedAndAWithdrawnSuccessionIsNot() {
        assertHistory("education_group", """
                G | A | - | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 |
                """, MembershipTable.successions("""
                B | C | 2023-08-01 | recode | 2021-01-01 | 2024-01-01 | 3 | on the same day, and taken back later
                A | B | 2023-08-01 | rename | 2021-01-01 | -          | 2 |
                """), """
                G A - 2020-08-01 2023-08-01 2021-01-01 - |
                G C - 2023-08-01 - 2021-01-01 2024-01-01 | A became B and B C
                G B - 2023-08-01 - 2024-01-01 - |
                """);
    }

    @Test
    void aMergedSchoolIsInTheGroupsOfAllThatItIsMadeOf() {
        assertHistory("education_group", """
                G | A | member | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 |
                G | B | lead   | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 | of two roles the lead's
                G | D | member | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 |
                H | E | member | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 | D and E differ: nobody can say
                G | K | member | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 | into M, which was there before
                """, MembershipTable.successions("""
                A | C | 2023-08-01 | merge | 2021-01-01 | - | 2 |
                B | C | 2023-08-01 | merge | 2021-01-01 | - | 2 |
                D | F | 2023-08-01 | merge | 2021-01-01 | - | 2 |
                E | F | 2023-08-01 | merge | 2021-01-01 | - | 2 |
                K | M | 2023-08-01 | merge | 2021-01-01 | - | 2 |
                """), """
                G A member 2020-08-01 2023-08-01 2021-01-01 - |
                G B lead 2020-08-01 2023-08-01 2021-01-01 - |
                G D member 2020-08-01 2023-08-01 2021-01-01 - |
                H E member 2020-08-01 2023-08-01 2021-01-01 - |
                G K member 2020-08-01 2023-08-01 2021-01-01 - |
                G C lead 2023-08-01 - 2021-01-01 - |
                """);
    }

    @Test
    void thePartsOfASplitAreBothIn() {
        assertHistory("education_group", """
                G | A | - | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 | becomes B and C
                G | D | - | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 | goes on beside E
                """, MembershipTable.successions("""
                A | B | 2023-08-01 | split | 2021-01-01 | - | 2 |
                A | C | 2023-08-01 | split | 2021-01-01 | - | 2 |
                D | E | 2023-08-01 | split | 2021-01-01 | - | 2 |
                """), """
                G A - 2020-08-01 2023-08-01 2021-01-01 - |
                G D - 2020-08-01 - 2021-01-01 - |
                G B - 2023-08-01 - 2021-01-01 - |
                G C - 2023-08-01 - 2021-01-01 - |
                G E - 2023-08-01 - 2021-01-01 - |
                """);
    }

    @Test
    void aCampusIsInTheGroupsOfItsSchoolUnlessItSpeaksForItself() {
        List<Record> parts = MembershipTable.parts("""
                S1 | S | 2022-09-01 | -          | opened later
                S2 | S | -          | 2024-07-01 | closed
                S3 | S | -          | -          | in a group of its own
                T1 | T | -          | -          | its school is in no group
                """);
        String rows = """
                G | S  | lead   | 2020-08-01 | - | - | x | 2021-01-01 | - | 1 |
                H | S3 | member | 2023-08-01 | - | - | x | 2021-01-01 | - | 1 |
                """;
        assertHistory("education_group", rows, parts, """
                G S lead 2020-08-01 - 2021-01-01 - |
                G S2 lead 2020-08-01 2024-07-01 2021-01-01 - |
                G S3 lead 2020-08-01 2023-08-01 2021-01-01 - | with its school until then
                G S1 lead 2022-09-01 - 2021-01-01 - |
                H S3 member 2023-08-01 - 2021-01-01 - |
                """);
        assertHistory("alliance", rows, parts, """
                G S lead 2020-08-01 - 2021-01-01 - |
                G S2 lead 2020-08-01 2024-07-01 2021-01-01 - |
                G S3 lead 2020-08-01 - 2021-01-01 - | an alliance beside the other
                G S1 lead 2022-09-01 - 2021-01-01 - |
                H S3 member 2023-08-01 - 2021-01-01 - |
                """);
    }

    @Test
    void aDissolvedGroupHasNoMembersFromTheNextDayOn() {
        assertHistory("education_group", """
                G | A | - | 2020-08-01 | -          | - | x | 2021-01-01 | - | 1 |
                G | B | - | 2020-08-01 | 2022-01-01 | - | x | 2021-01-01 | - | 1 | had left before
                G | C | - | 2023-09-01 | -          | - | x | 2021-01-01 | - | 1 | on the line: the day after the last
                H | D | - | 2023-09-01 | -          | - | x | 2021-01-01 | - | 1 | another group
                """, MembershipTable.ends("""
                G | -          | 2021-01-01 | -          | 1 |
                G | 2023-08-31 | 2023-09-05 | 2024-01-01 | 2 | its last day; taken back in the new year
                """), """
                G A - 2020-08-01 - 2021-01-01 2023-09-05 |
                G B - 2020-08-01 2022-01-01 2021-01-01 - |
                G C - 2023-09-01 - 2021-01-01 2023-09-05 |
                H D - 2023-09-01 - 2021-01-01 - |
                G A - 2020-08-01 2023-09-01 2023-09-05 2024-01-01 |
                G A - 2020-08-01 - 2024-01-01 - |
                G C - 2023-09-01 - 2024-01-01 - |
                """);
    }

    private static void assertHistory(String kind, String rows, List<Record> more, String expected) {
        List<Record> all = new ArrayList<>(MembershipTable.rows(kind, rows));
        all.addAll(more);
        MembershipTable.assertHistory(all, expected);
    }
}
