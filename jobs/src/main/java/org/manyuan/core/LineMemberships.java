package org.manyuan.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.domain.ExclusiveKinds;
import org.manyuan.domain.MembershipSpan;

/**
 * The memberships of one line of units in one kind of group: bitemporal spans, the same whatever the order of the statements. At every
 * instant at which something came or was taken back they are worked out anew: the units' own rows, then successions, then campuses and
 * sections, then the ends of groups.
 */
final class LineMemberships {
    private final boolean exclusive;
    private final Map<String, SchoolMemberships> units = new TreeMap<>();
    private final List<SuccessionRow> successions;
    private final List<UnitPart> parts;
    private final List<GroupEnd> ends;
    private final TreeSet<Instant> turns = new TreeSet<>();

    private LineMemberships(String kind, Collection<MembershipStatement> statements) {
        exclusive = ExclusiveKinds.ALL.contains(kind);
        List<MembershipRow> rows = those(statements, MembershipStatement::row);
        List<SnapshotDay> days = those(statements, MembershipStatement::day);
        successions = those(statements, MembershipStatement::succession);
        parts = new ArrayList<>(those(statements, MembershipStatement::part));
        parts.sort(Comparator.comparing(UnitPart::schoolCode));
        ends = those(statements, MembershipStatement::end);
        Map<String, List<MembershipRow>> byUnit = new TreeMap<>();
        rows.forEach(row -> byUnit.computeIfAbsent(row.schoolCode(), any -> new ArrayList<>())
                .add(row));
        byUnit.forEach((unit, of) -> units.put(unit, new SchoolMemberships(exclusive, of, days)));
        turnOn(rows);
        turnOn(days);
        turnOn(successions);
        turnOn(ends);
    }

    /**
     * @param statements all that concern the line and the kind
     * @return spans with the roles that the rows say, null where they say none
     */
    static List<MembershipSpan> of(String kind, Collection<MembershipStatement> statements) {
        return new LineMemberships(kind, statements).spans();
    }

    private List<MembershipSpan> spans() {
        KnownTime known = new KnownTime();
        for (Instant instant : turns) {
            Map<String, List<MembershipSpan>> own = new TreeMap<>();
            units.forEach((unit, memberships) -> own.put(unit, memberships.at(instant)));
            CarriedMemberships carried = new CarriedMemberships(exclusive, own);
            carried.over(SuccessionRow.known(successions, instant));
            carried.toParts(parts);
            known.at(instant, GroupEnd.cut(carried.all(), ends, instant));
        }
        return known.spans();
    }

    private void turnOn(List<? extends Statement> statements) {
        for (Statement statement : statements) {
            turns.add(statement.knownFrom());
            if (statement.knownTo() != null) {
                turns.add(statement.knownTo());
            }
        }
    }

    private static <T> List<T> those(
            Collection<MembershipStatement> statements, Function<MembershipStatement, T> which) {
        return statements.stream().map(which).filter(Objects::nonNull).toList();
    }
}
