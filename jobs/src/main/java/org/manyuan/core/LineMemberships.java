package org.manyuan.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private LineMemberships(LineStatements said) {
        exclusive = ExclusiveKinds.ALL.contains(said.kind());
        successions = said.successions();
        parts = new ArrayList<>(said.parts());
        parts.sort(Comparator.comparing(UnitPart::schoolCode));
        ends = said.ends();
        Map<String, List<MembershipRow>> byUnit = new TreeMap<>();
        said.rows().forEach(row -> byUnit.computeIfAbsent(row.schoolCode(), any -> new ArrayList<>())
                .add(row));
        byUnit.forEach((unit, of) -> units.put(unit, new SchoolMemberships(exclusive, of, said.days())));
        turnOn(said.rows());
        turnOn(said.days());
        turnOn(successions);
        turnOn(ends);
    }

    /** Spans with the roles that the rows say, null where they say none. */
    static List<MembershipSpan> of(LineStatements said) {
        return new LineMemberships(said).spans();
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
}
