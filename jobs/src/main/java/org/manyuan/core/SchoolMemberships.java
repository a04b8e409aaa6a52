package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.MembershipSpan;

/**
 * The memberships of one school in one kind of group, from every row that was ever handed in about them: bitemporal spans, the same
 * whatever the order of the rows. A snapshot speaks from the start of its day (UTC), a span from the instant it was received. Where a
 * stated span and a snapshot speak of the same group and days, the stated span counts; of two stated spans of one group with days in
 * common, the one of the greater rank.
 */
final class SchoolMemberships {
    /** Kinds in which a school is in one group at a time (DATASETS, group_membership). */
    private static final Set<String> EXCLUSIVE =
            Set.of("education_group", "consortium", "community", "kindergarten_group");

    private final NavigableMap<Instant, List<MembershipRow>> stated = new TreeMap<>();
    private final Map<String, NavigableMap<LocalDate, List<MembershipRow>>> snapshots = new TreeMap<>();
    private final boolean exclusive;

    private SchoolMemberships(List<MembershipRow> rows) {
        exclusive = EXCLUSIVE.contains(rows.get(0).kind());
        for (MembershipRow row : rows) {
            if (row.asOf() != null) {
                NavigableMap<LocalDate, List<MembershipRow>> days =
                        snapshots.computeIfAbsent(row.submitter(), any -> new TreeMap<>());
                for (int day : row.snapshotDays()) {
                    days.computeIfAbsent(LocalDate.ofEpochDay(day), any -> new ArrayList<>());
                }
                days.computeIfAbsent(row.asOf(), any -> new ArrayList<>()).add(row);
            } else if (row.joinedOn() != null) {
                stated.computeIfAbsent(row.receivedAt(), any -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /**
     * @param rows all of one school and one kind; of snapshots only those that count (a corrected one replaces its day)
     * @return spans with the roles that the rows say, null where they say none
     */
    static List<MembershipSpan> of(List<MembershipRow> rows) {
        return new SchoolMemberships(rows).spans();
    }

    private List<MembershipSpan> spans() {
        NavigableMap<Instant, Map<String, LocalDate>> events = new TreeMap<>();
        stated.keySet().forEach(instant -> events.computeIfAbsent(instant, any -> new TreeMap<>()));
        snapshots.forEach((submitter, days) -> days.keySet().forEach(day -> events.computeIfAbsent(
                        day.atStartOfDay().toInstant(ZoneOffset.UTC), any -> new TreeMap<>())
                .put(submitter, day)));
        Map<String, SnapshotMemory> memories = new TreeMap<>();
        snapshots.forEach((submitter, days) -> memories.put(submitter, new SnapshotMemory(exclusive, days.firstKey())));
        KnownTime known = new KnownTime();
        events.forEach((instant, days) -> {
            days.forEach((submitter, day) ->
                    memories.get(submitter).see(day, snapshots.get(submitter).get(day)));
            List<MembershipSpan> state = statedAt(instant);
            List<MembershipSpan> said = List.copyOf(state);
            memories.values().stream()
                    .flatMap(memory -> memory.spans().stream())
                    .filter(seen -> said.stream().noneMatch(span -> sameGroupAndDays(span, seen)))
                    .forEach(state::add);
            known.at(instant, state);
        });
        return known.spans();
    }

    private List<MembershipSpan> statedAt(Instant instant) {
        List<MembershipRow> rows = new ArrayList<>();
        stated.headMap(instant, true).values().forEach(rows::addAll);
        rows.sort(MembershipRow.BY_RANK
                .thenComparing(MembershipRow::groupCode)
                .thenComparing(MembershipRow::joinedOn)
                .thenComparing(MembershipRow::leftOn, Comparator.nullsLast(Comparator.naturalOrder()))
                .reversed());
        List<MembershipRow> kept = new ArrayList<>();
        List<MembershipSpan> spans = new ArrayList<>();
        for (MembershipRow row : rows) {
            MembershipSpan span = row.span(row.joinedOn(), row.leftOn(), null);
            boolean replaced = false;
            for (int i = 0; i < kept.size() && !replaced; i++) {
                replaced = MembershipRow.BY_RANK.compare(kept.get(i), row) > 0 && sameGroupAndDays(spans.get(i), span);
            }
            if (!replaced) {
                kept.add(row);
                spans.add(span);
            }
        }
        return spans;
    }

    private static boolean sameGroupAndDays(MembershipSpan a, MembershipSpan b) {
        return a.groupCode().equals(b.groupCode()) && a.overlaps(b);
    }
}
