package org.manyuan.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one submitter's files, read one after the other by the day of which they speak, say of one school in one kind of group. A school
 * absent from a snapshot has left on its day; where it is in another group of an exclusive kind instead, it left on the day it joined
 * there, and if that is not after the day it joined here, it never was here. A changed joined day is a correction. A school seen again
 * whose joined day lies before the day it was thought to have left never left, unless the leave was stated. A span states its days;
 * later snapshots tell only how an open one goes on. Source: DATASETS, England.
 */
final class SnapshotMemory {
    private final boolean exclusive;
    private final List<Stay> stays = new ArrayList<>();

    /**
     * @param exclusive whether a school is in one group of the kind at a time, so that a leave and a join are a transfer
     */
    SnapshotMemory(boolean exclusive) {
        this.exclusive = exclusive;
    }

    /** What is known after what was read so far. */
    List<Stay> stays() {
        return List.copyOf(stays);
    }

    /** Reads a span: it replaces what snapshots said of its days. */
    void state(MembershipRow row) {
        Stay stated = new Stay(row, row.joinedOn());
        List<Stay> replaced = stays.stream()
                .filter(stay -> stay.group().equals(stated.group())
                        && !stay.isStated()
                        && stay.overlaps(row.joinedOn(), row.leftOn()))
                .toList();
        stays.removeAll(replaced);
        stays.forEach(stay -> replaced.forEach(gone -> stay.follow(gone, stated)));
        stays.add(stated);
    }

    /**
     * Reads the next snapshot.
     *
     * @param whole whether a school that it does not name has left
     * @param rows what it has of the school, maybe nothing
     */
    void see(LocalDate day, boolean whole, List<MembershipRow> rows) {
        rows.stream().filter(row -> !row.isIn()).forEach(this::leave);
        Map<String, MembershipRow> byGroup = new TreeMap<>();
        rows.stream()
                .filter(MembershipRow::isIn)
                .forEach(row -> byGroup.merge(row.groupCode(), row, SnapshotMemory::later));
        List<Stay> before = stays.stream().filter(stay -> stay.isOpen(day)).toList();
        List<Stay> arrived = new ArrayList<>();
        for (MembershipRow row : byGroup.values()) {
            Stay known = before.stream()
                    .filter(stay -> stay.group().equals(row.groupCode()))
                    .findFirst()
                    .orElse(null);
            if (known == null || known.isNew() && known.isStated()) {
                arrived.add(known == null ? arrive(row, day) : known);
            }
            if (known != null) {
                known.confirm(row);
            }
        }
        Stay next = arrived.stream()
                .min(Comparator.comparing(Stay::joined))
                .filter(any -> exclusive)
                .orElse(null);
        for (Stay stay : before) {
            boolean isToCome = stay.isStated() && stay.joined().isAfter(day);
            if (byGroup.containsKey(stay.group()) || isToCome) {
                continue;
            }
            if (next != null) {
                stay.moveTo(next, day);
            } else if (whole && !(stay.isStated() && stay.endsAsStated())) {
                stay.miss(day);
            }
        }
    }

    private Stay arrive(MembershipRow row, LocalDate day) {
        LocalDate joined = row.joinedOn() == null ? day : row.joinedOn();
        List<Stay> before = stays.stream()
                .filter(old -> old.group().equals(row.groupCode()))
                .toList();
        boolean hasLeftForSure =
                before.stream().anyMatch(old -> old.endsAsStated() && old.left().isAfter(joined));
        Stay stay = new Stay(row, hasLeftForSure ? day : joined);
        before.forEach(old -> old.comesAgain(stay));
        stays.add(stay);
        return stay;
    }

    /** A snapshot that lists who has left: the end of the stay it speaks of, or a stay that nobody told of before. */
    private void leave(MembershipRow row) {
        LocalDate joined = row.joinedOn() == null ? LocalDate.MIN : row.joinedOn();
        Stay told = stays.stream()
                .filter(stay -> stay.group().equals(row.groupCode()) && stay.overlaps(joined, row.leftOn()))
                .max(Comparator.comparing(Stay::joined))
                .orElse(null);
        if (told != null && !(told.isStated() && told.endsAsStated())) {
            told.leave(row);
        } else if (told == null && row.joinedOn() != null && row.joinedOn().isBefore(row.leftOn())) {
            stays.add(new Stay(row, row.joinedOn()));
        }
    }

    private static MembershipRow later(MembershipRow a, MembershipRow b) {
        Comparator<MembershipRow> byDay =
                Comparator.comparing(MembershipRow::joinedOn, Comparator.nullsFirst(Comparator.naturalOrder()));
        return byDay.thenComparing(Statement.BY_RANK).compare(a, b) >= 0 ? a : b;
    }
}
