package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;

/**
 * The units of a group that a change of its gap may use: results under one paper in both years, role as of one day. The gap of both
 * years is taken over these same units, so that nobody comes or goes in between. Source: METRICS B4.
 *
 * @param base the base year's sitting; null where it has none
 * @param roster the group on the day that its roles are read; null where base is
 * @param first school codes of the first side on the panel
 * @param second school codes of the second side on the panel; none where that side lies outside the group
 * @param obstacle BASE_MISSING or DIFFERENT_PAPER where nothing can be compared; else OK
 */
record GroupPanel(
        Comparison comparison,
        Gap gap,
        BaseYear baseYear,
        Sitting base,
        Roster roster,
        List<String> first,
        List<String> second,
        Flag obstacle,
        LeftOut leftOut) {

    /** The panel of a comparison with a base year; of several papers of that year the one that keeps most units, then the last. */
    static GroupPanel of(Territory territory, Comparison comparison, Gap gap, BaseYear baseYear, PanelRoles roles) {
        Sitting now = comparison.sitting();
        GroupPanel best = null;
        for (Sitting base : baseYear.sittings()) {
            Roster roster = roles == PanelRoles.NOW
                    ? comparison.roster()
                    : territory.roster(comparison.roster().group(), base.heldOn());
            Predicate<String> inBoth =
                    unit -> now.of(unit).isPresent() && base.of(unit).isPresent();
            List<String> first = gap.first(roster).stream().filter(inBoth).toList();
            List<String> second = gap.second(roster).stream().filter(inBoth).toList();
            Flag obstacle = obstacle(comparison, gap, baseYear, roster, first, second);
            Roster other = roles == PanelRoles.NOW
                    ? territory.roster(comparison.roster().group(), base.heldOn())
                    : comparison.roster();
            LeftOut leftOut = leftOut(comparison, gap, baseYear, List.of(roster, other), union(first, second));
            GroupPanel panel =
                    new GroupPanel(comparison, gap, baseYear, base, roster, first, second, obstacle, leftOut);
            best = best == null || panel.rank() >= best.rank() ? panel : best;
        }
        return best == null ? nothing(comparison, gap, baseYear) : best;
    }

    private static GroupPanel nothing(Comparison comparison, Gap gap, BaseYear baseYear) {
        return new GroupPanel(
                comparison,
                gap,
                baseYear,
                null,
                null,
                List.of(),
                List.of(),
                Flag.BASE_MISSING,
                leftOut(comparison, gap, baseYear, List.of(comparison.roster()), Set.of()));
    }

    /** Panel units of the group. */
    Set<String> units() {
        return union(first, second);
    }

    private int rank() {
        return (obstacle == Flag.OK ? 1_000_000 : 0) + first.size() + second.size();
    }

    /** A side that is empty for want of a common paper, and not of results, is DIFFERENT_PAPER. */
    private static Flag obstacle(
            Comparison comparison, Gap gap, BaseYear baseYear, Roster roster, List<String> first, List<String> second) {
        boolean secondIsEmpty = second.isEmpty() && !gap.isAgainstOthers();
        if (!first.isEmpty() && !secondIsEmpty) {
            return Flag.OK;
        }
        boolean elsewhere = (!first.isEmpty() || satBothYears(comparison, baseYear, gap.first(roster)))
                && (!secondIsEmpty || satBothYears(comparison, baseYear, gap.second(roster)));
        return elsewhere ? Flag.DIFFERENT_PAPER : Flag.BASE_MISSING;
    }

    private static boolean satBothYears(Comparison comparison, BaseYear baseYear, List<String> units) {
        return units.stream()
                .anyMatch(unit -> studentsNow(comparison, unit) > 0 && studentsThen(comparison, baseYear, unit) > 0);
    }

    private static LeftOut leftOut(
            Comparison comparison, Gap gap, BaseYear baseYear, List<Roster> rosters, Set<String> used) {
        Set<String> units = new HashSet<>();
        rosters.forEach(roster -> units.addAll(gap.units(roster)));
        units.removeAll(used);
        LeftOut leftOut = LeftOut.NOTHING;
        for (String unit : units) {
            boolean hasResults = studentsNow(comparison, unit) + studentsThen(comparison, baseYear, unit) > 0;
            leftOut = hasResults
                    ? comparison.series().without(leftOut, comparison.sitting().schoolYear(), baseYear.year(), unit)
                    : leftOut;
        }
        return leftOut;
    }

    private static long studentsNow(Comparison comparison, String unit) {
        return comparison.series().studentsIn(comparison.sitting().schoolYear(), unit);
    }

    private static long studentsThen(Comparison comparison, BaseYear baseYear, String unit) {
        return comparison.series().studentsIn(baseYear.year(), unit);
    }

    private static Set<String> union(List<String> first, List<String> second) {
        return new HashSet<>(Stream.concat(first.stream(), second.stream()).toList());
    }

    /** Every unit of the group with results in both years, whatever its role: what others are without. */
    List<String> wholeGroup() {
        List<String> all = new ArrayList<>(roster.all());
        all.removeIf(
                unit -> base.of(unit).isEmpty() || comparison.sitting().of(unit).isEmpty());
        return all;
    }
}
