package org.manyuan.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.domain.SuccessionKind;
import org.manyuan.domain.Successions;

/**
 * The one place that says for whom else a membership stands. From the day of a succession on the memberships of the old unit are those
 * of the new one; the parts of a split each have them; a merged unit is in the groups in which all the units were that it is made of,
 * and one into which a single unit is merged stays in its own. A campus or section is in the groups of its school while there is such
 * a unit. Whoever has rows of its own speaks for itself from the first of their days on: in an exclusive kind in the whole kind, else
 * in the group that they name.
 */
final class CarriedMemberships {
    private static final Comparator<MembershipSpan> BEST_ROLE = Comparator.comparing(
                    MembershipSpan::role, Comparator.nullsLast(Comparator.<Role>naturalOrder()))
            .thenComparing(MembershipSpan::schoolCode)
            .thenComparing(MembershipSpan::joinedOn);

    private final boolean exclusive;
    private final Map<String, List<MembershipSpan>> spans = new TreeMap<>();

    /**
     * @param own what the units' own rows say, by unit
     */
    CarriedMemberships(boolean exclusive, Map<String, List<MembershipSpan>> own) {
        this.exclusive = exclusive;
        own.forEach((unit, said) -> spans.put(unit, new ArrayList<>(said)));
    }

    /** The memberships of every unit. */
    List<MembershipSpan> all() {
        return spans.values().stream().flatMap(List::stream).toList();
    }

    /** What becomes of them by successions, one day after the other. */
    void over(Successions successions) {
        Map<LocalDate, List<SchoolSuccession>> days = new LinkedHashMap<>();
        successions.inOrder().forEach(row -> days.computeIfAbsent(row.happenedOn(), any -> new ArrayList<>())
                .add(row));
        days.forEach(this::onDay);
    }

    /** What the units are in because their schools are. */
    void toParts(List<UnitPart> parts) {
        Map<String, List<MembershipSpan>> schools = new HashMap<>();
        parts.forEach(part -> schools.put(part.partOf(), List.copyOf(of(part.partOf()))));
        for (UnitPart part : parts) {
            LocalDate opened = part.openedOn() == null ? LocalDate.MIN : part.openedOn();
            LocalDate closed = part.closedOn() == null ? LocalDate.MAX : part.closedOn();
            inherit(
                    part.schoolCode(),
                    schools.get(part.partOf()).stream()
                            .flatMap(span -> span.within(opened, closed).stream())
                            .map(span -> span.of(part.schoolCode(), span.origin()))
                            .toList());
        }
    }

    /** The rows of one day, predecessors first. */
    private void onDay(LocalDate day, List<SchoolSuccession> rows) {
        Map<String, List<SchoolSuccession>> byUnit = rows.stream()
                .collect(Collectors.groupingBy(SchoolSuccession::toCode, LinkedHashMap::new, Collectors.toList()));
        byUnit.forEach((unit, from) -> inherit(unit, carried(unit, from, day)));
        rows.stream()
                .filter(row -> row.kind() == SuccessionKind.RECODE || row.kind() == SuccessionKind.RENAME)
                .forEach(this::beginAnew);
        Map<String, Long> parts = rows.stream()
                .filter(row -> row.kind() == SuccessionKind.SPLIT)
                .collect(Collectors.groupingBy(SchoolSuccession::fromCode, Collectors.counting()));
        for (SchoolSuccession row : rows) {
            boolean goesOn = row.kind() == SuccessionKind.SPLIT && parts.get(row.fromCode()) == 1;
            if (!goesOn) {
                spans.computeIfPresent(row.fromCode(), (unit, of) -> before(day, of));
            }
        }
    }

    /** A code that a file gives to days on which the unit was in the same group under its old one begins with the new one. */
    private void beginAnew(SchoolSuccession row) {
        List<MembershipSpan> old = of(row.fromCode());
        spans.computeIfPresent(
                row.toCode(),
                (unit, of) -> new ArrayList<>(of.stream()
                        .flatMap(span -> old.stream()
                                        .anyMatch(other ->
                                                other.groupCode().equals(span.groupCode()) && other.overlaps(span))
                                ? span.within(row.happenedOn(), LocalDate.MAX).stream()
                                : Stream.of(span))
                        .toList()));
    }

    private List<MembershipSpan> carried(String unit, List<SchoolSuccession> from, LocalDate day) {
        List<SchoolSuccession> merged =
                from.stream().filter(row -> row.kind() == SuccessionKind.MERGE).toList();
        List<MembershipSpan> carried = new ArrayList<>();
        for (SchoolSuccession row : from) {
            of(row.fromCode()).stream()
                    .flatMap(span -> span.within(day, LocalDate.MAX).stream())
                    .filter(span -> row.kind() != SuccessionKind.MERGE || isInAll(merged, span, day))
                    .forEach(carried::add);
        }
        carried.sort(BEST_ROLE);
        Map<String, SchoolSuccession> rows =
                from.stream().collect(Collectors.toMap(SchoolSuccession::fromCode, row -> row));
        List<MembershipSpan> kept = new ArrayList<>();
        for (MembershipSpan span : carried) {
            if (kept.stream().noneMatch(best -> best.groupCode().equals(span.groupCode()) && best.overlaps(span))) {
                kept.add(span.of(unit, rows.get(span.schoolCode()).origin()));
            }
        }
        return kept;
    }

    private boolean isInAll(List<SchoolSuccession> merged, MembershipSpan in, LocalDate day) {
        return merged.size() > 1
                && merged.stream().allMatch(row -> of(row.fromCode()).stream()
                        .anyMatch(span -> span.groupCode().equals(in.groupCode())
                                && span.within(day, LocalDate.MAX).isPresent()));
    }

    private void inherit(String unit, List<MembershipSpan> inherited) {
        List<MembershipSpan> own = List.copyOf(of(unit));
        List<MembershipSpan> all = spans.computeIfAbsent(unit, any -> new ArrayList<>());
        for (MembershipSpan span : inherited) {
            LocalDate first = own.stream()
                    .filter(said -> exclusive || said.groupCode().equals(span.groupCode()))
                    .map(MembershipSpan::joinedOn)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
            span.within(LocalDate.MIN, first).ifPresent(all::add);
        }
    }

    private List<MembershipSpan> of(String unit) {
        return spans.getOrDefault(unit, List.of());
    }

    private static List<MembershipSpan> before(LocalDate day, List<MembershipSpan> of) {
        return new ArrayList<>(of.stream()
                .flatMap(span -> span.within(LocalDate.MIN, day).stream())
                .toList());
    }
}
