package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.core.SubmitterFiles.Told;
import org.manyuan.domain.MembershipSpan;

/**
 * The memberships of one school in one kind of group, out of every row that was ever handed in about them, as known at an instant; the
 * same whatever the order of the rows. Of two stated spans of one group with days in common the one of the greater rank counts, before
 * what another submitter's snapshots say of these days; of two submitters' snapshots those that spoke last.
 */
final class SchoolMemberships {
    private static final Comparator<Told> LAST_WORD = Comparator.comparing(
                    (Told told) -> told.stay().isStated())
            .thenComparing(told -> told.stay().last().precedence())
            .thenComparing(told -> told.stay().lastOn())
            .thenComparing(told -> told.stay().last().receivedNo())
            .thenComparing(told -> told.stay().group())
            .thenComparing(told -> told.stay().joined());

    private final boolean exclusive;
    private final List<MembershipRow> stated = new ArrayList<>();
    private final Map<String, SubmitterFiles> submitters = new TreeMap<>();

    /**
     * @param exclusive whether a school is in one group of the kind at a time
     * @param rows all of the school in the kind
     * @param snapshots of the submitters of these rows
     */
    SchoolMemberships(boolean exclusive, Collection<MembershipRow> rows, Collection<SnapshotDay> snapshots) {
        this.exclusive = exclusive;
        Map<String, List<MembershipRow>> listed = new TreeMap<>();
        for (MembershipRow row : rows) {
            List<MembershipRow> inSnapshots = listed.computeIfAbsent(row.submitter(), any -> new ArrayList<>());
            if (row.asOf() != null) {
                inSnapshots.add(row);
            } else if (row.joinedOn() != null) {
                stated.add(row);
            }
        }
        listed.forEach((submitter, of) -> submitters.put(
                submitter,
                new SubmitterFiles(
                        exclusive,
                        of,
                        snapshots.stream()
                                .filter(day -> day.submitter().equals(submitter))
                                .toList())));
    }

    /** What was known at an instant; the spans' own known time is not said. Instants in order cost least. */
    List<MembershipSpan> at(Instant instant) {
        List<MembershipRow> spans = statedAt(instant);
        List<Told> told = new ArrayList<>();
        submitters.forEach((submitter, files) -> told.addAll(files.at(
                instant,
                spans.stream().filter(row -> row.submitter().equals(submitter)).toList())));
        told.sort(LAST_WORD.reversed());
        List<Told> kept = new ArrayList<>();
        for (Told each : told) {
            if (kept.stream().noneMatch(other -> saysTheSame(other, each))) {
                kept.add(each);
            }
        }
        List<MembershipSpan> state = new ArrayList<>();
        for (Told each : kept) {
            LocalDate moved = exclusive ? movedOn(each, kept) : LocalDate.MAX;
            each.spans().forEach(span -> span.within(span.joinedOn(), moved).ifPresent(state::add));
        }
        return state;
    }

    /** The greatest rank first; what a span of a greater rank overlaps in the same group is replaced by it. */
    private List<MembershipRow> statedAt(Instant instant) {
        List<MembershipRow> rows = new ArrayList<>(Statement.knownAt(instant, stated));
        Comparator<MembershipRow> order = Comparator.comparing((MembershipRow row) -> row, Statement.BY_RANK)
                .thenComparing(MembershipRow::groupCode)
                .thenComparing(MembershipRow::joinedOn)
                .thenComparing(MembershipRow::leftOn, Comparator.nullsLast(Comparator.naturalOrder()));
        rows.sort(order.reversed());
        List<MembershipRow> kept = new ArrayList<>();
        for (MembershipRow row : rows) {
            if (kept.stream()
                    .noneMatch(other -> Statement.BY_RANK.compare(other, row) > 0
                            && other.groupCode().equals(row.groupCode())
                            && other.span(other.joinedOn(), other.leftOn(), null)
                                    .overlaps(row.span(row.joinedOn(), row.leftOn(), null)))) {
                kept.add(row);
            }
        }
        return kept;
    }

    private static boolean saysTheSame(Told last, Told other) {
        return !last.stay().first().submitter().equals(other.stay().first().submitter())
                && last.stay().group().equals(other.stay().group())
                && last.stay().overlaps(other.stay().joined(), other.stay().left());
    }

    /**
     * The day on which the school joined another group of the kind, by a later span file or another submitter, where the end of this
     * stay is not stated and nothing told of it since: an open membership is open as far as its file knew.
     */
    private static LocalDate movedOn(Told of, List<Told> all) {
        if (of.stay().endsAsStated()) {
            return LocalDate.MAX;
        }
        String submitter = of.stay().first().submitter();
        return all.stream()
                .map(Told::stay)
                .filter(other -> other.isStated() || !other.first().submitter().equals(submitter))
                .filter(other -> !other.group().equals(of.stay().group())
                        && other.first().saidOn().isAfter(confirmedOn(of.stay()))
                        && other.joined().isAfter(of.stay().joined())
                        && of.stay().overlaps(other.joined(), null))
                .map(Stay::joined)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static LocalDate confirmedOn(Stay stay) {
        return stay.endsUnsaid() ? stay.last().saidOn() : stay.lastOn();
    }
}
