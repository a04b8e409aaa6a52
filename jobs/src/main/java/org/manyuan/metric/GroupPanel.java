package org.manyuan.metric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;

/**
 * The panel units of a group that a change of its gap may use: results under one paper in both years, one role as of one day. The gap
 * of both years is taken over these same units, so that nobody comes or goes in between. Source: METRICS B4.
 *
 * @param base the base year's sitting; null where it has none
 * @param roster the group on the day that its roles are read; null where base is
 * @param first the first side on the panel
 * @param second the second side on the panel; none where that side lies outside the group
 * @param wholeGroup every panel unit with results in both years and a part in the group, whatever its role: what others are without
 * @param obstacle BASE_MISSING or DIFFERENT_PAPER where nothing can be compared; else OK
 */
record GroupPanel(
        Comparison comparison,
        Gap gap,
        BaseYear baseYear,
        Sitting base,
        Roster roster,
        List<PanelUnit> first,
        List<PanelUnit> second,
        List<PanelUnit> wholeGroup,
        Flag obstacle,
        LeftOut leftOut) {

    /** The panel of a comparison with a base year; of several papers of that year the one that keeps most units, then the last. */
    static GroupPanel of(Territory territory, Comparison comparison, Gap gap, BaseYear baseYear, PanelRoles roles) {
        GroupPanel best = null;
        for (Sitting base : baseYear.sittings()) {
            GroupPanel panel = of(territory, comparison, gap, baseYear, base, roles);
            best = best == null || panel.rank() >= best.rank() ? panel : best;
        }
        return best == null ? nothing(comparison, gap, baseYear) : best;
    }

    /** The same panel in the sittings with adjusted scores; MISSING_INPUT where a side has none. Left out are all valid scores. */
    GroupPanel adjusted(Territory territory, IntakeAdjustment pair, PanelRoles roles) {
        if (obstacle != Flag.OK || pair.obstacle() != Flag.OK) {
            return without(pair.obstacle().or(obstacle));
        }
        GroupPanel panel = of(territory, comparison.in(pair.now()), gap, baseYear, pair.base(), roles);
        return panel.obstacle == Flag.OK ? panel : without(Flag.MISSING_INPUT);
    }

    private GroupPanel without(Flag why) {
        return new GroupPanel(comparison, gap, baseYear, base, roster, List.of(), List.of(), List.of(), why, leftOut);
    }

    private static GroupPanel of(
            Territory territory, Comparison comparison, Gap gap, BaseYear baseYear, Sitting base, PanelRoles roles) {
        Sitting now = comparison.sitting();
        Roster then = territory.roster(comparison.roster().group(), base.heldOn());
        Roster roster = roles == PanelRoles.NOW ? comparison.roster() : then;
        PanelUnits panel = comparison.series().panel(base, now);
        List<PanelUnit> first = side(panel, gap.first(roster), roles);
        List<PanelUnit> second = side(panel, gap.second(roster), roles);
        Set<String> concerned = new HashSet<>(gap.units(comparison.roster()));
        concerned.addAll(gap.units(then));
        return new GroupPanel(
                comparison,
                gap,
                baseYear,
                base,
                roster,
                first,
                second,
                panel.of(roster.all()).stream().filter(PanelUnit::isInBoth).toList(),
                obstacle(comparison, gap, baseYear, panel, roster, first, second),
                comparison.series().leftOut(now, baseYear.year(), base, concerned, concat(first, second)));
    }

    private static List<PanelUnit> side(PanelUnits panel, List<String> codes, PanelRoles roles) {
        return panel.of(codes).stream()
                .filter(unit -> unit.isInBoth() && codes.containsAll(roles.parts(unit)))
                .toList();
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
                List.of(),
                Flag.BASE_MISSING,
                comparison
                        .series()
                        .leftOut(
                                comparison.sitting(),
                                baseYear.year(),
                                null,
                                gap.units(comparison.roster()),
                                List.of()));
    }

    /** The marks of a side in the current year, or in the base year, part by part put together. */
    List<UnitMarks> marks(List<PanelUnit> side, boolean isNow) {
        return side.stream()
                .map(unit -> isNow ? comparison.sitting().together(unit.now()) : base.together(unit.then()))
                .toList();
    }

    /** The marks of both sides in both years. */
    List<UnitMarks> marks() {
        List<PanelUnit> units = concat(first, second);
        return Stream.concat(marks(units, true).stream(), marks(units, false).stream())
                .toList();
    }

    private int rank() {
        return (obstacle == Flag.OK ? 1_000_000 : 0) + first.size() + second.size();
    }

    /** A side that is empty for want of a common paper, and not of results, is DIFFERENT_PAPER. */
    private static Flag obstacle(
            Comparison comparison,
            Gap gap,
            BaseYear baseYear,
            PanelUnits panel,
            Roster roster,
            List<PanelUnit> first,
            List<PanelUnit> second) {
        boolean secondIsEmpty = second.isEmpty() && !gap.isAgainstOthers();
        if (!first.isEmpty() && !secondIsEmpty) {
            return Flag.OK;
        }
        boolean elsewhere = (!first.isEmpty() || satBothYears(comparison, baseYear, panel, gap.first(roster)))
                && (!secondIsEmpty || satBothYears(comparison, baseYear, panel, gap.second(roster)));
        return elsewhere ? Flag.DIFFERENT_PAPER : Flag.BASE_MISSING;
    }

    private static boolean satBothYears(
            Comparison comparison, BaseYear baseYear, PanelUnits panel, List<String> units) {
        ExamSeries series = comparison.series();
        int now = comparison.sitting().schoolYear();
        PanelUnits ofYears = panel.having(
                code -> series.studentsIn(baseYear.year(), code) > 0, code -> series.studentsIn(now, code) > 0);
        return ofYears.of(units).stream().filter(PanelUnit::isInBoth).anyMatch(unit -> panel.of(unit.codes()).stream()
                .noneMatch(PanelUnit::isInBoth));
    }

    private static List<PanelUnit> concat(List<PanelUnit> first, List<PanelUnit> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
