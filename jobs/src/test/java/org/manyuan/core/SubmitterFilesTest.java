package org.manyuan.core;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spans and snapshots of one and of several submitters, in any order of arrival, taken back or not. */
class SubmitterFilesTest {
    @Test
    void anOpenSpanEndsWhereALaterSnapshotOfItsSubmitterLacksTheSchool() {
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2022-09-01 | 2022-09-01 | - | 2"), """
                        G | S | lead | 2020-08-01 | - | - | a | 2022-03-10 | - | 1 | stated in March
                        """), """
                G S lead 2020-08-01 - 2022-03-10 2022-09-01 |
                G S lead 2020-08-01 2022-09-01 2022-09-01 - | September's snapshot has no row of it
                """);
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2022-09-01 | 2022-09-01 | - | 2"), """
                        G | S | lead | 2020-08-01 | -          | - | a | 2022-10-10 | - | 3 | stated after the snapshot
                        G | T | -    | 2020-08-01 | 2022-12-01 | - | a | 2022-03-10 | - | 1 | the stated day counts
                        """), """
                G T - 2020-08-01 2022-12-01 2022-03-10 - |
                G S lead 2020-08-01 - 2022-10-10 - |
                """);
    }

    @Test
    void laterSnapshotsTellHowAStatedMembershipGoesOn() {
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2022-09-01 | 2022-09-01 | - | 2"), """
                        G | S | member | 2020-08-01 | - | -          | a | 2022-03-10 | - | 1 | stated
                        G | S | lead   | 2019-01-01 | - | 2022-09-01 | a | 2022-09-01 | - | 2 | now it leads; the stated joined day stays
                        G | T | member | 2020-08-01 | - | -          | a | 2022-03-10 | - | 1 | stated
                        H | T | -      | 2022-06-01 | - | 2022-09-01 | a | 2022-09-01 | - | 2 | moved in June
                        """), """
                G S member 2020-08-01 - 2022-03-10 2022-09-01 |
                G T member 2020-08-01 - 2022-03-10 2022-09-01 |
                G S member 2020-08-01 2022-09-01 2022-09-01 - |
                G T member 2020-08-01 2022-06-01 2022-09-01 - | left on the day it joined the other
                H T - 2022-06-01 - 2022-09-01 - ~2022-09-01 |
                G S lead 2022-09-01 - 2022-09-01 - |
                """);
    }

    @Test
    void aStatedLeaveHoldsAgainstALaterSnapshotWithTheOldJoinedDay() {
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2023-09-01 | 2023-09-01 | - | 2"), """
                        G | S | - | 2020-08-01 | 2022-08-01 | -          | a | 2022-10-10 | - | 1 | it left
                        G | S | - | 2020-08-01 | -          | 2023-09-01 | a | 2023-09-01 | - | 2 | and is in again, since nobody says when
                        """), """
                G S - 2020-08-01 2022-08-01 2022-10-10 - |
                G S - 2023-09-01 - 2023-09-01 - | not before it was seen
                """);
    }

    @Test
    void aSnapshotMayListWhoHasLeft() {
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2018-05-01 | 2018-05-01 | - | 1"), """
                        G | S | - | 2018-05-01 | -          | 2018-05-01 | a | 2018-05-01 | - | 1 |
                        G | S | - | 2018-05-01 | 2018-07-01 | 2018-10-01 | a | 2018-10-01 | - | 2 | listed with its day
                        G | S | - | 2018-05-01 | 2018-07-01 | 2019-06-01 | a | 2019-06-01 | - | 3 | listed again: nothing new
                        G | S | - | 2019-01-01 | -          | 2019-06-01 | a | 2019-06-01 | - | 3 | beside its second membership
                        """), """
                G S - 2018-05-01 - 2018-05-01 2018-10-01 |
                G S - 2018-05-01 2018-07-01 2018-10-01 - |
                G S - 2019-01-01 - 2019-06-01 - |
                """);
    }

    @Test
    void aSnapshotThatComesLateIsReadInItsPlaceAndKnownSinceItCame() {
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2024-03-01 | 2024-06-10 | - | 9"), """
                        G | S | - | 2020-08-01 | - | 2024-02-01 | a | 2024-02-03 | - | 1 |
                        G | T | - | 2020-08-01 | - | 2024-02-01 | a | 2024-02-03 | - | 1 |
                        G | T | - | 2020-08-01 | - | 2024-04-01 | a | 2024-04-02 | - | 2 | March is not there yet, and S no more
                        """), """
                G S - 2020-08-01 - 2024-02-03 2024-04-02 ~2024-02-01 |
                G T - 2020-08-01 - 2024-02-03 - ~2024-02-01 | March lacks it, but April has it with its old day: it never left
                G S - 2020-08-01 2024-04-01 2024-04-02 2024-06-10 ~2024-02-01 | as far as April knew
                G S - 2020-08-01 2024-03-01 2024-06-10 - ~2024-02-01 | it was gone in March already
                """);
    }

    @Test
    void aSnapshotSentAgainForItsDayReplacesTheFirstFromThenOn() {
        MembershipTable.assertHistory(together(MembershipTable.day("a | 2024-03-01 | 2024-03-20 | - | 3"), """
                        G | S | - | 2020-08-01 | - | 2024-02-01 | a | 2024-02-01 | - | 1 |
                        G | S | - | 2020-08-01 | - | 2024-03-01 | a | 2024-03-02 | - | 2 | replaced by a file that lacks it
                        """), """
                G S - 2020-08-01 - 2024-02-01 2024-03-20 ~2024-02-01 |
                G S - 2020-08-01 2024-03-01 2024-03-20 - ~2024-02-01 |
                """);
    }

    @Test
    void whatRestsOnAWithdrawnFileAloneWasKnownUntilThen() {
        MembershipTable.assertHistory(MembershipTable.rows("education_group", """
                        G | S | - | 2020-08-01 | -          | - | a | 2022-01-01 | -          | 1 |
                        G | S | - | 2020-08-01 | 2023-01-01 | - | a | 2023-02-01 | 2023-03-01 | 2 | taken back
                        G | S | - | 2020-08-01 | 2023-01-01 | - | a | 2023-04-01 | -          | 2 | and that undone
                        H | T | - | 2020-08-01 | -          | - | a | 2022-01-01 | 2022-02-01 | 3 | never was so
                        """), """
                G S - 2020-08-01 - 2022-01-01 2023-02-01 |
                H T - 2020-08-01 - 2022-01-01 2022-02-01 |
                G S - 2020-08-01 2023-01-01 2023-02-01 2023-03-01 |
                G S - 2020-08-01 - 2023-03-01 2023-04-01 | what the file before said
                G S - 2020-08-01 2023-01-01 2023-04-01 - |
                """);
    }

    @Test
    void aPatchSaysNothingOfWhomItDoesNotName() {
        MembershipTable.assertHistory(
                together(MembershipTable.day("a | 2024-03-01 | 2024-03-01 | - | 2 | patch"), """
                        G | S | - | 2020-08-01 | - | 2024-02-01 | a | 2024-02-01 | - | 1 | not in the patch
                        """), """
                G S - 2020-08-01 - 2024-02-01 - ~2024-02-01 |
                """);
        MembershipTable.assertHistory(
                together(MembershipTable.day("a | 2024-02-01 | 2024-03-01 | - | 2 | patch"), """
                        G | S | - | 2020-08-01 | - | 2024-02-01 | a | 2024-02-01 | - | 1 |
                        H | S | - | 2020-08-01 | - | 2024-02-01 | a | 2024-03-01 | - | 2 | it is in H; within the kind it can be in one only
                        G | T | - | 2020-08-01 | - | 2024-02-01 | a | 2024-02-01 | - | 1 | not in the patch
                        """), """
                G S - 2020-08-01 - 2024-02-01 2024-03-01 ~2024-02-01 |
                G T - 2020-08-01 - 2024-02-01 - ~2024-02-01 |
                H S - 2020-08-01 - 2024-03-01 - ~2024-02-01 |
                """);
    }

    @Test
    void ofTwoSubmittersThatTellOfOneMembershipTheLastToSpeakCounts() {
        MembershipTable.assertHistory(
                together(MembershipTable.day("city | 2024-03-01 | 2024-03-01 | - | 3"), """
                        G | S | - | 2020-08-01 | - | 2024-02-01 | county | 2024-02-01 | - | 1 |
                        G | S | - | 2020-09-01 | - | 2024-02-15 | city   | 2024-02-15 | - | 2 | another day: it speaks later
                        """), """
                G S - 2020-08-01 - 2024-02-01 2024-02-15 ~2024-02-01 |
                G S - 2020-09-01 - 2024-02-15 2024-03-01 ~2024-02-15 |
                G S - 2020-09-01 2024-03-01 2024-03-01 - ~2024-02-15 | and in March it has left
                """);
    }

    @Test
    void aSchoolThatAnotherSubmitterHasInAnotherGroupSinceHasMovedThere() {
        MembershipTable.assertHistory(MembershipTable.rows("education_group", """
                        G | S | - | 2020-08-01 | - | - | a | 2022-01-01 | - | 1 | open, as far as this file knew
                        H | S | - | 2023-08-01 | - | - | b | 2023-09-01 | - | 2 |
                        """), """
                G S - 2020-08-01 - 2022-01-01 2023-09-01 |
                G S - 2020-08-01 2023-08-01 2023-09-01 - |
                H S - 2023-08-01 - 2023-09-01 - |
                """);
        MembershipTable.assertHistory(MembershipTable.rows("alliance", """
                        G | S | - | 2020-08-01 | - | - | a | 2022-01-01 | - | 1 | alliances may share units
                        H | S | - | 2023-08-01 | - | - | b | 2023-09-01 | - | 2 |
                        """), """
                G S - 2020-08-01 - 2022-01-01 - |
                H S - 2023-08-01 - 2023-09-01 - |
                """);
    }

    @Test
    void oneFileWithASchoolInTwoGroupsOfAKindIsLeftAsItIs() {
        MembershipTable.assertHistory(MembershipTable.stated("education_group", """
                        G | S | - | 2020-08-01 | - | 2022-01-01 | 1 | a check tells of it
                        H | S | - | 2021-08-01 | - | 2022-01-01 | 1 |
                        """), """
                G S - 2020-08-01 - 2022-01-01 - |
                H S - 2021-08-01 - 2022-01-01 - |
                """);
    }

    /** Rows, their submitters' snapshots, each known as its rows are, and one snapshot more. */
    private static List<Record> together(SnapshotDay day, String rows) {
        List<Record> all = new ArrayList<>(MembershipTable.rows("education_group", rows));
        List<SnapshotDay> days = all.stream()
                .map(MembershipRow.class::cast)
                .filter(row -> row.asOf() != null)
                .map(row -> new SnapshotDay(
                        row.submitter(), row.asOf(), false, row.knownFrom(), null, 0, null, row.receivedNo()))
                .filter(said -> said.receivedNo() != day.receivedNo())
                .distinct()
                .toList();
        all.addAll(days);
        all.add(day);
        return all;
    }
}
