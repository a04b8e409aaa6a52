package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.metric.GroupsByPlace.GroupUnits;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.MeanT;
import org.manyuan.statistics.Rounding;

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
                    GroupsByPlace groups = new GroupsByPlace(territory, kind, now.heldOn(), now::unitsOf);
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
                PairOfYears pair = base == null ? null : pair(series, kind, now, base, roles, pairs);
                judge(
                        heading(now, kind, district, year, roles, now.variant()),
                        district,
                        now.inputs(),
                        pair,
                        family(series, now, kind, year, roles, now.variant()),
                        rows,
                        changes);
                boolean isRepeated = pair != null && roles == PanelRoles.NOW && !now.isPooled();
                if (isRepeated && !pair.groups.inside(district).isEmpty()) {
                    repeat(pair, series, kind, district, year, pairs, rows, changes);
                }
            }
        }
    }

    /** The same on intake-adjusted scores; where there are none, one row that says why. Source: METRICS B4, composition check. */
    private void repeat(
            PairOfYears pair,
            ExamSeries series,
            String kind,
            String district,
            BaseYear year,
            Map<String, PairOfYears> pairs,
            List<MetricRow> rows,
            List<Change> changes) {
        MetricRow heading = heading(pair.now, kind, district, year, pair.roles, Sitting.ADJUSTED);
        String family = family(series, pair.now, kind, year, pair.roles, Sitting.ADJUSTED);
        IntakeAdjustment adjusted = book.adjusted(pair.base, pair.now);
        if (adjusted.obstacle() == Flag.OK) {
            PairOfYears again = pair(series, kind, adjusted.now(), adjusted.base(), pair.roles, pairs);
            judge(heading, district, adjusted.now().inputs(), again, family, rows, changes);
            return;
        }
        MetricRow row = heading.measure("change")
                .flag(adjusted.obstacle())
                .leftOut(pair.leftOut(district, pair.groups.inside(district)))
                .inputs(pair.now.inputs().and(pair.base.inputs()));
        changes.add(Change.unknown(family, row));
    }

    private MetricRow heading(
            Sitting now, String kind, String district, BaseYear year, PanelRoles roles, String reading) {
        return MetricRow.of(metric, book.terms())
                .district(district)
                .sitting(now, book.subject())
                .baseYear(year.year())
                .variant(kind, MeanWithinGroupSpread.ID, year.name(), roles.variant(), reading)
                .frame(Rules.SCHOOLS);
    }

    private static String family(
            ExamSeries series, Sitting now, String kind, BaseYear year, PanelRoles roles, String reading) {
        return String.join(
                "|",
                "D",
                series.stage() + series.grade(),
                "" + now.schoolYear(),
                kind,
                MeanWithinGroupSpread.ID,
                year.name(),
                roles.variant(),
                reading);
    }

    private PairOfYears pair(
            ExamSeries series,
            String kind,
            Sitting now,
            Sitting base,
            PanelRoles roles,
            Map<String, PairOfYears> pairs) {
        return pairs.computeIfAbsent(
                base.schoolYear() + "|" + base.examCode() + "|" + base.variant() + "|" + roles,
                any -> new PairOfYears(book.territory(), series, kind, now, base, roles));
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
        boolean isAdjusted = pair != null && pair.now.isAdjusted();
        heading.flag(groups.isEmpty(), isAdjusted ? Flag.MISSING_INPUT : Flag.BASE_MISSING)
                .flag(groups.size() < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL)
                .flag(groups.stream().anyMatch(group -> group.roster().approximate()), Flag.APPROXIMATE);
        double[] then = new double[groups.size()];
        double[] today = new double[groups.size()];
        double[] difference = new double[groups.size()];
        List<List<UnitMarks>> before = new ArrayList<>();
        List<List<UnitMarks>> after = new ArrayList<>();
        List<Inputs> inputs = new ArrayList<>();
        for (int g = 0; g < then.length; g++) {
            before.add(pair.then(groups.get(g)));
            after.add(pair.now(groups.get(g)));
            then[g] = MeanWithinGroupSpread.spread(before.get(g));
            today[g] = MeanWithinGroupSpread.spread(after.get(g));
            difference[g] = scaleChanged ? Double.NaN : difference(then[g], today[g]);
            inputs.add(groups.get(g).roster().inputs());
        }
        List<UnitMarks> earlier = before.stream().flatMap(List::stream).toList();
        List<UnitMarks> units = after.stream().flatMap(List::stream).toList();
        earlier.forEach(unit -> inputs.add(unit.inputs()));
        units.forEach(unit -> inputs.add(unit.inputs()));
        Long leastThen = MeanWithinGroupSpread.leastGroup(before);
        Long leastNow = MeanWithinGroupSpread.leastGroup(after);
        heading.counts(units.stream().mapToLong(UnitMarks::n).sum(), groups.size())
                .behind(Fewest.of(leastThen, leastNow), Fewest.of(Fewest.of(earlier), Fewest.of(units)))
                .leftOut(pair == null ? LeftOut.NOTHING : pair.leftOut(district, groups))
                .inputs(Inputs.all(inputs).and(sat));
        double base = MeanT.of(then).mean();
        double now = MeanT.of(today).mean();
        MeanT change = MeanT.of(difference);
        boolean enough = groups.size() >= Rules.UNITS_FOR_INTERVAL;
        boolean judged = enough && !pair.now.isPooled() && change.se() > 0;
        Interval interval = judged ? change.interval(Rules.LEVEL) : Interval.NONE;
        rows.add(heading.copy().measure("signed_base").value(base).side(leastThen));
        rows.add(heading.copy().measure("signed_now").value(now).side(leastNow));
        heading.flag(scaleChanged, Flag.SCALE_CHANGED).flag(enough && change.se() == 0, Flag.ZERO_SD);
        rows.add(heading.copy()
                .measure("rate")
                .value(base > 0 && !scaleChanged ? Rounding.snap(1 - now / base, 1) : Double.NaN)
                .flag(base == 0, Flag.BASE_MISSING));
        heading.measure("change")
                .value(scaleChanged ? Double.NaN : difference(base, now))
                .interval(judged ? change.se() : Double.NaN, interval, "paired-t");
        changes.add(new Change(family, heading, judged ? change.p() : Double.NaN, interval, false));
    }

    /** Now − then; 0 where they differ by rounding only. */
    private static double difference(double then, double now) {
        return Rounding.snap(now - then, Math.max(then, now));
    }

    /** Two sittings and the groups with at least two panel units that sat both, wholly in the group on the panel's day. */
    private static final class PairOfYears {
        private final Territory territory;
        private final ExamSeries series;
        private final Sitting now;
        private final Sitting base;
        private final PanelRoles roles;
        private final PanelUnits panel;
        private final GroupsByPlace groups;
        private final Map<String, PanelUnit> unitsOfGroups = new HashMap<>();
        private final Map<String, Set<String>> comers = new HashMap<>();

        PairOfYears(Territory territory, ExamSeries series, String kind, Sitting now, Sitting base, PanelRoles roles) {
            this.territory = territory;
            this.series = series;
            this.now = now;
            this.base = base;
            this.roles = roles;
            this.panel = series.panel(base, now);
            this.groups =
                    new GroupsByPlace(territory, kind, roles.day(now, base).heldOn(), this::unitsOf);
            Set<String> today = grouped(kind, now);
            Set<String> then = grouped(kind, base);
            Set<String> either = new TreeSet<>(today);
            either.addAll(then);
            PanelUnits withResults =
                    panel.having(code -> studentsIn(base, code) > 0, code -> studentsIn(now, code) > 0);
            for (PanelUnit unit : withResults.of(either)) {
                boolean stays = unit.touches(today) && unit.touches(then) && unit.isInBoth();
                boolean isOne = unit.codes().size() == 1 && !now.isAdjusted()
                        || unit.codes().stream().anyMatch(unitsOfGroups::containsKey);
                if (!stays || !isOne) {
                    unit.codes().forEach(code -> territory.placesOf(code).forEach(place -> comers.computeIfAbsent(
                                    place, any -> new HashSet<>())
                            .add(code)));
                }
            }
        }

        /** One code for each panel unit of a group. */
        private List<String> unitsOf(Roster roster) {
            List<String> all = roster.all();
            List<String> names = new ArrayList<>();
            for (PanelUnit unit : panel.of(all)) {
                List<String> parts = roles.parts(unit);
                if (unit.isInBoth() && all.containsAll(parts)) {
                    names.add(parts.get(0));
                    unitsOfGroups.put(parts.get(0), unit);
                }
            }
            return names;
        }

        List<UnitMarks> then(GroupUnits group) {
            return units(group).map(unit -> base.together(unit.then())).toList();
        }

        List<UnitMarks> now(GroupUnits group) {
            return units(group).map(unit -> now.together(unit.now())).toList();
        }

        private Stream<PanelUnit> units(GroupUnits group) {
            return group.units().stream().map(unitsOfGroups::get);
        }

        /**
         * Panel units in a group of the kind on one of the two days, with results in one of the years or in the group on one of the days
         * only, or with parts outside it, and those of groups that cross the district's border.
         */
        LeftOut leftOut(String district, List<GroupUnits> used) {
            Set<String> units = new HashSet<>(comers.getOrDefault(district, Set.of()));
            groups.crossing(district).stream()
                    .flatMap(this::units)
                    .flatMap(unit -> unit.codes().stream())
                    .filter(code -> territory.placesOf(code).contains(district))
                    .forEach(units::add);
            return series.leftOut(
                    now,
                    base.schoolYear(),
                    base,
                    units,
                    used.stream().flatMap(this::units).toList());
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
