package org.manyuan.core;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolMembershipsTest {
    private static final String DAYS = "a: 2018-05-01 2018-10-01 2019-06-01; b: 2018-07-01";

    @Test
    void aSchoolInEverySnapshotHasOneSpan() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a | joined on the day of the first snapshot: nothing rests on its word alone
                G | S | - | 2018-05-01 | 2018-10-01 | a | still there
                G | S | - | 2018-05-01 | 2019-06-01 | a | still there
                """, """
                G S - 2018-05-01 - 2018-05-01 - | one span, known since the first snapshot
                """);
    }

    @Test
    void membershipBeforeTheFirstSnapshotIsApproximate() {
        assertSnapshots("""
                G | S | - | 2018-04-30 | 2018-05-01 | a | a day before the first snapshot
                G | S | - | 2018-04-30 | 2018-10-01 | a |
                G | S | - | 2018-04-30 | 2019-06-01 | a |
                """, """
                G S - 2018-04-30 - 2018-05-01 - ~2018-05-01 | rests on the stated day until the first snapshot
                """);
    }

    @Test
    void aSchoolAbsentFromASnapshotHasLeftOnItsDay() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a | in the first only
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 | open, as far as the first snapshot knew
                G S - 2018-05-01 2018-10-01 2018-10-01 - | left, once it was missing
                """);
    }

    @Test
    void aTransferIsALeaveOnTheDayOfTheJoin() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                H | S | - | 2018-09-01 | 2018-10-01 | a | moved in the autumn
                H | S | - | 2018-09-01 | 2019-06-01 | a |
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 | what the first snapshot knew
                G S - 2018-05-01 2018-09-01 2018-10-01 - | left on the day it joined the other, not on the snapshot's
                H S - 2018-09-01 - 2018-10-01 - | joined
                """);
    }

    @Test
    void aTransferOnOrBeforeTheOldJoinedDayIsACorrection() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                H | S | - | 2018-05-01 | 2018-10-01 | a | on the line: the same day
                H | S | - | 2018-05-01 | 2019-06-01 | a |
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 | it never was in G: the row ends in known time only
                H S - 2018-05-01 - 2018-10-01 - | it was in H all along
                """);
    }

    @Test
    void theDayOfALeaveFollowsTheCorrectedJoin() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                H | S | - | 2018-09-01 | 2018-10-01 | a |
                H | S | - | 2018-08-01 | 2019-06-01 | a | it had moved a month before
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 |
                G S - 2018-05-01 2018-09-01 2018-10-01 2019-06-01 |
                H S - 2018-09-01 - 2018-10-01 2019-06-01 |
                G S - 2018-05-01 2018-08-01 2019-06-01 - | no day in two groups, no day in none
                H S - 2018-08-01 - 2019-06-01 - |
                """);
    }

    @Test
    void aSchoolThatNeverWasInTheSecondGroupLeftTheFirstForTheThird() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                H | S | - | 2018-09-01 | 2018-10-01 | a |
                K | S | - | 2018-09-01 | 2019-06-01 | a | not H: K, since the same day
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 |
                G S - 2018-05-01 2018-09-01 2018-10-01 - | the day is the same
                H S - 2018-09-01 - 2018-10-01 2019-06-01 | a wrong group
                K S - 2018-09-01 - 2019-06-01 - |
                """);
    }

    @Test
    void aChangedJoinedDayIsACorrection() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                G | S | - | 2018-05-02 | 2018-10-01 | a | the clerk has looked it up
                G | S | - | 2018-05-02 | 2019-06-01 | a |
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 | as it was known
                G S - 2018-05-02 - 2018-10-01 - | as it is known
                """);
    }

    @Test
    void withoutAJoinedDayASchoolJoinedOnTheSnapshotsDay() {
        assertSnapshots("""
                G | S | - | - | 2018-10-01 | a | first seen in the second snapshot
                G | S | - | - | 2019-06-01 | a |
                """, """
                G S - 2018-10-01 - 2018-10-01 - | not before it was seen
                """);
    }

    @Test
    void aSchoolSeenAgainWithItsOldJoinedDayNeverLeft() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                G | S | - | 2018-05-01 | 2019-06-01 | a | the second snapshot had forgotten it
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 | known
                G S - 2018-05-01 2018-10-01 2018-10-01 2019-06-01 | thought to have left
                G S - 2018-05-01 - 2019-06-01 - | known again
                """);
    }

    @Test
    void aSchoolThatComesBackHasTwoSpans() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                G | S | - | 2018-10-01 | 2019-06-01 | a | on the line: joined on the day it was missed
                """, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 |
                G S - 2018-05-01 2018-10-01 2018-10-01 - | left
                G S - 2018-10-01 - 2019-06-01 - | and joined
                """);
    }

    @Test
    void aSnapshotOfAnotherSubmitterSaysNothingOfTheSchool() {
        assertSnapshots("""
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                G | S | - | 2018-05-01 | 2018-10-01 | a | between the two lies a snapshot of b
                G | S | - | 2018-05-01 | 2019-06-01 | a |
                """, """
                G S - 2018-05-01 - 2018-05-01 - | b's snapshot of July does not hold the school, and need not
                """);
    }

    @Test
    void anotherRoleIsAnotherSpanFromTheSnapshotThatSaysSo() {
        assertSnapshots("""
                G | S | member | 2018-05-01 | 2018-05-01 | a |
                G | S | lead   | 2018-05-01 | 2018-10-01 | a | now it leads
                G | S | lead   | 2018-05-01 | 2019-06-01 | a | the joined day is the old one: no correction
                """, """
                G S member 2018-05-01 - 2018-05-01 2018-10-01 |
                G S member 2018-05-01 2018-10-01 2018-10-01 - | a member until then
                G S lead 2018-10-01 - 2018-10-01 - | the lead from then on
                """);
    }

    @Test
    void inAKindThatMayOverlapLeavingOneAndJoiningAnotherIsNoTransfer() {
        List<Record> rows = MembershipTable.snapshots("alliance", DAYS, """
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                H | S | - | 2018-05-01 | 2018-10-01 | a | a second alliance, joined long ago
                H | S | - | 2018-05-01 | 2019-06-01 | a |
                """);
        MembershipTable.assertHistory(rows, """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 |
                G S - 2018-05-01 2018-10-01 2018-10-01 - | left on the snapshot's day
                H S - 2018-05-01 - 2018-10-01 - | beside it
                """);
    }

    @Test
    void aLaterFileReplacesAStatedSpanInKnownTime() {
        MembershipTable.assertHistory(MembershipTable.stated("education_group", """
                        G | S | member | 2022-08-01 | -          | 2022-09-10 | 1 | as handed in
                        G | S | member | 2022-08-01 | 2024-03-01 | 2024-04-01 | 2 | it left in March
                        """), """
                G S member 2022-08-01 - 2022-09-10 2024-04-01 | what we knew until the second file
                G S member 2022-08-01 2024-03-01 2024-04-01 - | what we know
                """);
    }

    @Test
    void aBackDatedJoinedDayReplacesTheSpanItOverlaps() {
        MembershipTable.assertHistory(MembershipTable.stated("education_group", """
                        G | S | member | 2022-08-01 | - | 2022-09-10 | 1 | as handed in
                        G | S | member | 2022-09-01 | - | 2022-10-01 | 2 | corrected
                        """), """
                G S member 2022-08-01 - 2022-09-10 2022-10-01 |
                G S member 2022-09-01 - 2022-10-01 - |
                """);
    }

    @Test
    void aStatedSpanCountsBeforeASnapshotOfTheSameDays() {
        List<Record> rows = new ArrayList<>(MembershipTable.stated("education_group", """
                G | S | lead | 2018-05-01 | - | 2018-12-01 | 1 | handed in after two snapshots
                """));
        rows.addAll(MembershipTable.snapshots("education_group", DAYS, """
                G | S | - | 2018-05-01 | 2018-05-01 | a |
                G | S | - | 2018-05-01 | 2018-10-01 | a |
                """));
        MembershipTable.assertHistory(rows, """
                G S - 2018-05-01 - 2018-05-01 2018-12-01 | from the snapshots, until the file came
                G S lead 2018-05-01 - 2018-12-01 - | the third snapshot's silence changes nothing
                """);
    }

    private static void assertSnapshots(String rows, String expected) {
        MembershipTable.assertHistory(MembershipTable.snapshots("education_group", DAYS, rows), expected);
    }
}
