package org.manyuan.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.manyuan.domain.MembershipSpan;

/**
 * What one submitter's snapshots, read one after the other, say of one school in one kind of group. A school absent from a snapshot
 * has left on its day; where it is in another group of an exclusive kind instead, it left on the day it joined there, and if that is
 * not after the day it joined here, it never was here. A changed joined day is a correction. A school seen again whose joined day
 * lies before the day it was thought to have left never left. Source: DATASETS, England.
 */
final class SnapshotMemory {
    private final boolean exclusive;
    private final LocalDate first;
    private final List<Stay> stays = new ArrayList<>();

    /**
     * @param exclusive whether a school is in one group of the kind at a time, so that a leave and a join are a transfer
     * @param first the submitter's first snapshot
     */
    SnapshotMemory(boolean exclusive, LocalDate first) {
        this.exclusive = exclusive;
        this.first = first;
    }

    /** Reads the next snapshot: the rows it has for the school, maybe none. */
    void see(LocalDate day, List<MembershipRow> rows) {
        Map<String, MembershipRow> byGroup = new TreeMap<>();
        rows.forEach(row -> byGroup.merge(row.groupCode(), row, SnapshotMemory::later));
        List<Stay> before = stays.stream().filter(stay -> stay.isOpen()).toList();
        Map<String, Stay> arrived = new TreeMap<>();
        byGroup.values().stream()
                .filter(row -> before.stream().noneMatch(stay -> stay.group.equals(row.groupCode())))
                .forEach(row -> arrived.put(row.groupCode(), arrive(row, day)));
        Stay next = arrived.values().stream()
                .min(Comparator.comparing(Stay::joined))
                .filter(any -> exclusive)
                .orElse(null);
        for (Stay stay : before) {
            MembershipRow row = byGroup.get(stay.group);
            if (row != null) {
                confirm(stay, row, day);
            } else if (next != null) {
                stay.next = next;
            } else {
                stay.missedOn = day;
            }
        }
    }

    /** What is known after the snapshots read so far; known time is not said. */
    List<MembershipSpan> spans() {
        List<MembershipSpan> spans = new ArrayList<>();
        stays.forEach(stay -> spans.addAll(stay.spans(first)));
        return spans;
    }

    private static void confirm(Stay stay, MembershipRow row, LocalDate day) {
        if (row.joinedOn() != null && !row.joinedOn().equals(stay.joined())) {
            stay.join(row.joinedOn());
        }
        MembershipRow last = stay.parts.lastEntry().getValue();
        if (last.role() != row.role() || !Objects.equals(last.memberKind(), row.memberKind())) {
            stay.parts.put(stay.joined().isAfter(day) ? stay.joined() : day, row);
        }
    }

    private Stay arrive(MembershipRow row, LocalDate day) {
        Stay stay = new Stay(row, row.joinedOn() == null ? day : row.joinedOn());
        List<Stay> neverLeft = stays.stream()
                .filter(old -> old.group.equals(stay.group)
                        && old.left() != null
                        && old.left().isAfter(stay.joined()))
                .toList();
        stays.removeAll(neverLeft);
        stays.stream().filter(old -> neverLeft.contains(old.next)).forEach(old -> old.next = stay);
        stays.add(stay);
        return stay;
    }

    private static MembershipRow later(MembershipRow a, MembershipRow b) {
        Comparator<MembershipRow> byDay =
                Comparator.comparing(MembershipRow::joinedOn, Comparator.nullsFirst(Comparator.naturalOrder()));
        return byDay.thenComparing(MembershipRow.BY_RANK).compare(a, b) >= 0 ? a : b;
    }

    /** One uninterrupted membership: the words that hold from each day on, and how it ended. */
    private static final class Stay {
        private final String group;
        private final NavigableMap<LocalDate, MembershipRow> parts = new TreeMap<>();
        private LocalDate missedOn;
        private Stay next;

        Stay(MembershipRow row, LocalDate joined) {
            group = row.groupCode();
            parts.put(joined, row);
        }

        LocalDate joined() {
            return parts.firstKey();
        }

        boolean isOpen() {
            return missedOn == null && next == null;
        }

        /** Null while open. After a transfer it follows the joined day of the next stay, whatever that is corrected to. */
        LocalDate left() {
            if (next == null) {
                return missedOn;
            }
            return next.neverWas() ? next.left() : next.joined();
        }

        private boolean neverWas() {
            LocalDate left = left();
            return left != null && !left.isAfter(joined());
        }

        /** Corrects the joined day. */
        void join(LocalDate day) {
            Map.Entry<LocalDate, MembershipRow> before = parts.floorEntry(day);
            MembershipRow words = before == null ? parts.pollFirstEntry().getValue() : before.getValue();
            parts.headMap(day, true).clear();
            parts.put(day, words);
        }

        List<MembershipSpan> spans(LocalDate first) {
            LocalDate left = left();
            List<MembershipSpan> spans = new ArrayList<>();
            parts.forEach((from, row) -> {
                LocalDate turn = parts.higherKey(from);
                LocalDate to = turn == null || (left != null && left.isBefore(turn)) ? left : turn;
                if (to == null || from.isBefore(to)) {
                    spans.add(row.span(from, to, first));
                }
            });
            return spans;
        }
    }
}
