package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Unit;
import org.manyuan.metric.GroupsByPlace.GroupUnits;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.MeanT;

/**
 * GAP-16 of districts for the mean spread inside groups (GAP-20): paired t over the groups with at least two units with results in
 * both years, the same units in both; k counts groups. Source: METRICS B4.
 */
final class SpreadNarrowing {
    private final Metric metric;
    private final MarkBook book;

    SpreadNarrowing(Metric metric, MarkBook book) {
        this.metric = metric;
        this.book = book;
    }

    /** Adds the rows that are finished, and the changes that wait for a verdict. */
    void write(List<MetricRow> rows, List<Change> changes) {
        Territory territory = book.territory();
        for (ExamSeries series : book.series()) {
            for (Sitting now : series.allWithPooled()) {
                for (String kind : territory.kinds()) {
                    GroupsByPlace groups = new GroupsByPlace(
                            territory, kind, now.heldOn(), unit -> now.of(unit).isPresent());
                    Map<String, DistrictNarrowing.Founding> foundings =
                            DistrictNarrowing.foundings(territory, kind, now);
                    Map<String, PairOfYears> pairs = new HashMap<>();
                    for (String district : territory.districtCodes()) {
                        if (now.concerns(district) && groups.touches(district)) {
                            write(series, now, kind, district, foundings, pairs, rows, changes);
                        }
                    }
                }
            }
        }
    }

    private void write(
            ExamSeries series,
            Sitting now,
            String kind,
            String district,
            Map<String, DistrictNarrowing.Founding> foundings,
            Map<String, PairOfYears> pairs,
            List<MetricRow> rows,
            List<Change> changes) {
        List<BaseYear> years = BaseYear.of(
                series,
                now,
                Optional.ofNullable(foundings.get(district))
                        .map(DistrictNarrowing.Founding::day)
                        .orElse(null),
                sitting -> DistrictNarrowing.hasResults(sitting, district));
        for (BaseYear year : years) {
            Sitting base = DistrictPanel.of(series, district, now, year).base();
            for (PanelRoles roles : PanelRoles.values()) {
                MetricRow heading = MetricRow.of(metric, book.terms())
                        .district(district)
                        .sitting(now, book.subject())
                        .baseYear(year.year())
                        .variant(kind, MeanWithinGroupSpread.ID, year.name(), roles.variant(), now.variant())
                        .frame(Rules.SCHOOLS);
                String family = String.join(
                        "|",
                        "D",
                        series.stage() + series.grade(),
                        "" + now.schoolYear(),
                        kind,
                        MeanWithinGroupSpread.ID,
                        year.name(),
                        roles.variant());
                PairOfYears pair = base == null
                        ? null
                        : pairs.computeIfAbsent(
                                base.schoolYear() + "|" + base.examCode() + "|" + base.variant() + "|" + roles,
                                any -> new PairOfYears(book.territory(), series, kind, now, base, roles));
                judge(heading, district, now.inputs(), pair, family, rows, changes);
            }
        }
    }

    private static void judge(
            MetricRow heading,
            String district,
            Inputs sat,
            PairOfYears pair,
            String family,
            List<MetricRow> rows,
            List<Change> changes) {
        List<GroupUnits> groups = pair == null ? List.of() : pair.groups.inside(district);
        boolean scaleChanged = pair != null && GroupNarrowing.scaleChanged(pair.now, pair.base);
        heading.flag(groups.isEmpty(), Flag.BASE_MISSING)
                .flag(scaleChanged, Flag.SCALE_CHANGED)
                .flag(groups.size() < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL)
                .flag(groups.stream().anyMatch(group -> group.roster().approximate()), Flag.APPROXIMATE);
        double[] then = new double[groups.size()];
        double[] today = new double[groups.size()];
        double[] difference = new double[groups.size()];
        List<UnitMarks> units = new ArrayList<>();
        List<Inputs> inputs = new ArrayList<>();
        for (int g = 0; g < then.length; g++) {
            List<UnitMarks> before = pair.base.of(groups.get(g).units());
            List<UnitMarks> after = pair.now.of(groups.get(g).units());
            then[g] = scaleChanged ? Double.NaN : MeanWithinGroupSpread.spread(before);
            today[g] = scaleChanged ? Double.NaN : MeanWithinGroupSpread.spread(after);
            difference[g] = today[g] - then[g];
            units.addAll(after);
            before.forEach(unit -> inputs.add(unit.inputs()));
            inputs.add(groups.get(g).roster().inputs());
        }
        units.forEach(unit -> inputs.add(unit.inputs()));
        List<UnitMarks> earlier = pair == null
                ? List.of()
                : pair.base.of(
                        groups.stream().flatMap(group -> group.units().stream()).toList());
        Long leastThen = MeanWithinGroupSpread.leastGroup(groups, pair == null ? null : pair.base);
        Long leastNow = MeanWithinGroupSpread.leastGroup(groups, pair == null ? null : pair.now);
        heading.counts(units.stream().mapToLong(UnitMarks::n).sum(), groups.size())
                .behind(Fewest.of(leastThen, leastNow), Fewest.of(Fewest.of(earlier), Fewest.of(units)))
                .leftOut(pair == null ? LeftOut.NOTHING : pair.leftOut(district, units))
                .inputs(Inputs.all(inputs).and(sat));
        double base = MeanT.of(then).mean();
        double now = MeanT.of(today).mean();
        MeanT change = MeanT.of(difference);
        boolean judged = groups.size() >= Rules.UNITS_FOR_INTERVAL && !pair.now.isPooled() && change.se() > 0;
        Interval interval = judged ? change.interval(Rules.LEVEL) : Interval.NONE;
        rows.add(heading.copy().measure("signed_base").value(base).side(leastThen));
        rows.add(heading.copy().measure("signed_now").value(now).side(leastNow));
        rows.add(heading.copy()
                .measure("rate")
                .value(base > 0 ? 1 - now / base : Double.NaN)
                .flag(base == 0, Flag.BASE_MISSING));
        heading.measure("change").value(now - base).interval(judged ? change.se() : Double.NaN, interval, "paired-t");
        changes.add(new Change(family, heading, judged ? change.p() : Double.NaN, interval, false));
    }

    /** Two sittings and the groups with at least two units that sat both. */
    private static final class PairOfYears {
        private final Territory territory;
        private final ExamSeries series;
        private final Sitting now;
        private final Sitting base;
        private final GroupsByPlace groups;
        private final Map<String, Set<String>> comers = new HashMap<>();

        PairOfYears(Territory territory, ExamSeries series, String kind, Sitting now, Sitting base, PanelRoles roles) {
            this.territory = territory;
            this.series = series;
            this.now = now;
            this.base = base;
            this.groups = new GroupsByPlace(
                    territory,
                    kind,
                    roles.day(now, base).heldOn(),
                    unit -> now.of(unit).isPresent() && base.of(unit).isPresent());
            Set<String> today = grouped(kind, now);
            Set<String> then = grouped(kind, base);
            Set<String> either = new HashSet<>(today);
            either.addAll(then);
            either.stream()
                    .filter(unit -> today.contains(unit) != then.contains(unit)
                            || (studentsIn(now, unit) > 0) != (studentsIn(base, unit) > 0))
                    .filter(unit -> studentsIn(now, unit) + studentsIn(base, unit) > 0)
                    .forEach(unit -> territory
                            .places(territory.unit(unit).map(Unit::districtCode).orElse(null))
                            .forEach(place -> comers.computeIfAbsent(place, any -> new HashSet<>())
                                    .add(unit)));
        }

        /**
         * Units in a group of the kind on one of the two days, with results in one of the years or in the group on one of the days
         * only, and those of groups that cross the district's border.
         */
        LeftOut leftOut(String district, List<UnitMarks> used) {
            Set<String> units = new HashSet<>(comers.getOrDefault(district, Set.of()));
            groups.crossing(district).stream()
                    .flatMap(group -> group.units().stream())
                    .filter(unit -> territory
                            .places(territory.unit(unit).map(Unit::districtCode).orElse(null))
                            .contains(district))
                    .forEach(units::add);
            used.forEach(unit -> units.remove(unit.schoolCode()));
            LeftOut leftOut = LeftOut.NOTHING;
            for (String unit : units) {
                leftOut = series.without(leftOut, now.schoolYear(), base.schoolYear(), unit);
            }
            return leftOut;
        }

        private long studentsIn(Sitting sitting, String unit) {
            return series.studentsIn(sitting.schoolYear(), unit);
        }

        private Set<String> grouped(String kind, Sitting sitting) {
            Set<String> units = new HashSet<>();
            for (EducationGroup group : territory.groups(kind)) {
                units.addAll(territory.roster(group, sitting.heldOn()).all());
            }
            return units;
        }
    }
}
