package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.AdoptionUnit;

/**
 * When the units of a territory joined a group of one kind, for one side. A unit with a role of the other side at any time is on neither:
 * it is no control. A unit in a group stays joined, also where it left later. Source: METRICS B7.
 *
 * @param kind of the groups
 * @param firstYear by unit: the first school year whose September 1 is not before the day it joined; {@link AdoptionUnit#NEVER}
 * @param cluster by unit: the group it joined first, which is what was drawn; of who never joined its own code
 */
record Joining(
        String kind,
        Side side,
        Map<String, Integer> firstYear,
        Map<String, String> cluster,
        Map<String, Inputs> inputs) {
    /** Whose joining is looked at. */
    enum Side {
        /** Members, and peers of groups without a lead. */
        MEMBERS("", Set.of(Role.MEMBER, Role.PEER)),
        /** Leads: what leading does to the lead. */
        LEADS("lead", Set.of(Role.LEAD));

        private final String variant;
        private final Set<Role> roles;

        Side(String variant, Set<Role> roles) {
            this.variant = variant;
            this.roles = roles;
        }

        /** Its part of a row's variant; empty for members. */
        String variant() {
            return variant;
        }
    }

    static Joining of(Territory territory, String kind, Side side) {
        Map<String, List<MembershipSpan>> spans = new TreeMap<>();
        for (EducationGroup group : territory.groups(kind)) {
            territory.spans(group).forEach(span -> spans.computeIfAbsent(span.schoolCode(), any -> new ArrayList<>())
                    .add(span));
        }
        Map<String, Integer> firstYear = new TreeMap<>();
        Map<String, String> cluster = new TreeMap<>();
        Map<String, Inputs> inputs = new TreeMap<>();
        for (Unit unit : territory.units()) {
            String code = unit.schoolCode();
            List<MembershipSpan> own = spans.getOrDefault(code, List.of());
            if (own.isEmpty()) {
                firstYear.put(code, AdoptionUnit.NEVER);
                cluster.put(code, code);
            } else if (own.stream().allMatch(span -> side.roles.contains(span.role()))) {
                MembershipSpan first = own.stream()
                        .min(Comparator.comparing(MembershipSpan::joinedOn).thenComparing(MembershipSpan::groupCode))
                        .orElseThrow();
                firstYear.put(code, firstWholeYear(first.joinedOn()));
                cluster.put(code, first.groupCode());
            }
            inputs.put(code, Inputs.all(own.stream().map(Joining::inputs).toList()));
        }
        return new Joining(kind, side, firstYear, cluster, inputs);
    }

    /** Whether a unit of the district joined. */
    boolean concerns(Territory territory, String districtCode) {
        return territory.unitsIn(districtCode).stream()
                .anyMatch(unit -> firstYear.getOrDefault(unit.schoolCode(), AdoptionUnit.NEVER) != AdoptionUnit.NEVER);
    }

    /** The codes of the district's units on this side, and of those that never joined. */
    Set<String> unitsIn(Territory territory, String districtCode) {
        Set<String> codes = new TreeSet<>();
        territory.unitsIn(districtCode).forEach(unit -> codes.add(unit.schoolCode()));
        codes.retainAll(firstYear.keySet());
        return codes;
    }

    private static int firstWholeYear(LocalDate joinedOn) {
        return SchoolYear.of(joinedOn.minusDays(1)) + 1;
    }

    private static Inputs inputs(MembershipSpan span) {
        return Inputs.of(
                span.origin(),
                String.join(
                        "|", span.groupCode(), span.schoolCode(), span.role().code(), "" + span.joinedOn()),
                span);
    }
}
