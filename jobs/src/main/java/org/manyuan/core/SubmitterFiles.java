package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.domain.MembershipSpan;

/**
 * What one submitter has handed in about one school in one kind of group, and what follows from it at an instant: its spans and
 * snapshots are read in the order of the days of which they speak, whenever they came. Of the snapshots of one day the whole one of the
 * greatest rank counts, and over it the patches of a greater one.
 */
final class SubmitterFiles {
    private final boolean exclusive;
    private final Map<Long, List<MembershipRow>> listed;
    private final List<SnapshotDay> snapshots;
    private List<Reading> read = List.of();
    private SnapshotMemory memory;

    /**
     * @param listed the school's rows in snapshots
     * @param snapshots of the submitter, whether or not they name the school
     */
    SubmitterFiles(boolean exclusive, List<MembershipRow> listed, List<SnapshotDay> snapshots) {
        this.exclusive = exclusive;
        this.listed = listed.stream().collect(Collectors.groupingBy(MembershipRow::receivedNo));
        this.snapshots = snapshots;
        memory = new SnapshotMemory(exclusive);
    }

    /** One membership of the school, as its submitter's files tell it. */
    record Told(Stay stay, List<MembershipSpan> spans) {}

    /**
     * What the files say.
     *
     * @param stated the submitter's spans that count at that instant
     */
    List<Told> at(Instant instant, List<MembershipRow> stated) {
        NavigableMap<LocalDate, Reading> byDay = snapshotsAt(instant);
        LocalDate first = byDay.isEmpty() ? null : byDay.firstKey();
        List<Reading> script = new ArrayList<>(byDay.values());
        // a span of the same day comes after the snapshot: it may say more
        stated.forEach(row -> script.add(new Reading(row.saidOn(), row, false, List.of())));
        script.sort(Comparator.comparing(Reading::day));
        int known = read.size();
        if (known > script.size() || !script.subList(0, known).equals(read)) {
            memory = new SnapshotMemory(exclusive);
            known = 0;
        }
        script.subList(known, script.size()).forEach(reading -> reading.tell(memory));
        read = script;
        return memory.stays().stream()
                .map(stay -> new Told(stay, stay.spans(first)))
                .filter(told -> !told.spans().isEmpty())
                .toList();
    }

    private NavigableMap<LocalDate, Reading> snapshotsAt(Instant instant) {
        NavigableMap<LocalDate, List<SnapshotDay>> days = new TreeMap<>();
        Statement.knownAt(instant, snapshots).forEach(day -> days.computeIfAbsent(day.asOf(), any -> new ArrayList<>())
                .add(day));
        NavigableMap<LocalDate, Reading> readings = new TreeMap<>();
        days.forEach((day, files) -> readings.put(day, reading(instant, day, files)));
        return readings;
    }

    /** Patches replace, within the day, what the file below them says of the school in the same group, or in the whole kind. */
    private Reading reading(Instant instant, LocalDate day, List<SnapshotDay> files) {
        boolean whole = false;
        List<MembershipRow> said = new ArrayList<>();
        for (SnapshotDay file : files) {
            List<MembershipRow> of =
                    Statement.knownAt(instant, listed.getOrDefault(file.receivedNo(), List.of())).stream()
                            .filter(row -> row.asOf().equals(day))
                            .toList();
            if (!file.isPatch()) {
                whole = true;
                said.clear();
            } else if (exclusive && !of.isEmpty()) {
                said.clear();
            } else {
                said.removeIf(old -> of.stream().anyMatch(row -> row.groupCode().equals(old.groupCode())));
            }
            said.addAll(of);
        }
        return new Reading(day, null, whole, said);
    }

    /** A span, or a snapshot with what it has of the school. */
    private record Reading(LocalDate day, MembershipRow span, boolean whole, List<MembershipRow> rows) {
        void tell(SnapshotMemory memory) {
            if (span != null) {
                memory.state(span);
            } else {
                memory.see(day, whole, rows);
            }
        }
    }
}
