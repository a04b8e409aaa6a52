package org.manyuan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.contract.IndicatorLeaf.Members;
import org.manyuan.contract.IndicatorLeaf.Unit;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SuccessionKind;

/** Tenure of METRICS C2, assessed year 2024: September 1, 2024 to August 31, 2025. */
class ScoredGroupTest {
    @ParameterizedTest(name = "{0} to {1}, {2} years: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-09-01 | -          | 1 | 1 | 0 | true  | in from the first day on
            2024-09-02 | -          | 1 | 0 | 1 | false | a day late waits
            2023-09-01 | 2025-09-01 | 1 | 1 | 0 | true  | the leaving day is outside: in on August 31
            2023-09-01 | 2025-08-31 | 1 | 0 | 0 | false | left on the last day: neither counts nor waits
            2025-09-01 | -          | 1 | 0 | 0 | true  | joined after the year
            2020-09-01 | 2024-09-01 | 1 | 0 | 0 | true  | left before the year
            2023-09-01 | -          | 2 | 1 | 0 | true  | two full years
            2023-09-02 | -          | 2 | 0 | 1 | false | two years less a day
            2025-08-31 | -          | 0 | 1 | 0 | true  | from the day it joins
            """)
    void aUnitCountsAfterFullSchoolYears(
            String joined, String left, int years, int counted, int waiting, boolean isWhole, String reason) {
        ScoredGroup group = Region.group(years, List.of(Region.span("G", "A", "member", joined, left)));

        assertThat(group.countedUnits()).isEqualTo(counted);
        assertThat(group.waitingUnits()).isEqualTo(waiting);
        assertThat(group.isWhole()).isEqualTo(isWhole);
    }

    @Test
    void spansThatFollowEachOtherAreOneAndTheRoleIsThatOfTheLastDay() {
        List<MembershipSpan> spans = List.of(
                Region.span("G", "A", "member", "2022-09-01", "2025-02-01"),
                Region.span("G", "A", "lead", "2025-02-01", "-"),
                Region.span("G", "B", "member", "2022-09-01", "2025-02-01"),
                Region.span("G", "B", "member", "2025-02-02", "-"));
        ScoredGroup group = Region.group(1, spans);

        assertThat(group.units(Unit.LEAD, Members.ALL)).containsExactly("A");
        assertThat(group.units(Unit.MEMBER, Members.ALL))
                .as("B was out for a day")
                .isEmpty();
        assertThat(group.waitingUnits()).isEqualTo(1);
    }

    @Test
    void withoutALeadThePeersAreTheMembers() {
        ScoredGroup group = Region.group(1, List.of(Region.span("G", "A", "peer", "2020-09-01", "-")));

        assertThat(group.units(Unit.MEMBER, Members.ALL)).containsExactly("A");
        assertThat(group.units(Unit.MEMBER, new Members(Set.of("weak"), Set.of())))
                .isEmpty();
        assertThat(Region.group(1, List.of()).countedUnits()).isZero();
    }

    @Test
    void aMemberStaysOneWhereTheNewLeadStillWaits() {
        ScoredGroup group = Region.group(
                1,
                List.of(
                        Region.span("G", "A", "lead", "2020-09-01", "2025-02-01"),
                        Region.span("G", "B", "member", "2020-09-01", "-"),
                        Region.span("G", "N", "lead", "2025-02-01", "-")));

        assertThat(group.units(Unit.MEMBER, Members.ALL)).containsExactly("B");
        assertThat(group.units(Unit.LEAD, Members.ALL)).isEmpty();
        assertThat(group.waitingUnits()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}, {1} since {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            recode | 2024-12-01 | 2020-09-01 | A C   | the days under the old code are its own, and its rows of the year under either
            recode | 2024-12-01 | 2024-09-02 |       | a day late under the old code
            recode | 2024-09-01 | 2024-08-31 | C     | the new code has the whole year
            merge  | 2025-02-01 | 2020-09-01 | A B C | both were in
            merge  | 2025-02-01 | 2024-10-01 |       | one of the two came in October
            """)
    void aUnitThatGoesOnUnderAnotherCodeKeepsItsYears(
            String kind, LocalDate day, String since, String codes, String reason) {
        List<MembershipSpan> spans = new ArrayList<>(List.of(
                Region.span("G", "A", "member", since, day.toString()),
                Region.span("G", "C", "member", day.toString(), "-")));
        List<SchoolSuccession> successions = new ArrayList<>(List.of(succession("A", day, kind)));
        if (kind.equals("merge")) {
            spans.add(Region.span("G", "B", "member", "2020-09-01", day.toString()));
            successions.add(succession("B", day, kind));
        }
        ScoredGroup group = Region.group(1, spans, successions);
        boolean counts = codes != null;

        assertThat(group.countedUnits()).isEqualTo(counts ? 1 : 0);
        assertThat(group.waitingUnits()).isEqualTo(counts ? 0 : 1);
        assertThat(group.isWhole()).isEqualTo(counts);
        assertThat(group.codes(Unit.MEMBER, Members.ALL, 2024))
                .isEqualTo(counts ? List.of(codes.split(" ")) : List.of());
    }

    @Test
    void theCodesOfAnEarlierYearAreThoseThatTheUnitHadThen() {
        ScoredGroup group = Region.group(
                1,
                List.of(
                        Region.span("G", "A", "member", "2020-09-01", "2024-09-01"),
                        Region.span("G", "C", "member", "2024-09-01", "-")),
                List.of(succession("A", LocalDate.of(2024, 9, 1), "recode")));

        assertThat(group.codes(Unit.MEMBER, Members.ALL, 2024)).containsExactly("C");
        assertThat(group.codes(Unit.MEMBER, Members.ALL, 2023)).containsExactly("A", "C");
    }

    @Test
    void whatGoesOnBesideItsPartIsNoFormerCodeOfThePart() {
        ScoredGroup group = Region.group(
                1,
                List.of(
                        Region.span("G", "A", "lead", "2020-09-01", "-"),
                        Region.span("G", "C", "member", "2024-12-01", "-")),
                List.of(succession("A", LocalDate.of(2024, 12, 1), "split")));

        assertThat(group.countedUnits())
                .as("the part's days are those of the whole")
                .isEqualTo(2);
        assertThat(group.codes(Unit.MEMBER, Members.ALL, 2024)).containsExactly("C");
    }

    @Test
    void aMemberThatMergesIntoTheLeadChangesItsRole() {
        ScoredGroup group = Region.group(
                1,
                List.of(
                        Region.span("G", "A", "member", "2020-09-01", "2025-02-01"),
                        Region.span("G", "C", "lead", "2020-09-01", "-"),
                        Region.span("G", "M", "member", "2020-09-01", "-")),
                List.of(succession("A", LocalDate.of(2025, 2, 1), "merge")));

        assertThat(group.isWhole()).isTrue();
        assertThat(group.keepsRoles()).isFalse();
    }

    @Test
    void aRoleThatChangesWithinTheYearIsSeen() {
        assertThat(Region.group(1, List.of(Region.span("G", "A", "lead", "2020-09-01", "-")))
                        .keepsRoles())
                .isTrue();
        assertThat(Region.group(
                                1,
                                List.of(
                                        Region.span("G", "A", "lead", "2020-09-01", "2025-01-01"),
                                        Region.span("G", "A", "member", "2025-01-01", "-")))
                        .keepsRoles())
                .isFalse();
    }

    private static SchoolSuccession succession(String from, LocalDate day, String kind) {
        return new SchoolSuccession(from, "C", day, SuccessionKind.of(kind), Origin.REPORTED);
    }
}
