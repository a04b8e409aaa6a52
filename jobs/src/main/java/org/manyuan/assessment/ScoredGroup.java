package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.GroupTenure;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Role;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Successions;
import org.manyuan.domain.Unit;

/**
 * A group in the assessed year: which of its units count, as {@link GroupTenure} has it, and in which role. Roles are those of August 31
 * that ends the year.
 */
final class ScoredGroup {
    private final EducationGroup group;
    private final Map<String, MembershipSpan> counted = new TreeMap<>();
    private final GroupTenure tenure;
    private final LocalDate last;
    private final Map<String, Unit> units;
    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private final boolean hasLead;
    private final boolean keepsRoles;
    private final boolean isWhole;
    private final int waiting;
    private final IndicatorLeaf.Unit side;
    private final String school;

    /**
     * @param spans of the group, as known now
     * @param units by code
     * @param successions by which a unit went on under another code
     */
    ScoredGroup(
            EducationGroup group,
            int year,
            int minSchoolYears,
            List<MembershipSpan> spans,
            Map<String, Unit> units,
            Successions successions) {
        this.group = group;
        this.units = units;
        LocalDate first = SchoolYear.firstDay(year);
        last = SchoolYear.lastDay(year);
        tenure = new GroupTenure(spans, successions, minSchoolYears);
        Set<String> known = new TreeSet<>();
        int waits = 0;
        for (String unit : tenure.units()) {
            waits += tenure.waitsIn(year, unit) ? 1 : 0;
            if (tenure.countsIn(year, unit)) {
                counted.put(unit, tenure.on(last, unit));
                known.add(unit);
                known.addAll(tenure.former(unit, first, last));
                if (units.containsKey(unit)) {
                    stages.addAll(units.get(unit).stages());
                }
            }
        }
        hasLead = counted.values().stream().anyMatch(span -> span.role() == Role.LEAD);
        isWhole = known.containsAll(tenure.touching(first, last));
        keepsRoles = tenure.keepsRoles(first, last);
        waiting = waits;
        side = IndicatorLeaf.Unit.GROUP;
        school = "";
    }

    /** The same group, seen as one of its units. */
    private ScoredGroup(ScoredGroup group, IndicatorLeaf.Unit side, String school) {
        this.group = group.group;
        this.units = group.units;
        this.tenure = group.tenure;
        this.last = group.last;
        counted.putAll(group.counted);
        stages.addAll(group.stages);
        hasLead = group.hasLead;
        keepsRoles = group.keepsRoles;
        isWhole = group.isWhole;
        waiting = group.waiting;
        this.side = side;
        this.school = school;
    }

    /** What gets a score of its own: the group, or each of its leads, or each of its members that count. */
    List<ScoredGroup> scored(Scheme.Subject subject) {
        return switch (subject) {
            case GROUP -> List.of(this);
            case LEAD -> eachOf(IndicatorLeaf.Unit.LEAD, IndicatorLeaf.Unit.LEAD);
            case MEMBER -> eachOf(IndicatorLeaf.Unit.MEMBER, IndicatorLeaf.Unit.MEMBER);
        };
    }

    /** Each member in the place of the lead: what it would score as the lead does. */
    List<ScoredGroup> membersAsLeads() {
        return eachOf(IndicatorLeaf.Unit.MEMBER, IndicatorLeaf.Unit.LEAD);
    }

    private List<ScoredGroup> eachOf(IndicatorLeaf.Unit units, IndicatorLeaf.Unit seenAs) {
        return units(units, IndicatorLeaf.Members.ALL).stream()
                .map(unit -> new ScoredGroup(this, seenAs, unit))
                .toList();
    }

    /** The code of the unit that is scored; empty where the group is. */
    String schoolCode() {
        return school;
    }

    /** Whether a figure of this side is that of the scored unit alone. */
    boolean isOwn(IndicatorLeaf.Unit ofSide) {
        return !school.isEmpty() && side == ofSide;
    }

    /** The role of a unit that counts. */
    Role role(String schoolCode) {
        return counted.get(schoolCode).role();
    }

    EducationGroup group() {
        return group;
    }

    /** Codes of the units that count, on that side, and are among these members. A scored unit is its side. */
    List<String> units(IndicatorLeaf.Unit side, IndicatorLeaf.Members members) {
        if (isOwn(side)) {
            return List.of(school);
        }
        return counted.values().stream()
                .filter(span -> isOn(side, span.role()))
                .filter(span -> isAmong(members, span))
                .map(MembershipSpan::schoolCode)
                .toList();
    }

    /**
     * The codes under which what makes the units of a side has rows of a school year, this one or one before: their own, and those that
     * they had since.
     */
    List<String> codes(IndicatorLeaf.Unit ofSide, IndicatorLeaf.Members members, int schoolYear) {
        return units(ofSide, members).stream()
                .flatMap(unit -> Stream.concat(
                        tenure.former(unit, SchoolYear.firstDay(schoolYear), last).stream(), Stream.of(unit)))
                .distinct()
                .toList();
    }

    /** Whether no unit changed its role within the year, so that the rows of a side hold the same units on all of its days. */
    boolean keepsRoles() {
        return keepsRoles;
    }

    /** Whether units were in the group in the year and none of them counts. */
    boolean countsNobody() {
        return counted.isEmpty() && !isWhole;
    }

    private boolean isAmong(IndicatorLeaf.Members members, MembershipSpan span) {
        Unit unit = units.get(span.schoolCode());
        return (members.kinds().isEmpty()
                        || span.memberKind() != null && members.kinds().contains(span.memberKind()))
                && (members.tags().isEmpty()
                        || unit != null && members.tags().stream().anyMatch(unit::hasTag));
    }

    /** Whether every unit that was in the group in the year counts, so that the group's own rows hold no others. */
    boolean isWhole() {
        return isWhole;
    }

    /** What the units that count teach together. */
    Set<Stage> stages() {
        return stages;
    }

    long countedUnits() {
        return counted.size();
    }

    /** Units that are in the group at the end of the year, and not for long enough. */
    long waitingUnits() {
        return waiting;
    }

    private boolean isOn(IndicatorLeaf.Unit side, Role role) {
        return switch (side) {
            case LEAD -> role == Role.LEAD;
            case MEMBER -> role == Role.MEMBER || !hasLead && role == Role.PEER;
            case GROUP, LEAD_VS_MEMBER -> true;
        };
    }
}
