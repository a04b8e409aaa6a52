package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Unit;

/**
 * The sets of units that rows at group and district grain speak of. Every unit is in a group or not by its own valid day, so units
 * counted on different days can stand in one set.
 */
final class Scopes {
    static final String LEAD = "lead";
    static final String MEMBER = "member";

    private final Territory territory;
    private final Collection<LocalDate> days;
    private final Function<String, LocalDate> dayOf;
    private final Map<String, List<Scope>> ofGroup = new HashMap<>();

    /**
     * @param days every day that {@code dayOf} can give
     * @param dayOf the valid day of a unit by its code
     */
    Scopes(Territory territory, Collection<LocalDate> days, Function<String, LocalDate> dayOf) {
        this.territory = territory;
        this.days = new TreeSet<>(days);
        this.dayOf = dayOf;
    }

    /** One day for all. */
    static Scopes on(Territory territory, LocalDate day) {
        return new Scopes(territory, List.of(day), code -> day);
    }

    /** The group as a whole, then its leads and its members where it has any. A group without units has no set. */
    List<Scope> of(EducationGroup group) {
        return ofGroup.computeIfAbsent(group.groupCode(), any -> setsOf(group));
    }

    /** The group as a whole; its codes are empty where it has no unit. */
    Scope whole(EducationGroup group) {
        return of(group).stream()
                .findFirst()
                .orElse(new Scope(group.kind(), "", group, "", List.of(), false, Inputs.none()));
    }

    /** The leads, or the members, of a group; its codes are empty where it has none. */
    Scope side(EducationGroup group, String side) {
        return of(group).stream()
                .filter(scope -> scope.side().equals(side))
                .findFirst()
                .orElse(new Scope(group.kind(), side, group, "", List.of(), false, Inputs.none()));
    }

    /** The district as a whole. */
    Scope district(String districtCode) {
        List<String> codes =
                territory.unitsIn(districtCode).stream().map(Unit::schoolCode).toList();
        return new Scope("", "", null, districtCode, codes, false, Inputs.none());
    }

    /** All leads, then all members of a kind that lie in a district, where there are any. */
    List<Scope> sides(String kind, String districtCode) {
        Set<String> here = new HashSet<>(district(districtCode).codes());
        List<Scope> sides = new ArrayList<>();
        for (String side : List.of(LEAD, MEMBER)) {
            List<Scope> parts = territory.groups(kind).stream()
                    .flatMap(group -> of(group).stream())
                    .filter(scope ->
                            scope.side().equals(side) && scope.codes().stream().anyMatch(here::contains))
                    .toList();
            TreeSet<String> codes = new TreeSet<>();
            parts.forEach(part -> codes.addAll(part.codes()));
            codes.retainAll(here);
            if (!codes.isEmpty()) {
                sides.add(new Scope(
                        kind,
                        side,
                        null,
                        districtCode,
                        List.copyOf(codes),
                        parts.stream().anyMatch(Scope::approximate),
                        Inputs.all(parts.stream().map(Scope::membership).toList())));
            }
        }
        return sides;
    }

    private List<Scope> setsOf(EducationGroup group) {
        List<Scope> sets = new ArrayList<>();
        List<Roster> rosters =
                days.stream().map(day -> territory.roster(group, day)).toList();
        addIfAny(sets, group, "", rosters, Roster::all);
        addIfAny(sets, group, LEAD, rosters, Roster::leads);
        addIfAny(sets, group, MEMBER, rosters, Roster::members);
        return sets;
    }

    private void addIfAny(
            List<Scope> sets,
            EducationGroup group,
            String side,
            List<Roster> rosters,
            Function<Roster, List<String>> who) {
        TreeSet<String> codes = new TreeSet<>();
        List<Inputs> membership = new ArrayList<>();
        boolean approximate = false;
        for (Roster roster : rosters) {
            List<String> valid = who.apply(roster).stream()
                    .filter(code -> roster.day().equals(dayOf.apply(code)))
                    .toList();
            if (codes.addAll(valid)) {
                membership.add(roster.inputs());
                approximate |= roster.approximate();
            }
        }
        if (!codes.isEmpty()) {
            sets.add(new Scope(group.kind(), side, group, "", List.copyOf(codes), approximate, Inputs.all(membership)));
        }
    }
}
