package org.manyuan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When units count in what a group is scored on: in a school year those that were in it on every day of the last school years that a
 * scheme asks for, up to August 31 that ends the year; with none asked for, those that are in on that day. Stays that follow each other
 * without a day between are one, whatever the role. Where a unit took another code, or was merged or split off, the days before are
 * those of its predecessors: all of them must have been in. Source: METRICS C2, {@code tenure}.
 */
public final class GroupTenure {
    private final Map<String, List<MembershipSpan>> spans = new TreeMap<>();
    private final Successions successions;
    private final int minSchoolYears;

    /**
     * @param spans of the group, as known now
     * @param minSchoolYears full school years that are asked for
     */
    public GroupTenure(List<MembershipSpan> spans, Successions successions, int minSchoolYears) {
        this.minSchoolYears = minSchoolYears;
        spans.forEach(span -> this.spans
                .computeIfAbsent(span.schoolCode(), any -> new ArrayList<>())
                .add(span));
        this.successions = successions;
    }

    /** Every unit that ever was in the group, in order of code. */
    public Set<String> units() {
        return spans.keySet();
    }

    /** The span of a unit that holds on a day; null where none does. */
    public MembershipSpan on(LocalDate day, String unit) {
        return spans.getOrDefault(unit, List.of()).stream()
                .filter(span -> span.holdsOn(day))
                .min(Comparator.comparing(MembershipSpan::joinedOn))
                .orElse(null);
    }

    /** Whether a unit counts in a school year. */
    public boolean countsIn(int schoolYear, String unit) {
        LocalDate last = SchoolYear.lastDay(schoolYear);
        return covers(unit, minSchoolYears == 0 ? last : SchoolYear.firstDay(schoolYear - minSchoolYears + 1), last);
    }

    /** Whether a unit is in the group on August 31 that ends a school year, and not for long enough to count in it. */
    public boolean waitsIn(int schoolYear, String unit) {
        return on(SchoolYear.lastDay(schoolYear), unit) != null && !countsIn(schoolYear, unit);
    }

    /**
     * The day from which a unit that waits in a school year counts: the first of the first school year in which it does. Empty where it
     * leaves before, as far as is known now.
     */
    public Optional<LocalDate> countsFrom(int schoolYear, String unit) {
        return IntStream.rangeClosed(schoolYear + 1, schoolYear + minSchoolYears)
                .filter(year -> countsIn(year, unit))
                .mapToObj(SchoolYear::firstDay)
                .findFirst();
    }

    /** Whether a unit was in the group on every day from the first to the last. */
    private boolean covers(String unit, LocalDate first, LocalDate last) {
        MembershipSpan span = on(last, unit);
        if (span == null) {
            return false;
        }
        if (!span.joinedOn().isAfter(first)) {
            return true;
        }
        LocalDate before = span.joinedOn().minusDays(1);
        if (on(before, unit) != null) {
            return covers(unit, first, before);
        }
        List<SchoolSuccession> predecessors = predecessors(unit, span.joinedOn(), span.joinedOn());
        return !predecessors.isEmpty() && predecessors.stream().allMatch(row -> covers(row.fromCode(), first, before));
    }

    /**
     * The codes under which what a unit is made of was in the group on days from the first to the last, its own apart. One that goes on
     * beside the unit, as after a split, is itself and none of them.
     */
    public Set<String> former(String unit, LocalDate first, LocalDate last) {
        Set<String> former = new TreeSet<>();
        for (SchoolSuccession row : predecessors(unit, first.plusDays(1), last)) {
            String old = row.fromCode();
            if (on(row.happenedOn().minusDays(1), old) != null && on(last, old) == null) {
                former.add(old);
                former.addAll(former(old, first, row.happenedOn()));
            }
        }
        return former;
    }

    /** The units that were in the group on some day from the first to the last. */
    public Set<String> touching(LocalDate first, LocalDate last) {
        return within(first, last).keySet();
    }

    /** Whether every unit had one role from the first day to the last, also under the codes that it had before. */
    public boolean keepsRoles(LocalDate first, LocalDate last) {
        Map<String, List<MembershipSpan>> within = within(first, last);
        return within.keySet().stream()
                .allMatch(unit -> Stream.concat(Stream.of(unit), former(unit, first, last).stream())
                                .flatMap(code -> within.getOrDefault(code, List.of()).stream())
                                .map(MembershipSpan::role)
                                .distinct()
                                .count()
                        == 1);
    }

    private Map<String, List<MembershipSpan>> within(LocalDate first, LocalDate last) {
        return spans.values().stream()
                .flatMap(List::stream)
                .filter(span -> span.within(first, last.plusDays(1)).isPresent())
                .collect(Collectors.groupingBy(MembershipSpan::schoolCode));
    }

    private List<SchoolSuccession> predecessors(String unit, LocalDate from, LocalDate to) {
        return successions.inOrder().stream()
                .filter(row -> row.toCode().equals(unit)
                        && !row.happenedOn().isBefore(from)
                        && !row.happenedOn().isAfter(to))
                .toList();
    }
}
