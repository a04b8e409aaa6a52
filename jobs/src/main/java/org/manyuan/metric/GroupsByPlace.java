package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.manyuan.domain.EducationGroup;

/**
 * The groups of a kind on a day that have at least two units with results, by district: those wholly inside it and those that cross
 * its border. Wholly inside is a group none of whose units, with or without results, lies elsewhere.
 */
final class GroupsByPlace {
    /**
     * A group and its units with results.
     *
     * @param units school codes, in order
     */
    record GroupUnits(Roster roster, List<String> units) {}

    private final Map<String, List<GroupUnits>> inside = new HashMap<>();
    private final Map<String, List<GroupUnits>> crossing = new HashMap<>();

    /** @param withResults those of a group's units that have results, in order */
    GroupsByPlace(Territory territory, String kind, LocalDate day, Function<Roster, List<String>> withResults) {
        for (EducationGroup group : territory.groups(kind)) {
            Roster roster = territory.roster(group, day);
            List<String> units = withResults.apply(roster);
            if (units.size() < Rules.UNITS) {
                continue;
            }
            Set<String> home =
                    new LinkedHashSet<>(territory.placesOf(roster.all().get(0)));
            roster.all().forEach(unit -> home.retainAll(territory.placesOf(unit)));
            Set<String> touched = new LinkedHashSet<>();
            units.forEach(unit -> touched.addAll(territory.placesOf(unit)));
            GroupUnits entry = new GroupUnits(roster, units);
            touched.forEach(place -> (home.contains(place) ? inside : crossing)
                    .computeIfAbsent(place, any -> new ArrayList<>())
                    .add(entry));
        }
    }

    /** The groups wholly inside a district. */
    List<GroupUnits> inside(String districtCode) {
        return inside.getOrDefault(districtCode, List.of());
    }

    /** The groups with units with results inside and units outside a district. */
    List<GroupUnits> crossing(String districtCode) {
        return crossing.getOrDefault(districtCode, List.of());
    }

    /** Whether the district has a group at all. */
    boolean touches(String districtCode) {
        return !inside(districtCode).isEmpty() || !crossing(districtCode).isEmpty();
    }

    /** What a figure of the district leaves out: the units of crossing groups that lie in it, with their scores in the sitting. */
    LeftOut leftOut(String districtCode, Sitting sitting) {
        Set<String> units = new LinkedHashSet<>();
        Set<String> there = new LinkedHashSet<>();
        sitting.in(districtCode).forEach(unit -> there.add(unit.schoolCode()));
        crossing(districtCode).forEach(group -> units.addAll(group.units()));
        units.retainAll(there);
        LeftOut leftOut = LeftOut.NOTHING;
        for (String unit : units) {
            UnitMarks marks = sitting.of(unit).orElseThrow();
            leftOut = leftOut.plus(marks.n(), marks.fewest());
        }
        return leftOut;
    }
}
