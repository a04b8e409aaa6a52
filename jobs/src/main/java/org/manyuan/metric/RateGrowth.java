package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.LogRatio;

/**
 * EXM-05 三率增长: by how much a rate of EXM-02 has grown against the year before, and against the last year before founding, p/p_b − 1, of a
 * unit, a group or a side of it, a district: panel units with the count in both years, roles as of the current one. n is the base
 * year's count. One row per place, sitting proper, rate and base. Card: schemas/metrics/EXM-05.md.
 */
final class RateGrowth implements ScoreMetric {
    private static final String PREVIOUS = "base_previous";

    @Override
    public String id() {
        return "EXM-05";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        Map<Sitting, ScopedSitting> scopes = new HashMap<>();
        book.scoped().stream()
                .filter(scoped -> !scoped.sitting().isPooled())
                .forEach(scoped -> scopes.put(scoped.sitting(), scoped));
        List<MetricValue> rows = new ArrayList<>();
        for (Rate rate : Rate.values()) {
            Map<Sitting, RateCounts> counts = new HashMap<>();
            scopes.forEach((sitting, scoped) -> counts.put(sitting, book.rates(scoped, rate, false)));
            for (ExamSeries series : book.series()) {
                for (Sitting now : series.all()) {
                    if (series.years().get(0) < now.schoolYear()) {
                        addRows(rows, book, rate, scopes.get(now), counts);
                    }
                }
            }
        }
        return rows;
    }

    private void addRows(
            List<MetricValue> rows, MarkBook book, Rate rate, ScopedSitting scoped, Map<Sitting, RateCounts> counts) {
        Territory territory = book.territory();
        Sitting now = scoped.sitting();
        for (Unit unit : scoped.units()) {
            List<String> codes = List.of(unit.schoolCode());
            bases(scoped, counts, codes, null)
                    .forEach(base -> rows.add(ofUnit(book, rate, scoped, counts, base, codes)
                            .unit(unit)
                            .row()));
            for (String kind : territory.kinds()) {
                earliest(territory, kind, now, unit.schoolCode())
                        .flatMap(group -> founding(scoped, counts, codes, group.foundedOn()))
                        .ifPresent(base -> rows.add(ofUnit(book, rate, scoped, counts, base, codes)
                                .unit(unit)
                                .variant(kind, base.name())
                                .row()));
            }
        }
        Map<String, Map<String, DistrictNarrowing.Founding>> foundings = new HashMap<>();
        territory.kinds().forEach(kind -> foundings.put(kind, DistrictNarrowing.foundings(territory, kind, now)));
        for (Scope scope : scoped.scopes()) {
            bases(scoped, counts, scope.codes(), scope.group())
                    .forEach(base -> rows.add(placed(book, rate, scoped, counts, base, scope, scope.kind())));
            if (scope.group() == null) {
                for (String kind : scope.kind().isEmpty() ? territory.kinds() : List.of(scope.kind())) {
                    Optional.ofNullable(foundings.get(kind).get(scope.districtCode()))
                            .flatMap(first -> founding(scoped, counts, scope.codes(), first.day()))
                            .ifPresent(base -> rows.add(placed(book, rate, scoped, counts, base, scope, kind)));
                }
            }
        }
    }

    /** The year before; of a group (null: none) its founding too. */
    private static List<BaseYear> bases(
            ScopedSitting scoped, Map<Sitting, RateCounts> counts, List<String> codes, EducationGroup group) {
        List<BaseYear> bases = new ArrayList<>();
        bases.add(BaseYear.previous(
                scoped.series(), scoped.sitting(), sitting -> hasAny(scoped, counts, sitting, codes)));
        if (group != null) {
            founding(scoped, counts, codes, group.foundedOn()).ifPresent(bases::add);
        }
        return bases;
    }

    private static Optional<BaseYear> founding(
            ScopedSitting scoped, Map<Sitting, RateCounts> counts, List<String> codes, LocalDate foundedOn) {
        return BaseYear.founding(scoped.series(), foundedOn, sitting -> hasAny(scoped, counts, sitting, codes))
                .filter(base -> base.year() < scoped.sitting().schoolYear());
    }

    /** What was handed in for the units, with the count or without. */
    private static Inputs handedIn(Territory territory, Sitting sitting, List<String> codes) {
        return Inputs.all(codes.stream()
                .distinct()
                .flatMap(code -> sitting.factsOf(code).stream())
                .map(fact -> UnitMarks.inputs(fact).from(territory.originOf(fact.schoolCode())))
                .toList());
    }

    /** Whether one of the units, or what it came from, has the count. */
    private static boolean hasAny(
            ScopedSitting scoped, Map<Sitting, RateCounts> counts, Sitting sitting, List<String> codes) {
        return scoped.series().panel(sitting, scoped.sitting()).anyLinked(codes, counts.get(sitting)::has);
    }

    private static Optional<EducationGroup> earliest(Territory territory, String kind, Sitting now, String code) {
        return territory.groupsOf(code, now.heldOn()).stream()
                .filter(group -> group.kind().equals(kind))
                .min(Comparator.comparing(
                                EducationGroup::foundedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(EducationGroup::groupCode));
    }

    private MetricValue placed(
            MarkBook book,
            Rate rate,
            ScopedSitting scoped,
            Map<Sitting, RateCounts> counts,
            BaseYear base,
            Scope scope,
            String kind) {
        Panel panel = Panel.of(scoped, counts, base, scope.codes());
        return scope.place(row(book, rate, scoped, counts, base, panel, scope.codes(), scope.membership()))
                .variant(kind, base.name().equals(PREVIOUS) ? "" : base.name(), scope.side())
                .leftOut(leftOut(scoped, counts, panel, scope.codes()))
                .flag(scope.approximate(), Flag.APPROXIMATE)
                .row();
    }

    private MetricRow ofUnit(
            MarkBook book,
            Rate rate,
            ScopedSitting scoped,
            Map<Sitting, RateCounts> counts,
            BaseYear base,
            List<String> codes) {
        return row(book, rate, scoped, counts, base, Panel.of(scoped, counts, base, codes), codes, Inputs.none());
    }

    private MetricRow row(
            MarkBook book,
            Rate rate,
            ScopedSitting scoped,
            Map<Sitting, RateCounts> counts,
            BaseYear base,
            Panel kept,
            List<String> codes,
            Inputs membership) {
        Sitting now = scoped.sitting();
        Sitting then = kept.then();
        List<PanelUnit> units = kept.units();
        List<String> panel = units.stream().flatMap(unit -> unit.now().stream()).toList();
        List<String> panelThen =
                units.stream().flatMap(unit -> unit.then().stream()).toList();
        RateCount current = counts.get(now).sum(panel);
        RateCount before = then == null ? RateCount.NOBODY : counts.get(then).sum(panelThen);
        LogRatio ratio = LogRatio.ofShares(before.reached(), before.of(), current.reached(), current.of());
        boolean sameCut = then == null || isSameCut(rate, now, then);
        boolean shown = !panel.isEmpty() && sameCut && before.reached() > 0;
        Inputs inputs = counts.get(now).inputs(panel).and(handedIn(book.territory(), now, codes));
        return MetricRow.of(this, book.terms())
                .measure(rate.measure())
                .sitting(now, book.subject())
                .baseYear(base.year())
                .counts(before.of(), units.size())
                .behind(
                        panel.isEmpty() ? null : Long.valueOf(Math.min(current.of(), before.of())),
                        Fewest.of(
                                counts.get(now).fewest(panel),
                                then == null ? null : counts.get(then).fewest(panelThen)))
                .part(panel.isEmpty() ? null : Long.valueOf(Math.min(current.smallerPart(), before.smallerPart())))
                .inputs((then == null ? inputs : inputs.and(counts.get(then).inputs(panelThen))).and(membership))
                .flag(codes.stream().noneMatch(counts.get(now)::has), Flag.MISSING_INPUT)
                .flag(panel.isEmpty() || before.reached() == 0, Flag.BASE_MISSING)
                .flag(!sameCut, Flag.SCALE_CHANGED)
                .flag(!current.isPossible() || !before.isPossible(), Flag.INCONSISTENT_SOURCE)
                .flag(Math.min(current.of(), before.of()) < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL)
                .value(shown ? ratio.growth() : Double.NaN)
                .frame(Rules.CENSUS)
                .interval(Double.NaN, shown ? ratio.growthInterval(Rules.LEVEL) : Interval.NONE, "delta-log");
    }

    /**
     * The panel with that paper of the base year which keeps most units, of equals the last.
     *
     * @param then null where nobody has the count in the base year
     * @param either the panel units with the count in either year
     * @param units those of them that the change uses
     */
    private record Panel(Sitting then, List<PanelUnit> either, List<PanelUnit> units) {
        private static final Comparator<Panel> KEEPS_MORE = Comparator.comparing((Panel panel) -> panel.units.size())
                .thenComparing(panel -> panel.then.heldOn())
                .thenComparing(panel -> panel.then.examCode());

        static Panel of(ScopedSitting scoped, Map<Sitting, RateCounts> counts, BaseYear base, List<String> codes) {
            Set<String> here = new HashSet<>(codes);
            return base.sittings().stream()
                    .map(then -> with(then, scoped, counts, codes, here))
                    .max(KEEPS_MORE)
                    .orElse(new Panel(null, List.of(), List.of()));
        }

        private static Panel with(
                Sitting then,
                ScopedSitting scoped,
                Map<Sitting, RateCounts> counts,
                List<String> codes,
                Set<String> here) {
            List<PanelUnit> either = scoped.series()
                    .panel(then, scoped.sitting())
                    .having(counts.get(then)::has, counts.get(scoped.sitting())::has)
                    .of(codes);
            return new Panel(
                    then,
                    either,
                    either.stream()
                            .filter(unit -> unit.isInBoth() && unit.isNowWithin(here))
                            .toList());
        }
    }

    /** Panel units that the change cannot use, by their pupils now, where they have none by those in the base year. */
    private static LeftOut leftOut(
            ScopedSitting scoped, Map<Sitting, RateCounts> counts, Panel panel, List<String> codes) {
        RateCounts now = counts.get(scoped.sitting());
        if (panel.then() == null) {
            LeftOut leftOut = LeftOut.NOTHING;
            for (String code : codes.stream().filter(now::has).toList()) {
                leftOut = leftOut.plus(now.sum(List.of(code)).of());
            }
            return leftOut;
        }
        Set<String> here = new HashSet<>(codes);
        LeftOut leftOut = LeftOut.NOTHING;
        for (PanelUnit unit : panel.either()) {
            if (!unit.isInBoth() || !unit.isNowWithin(here)) {
                long students = now.sum(
                                unit.now().stream().filter(here::contains).toList())
                        .of();
                leftOut = leftOut.plus(
                        students > 0
                                ? students
                                : counts.get(panel.then()).sum(unit.then()).of());
            }
        }
        return leftOut;
    }

    /** Whether the cut is the same share of the full mark; both unknown is the same. */
    private static boolean isSameCut(Rate rate, Sitting now, Sitting then) {
        return Objects.equals(rate.shareOfFullMark(now.paper()), rate.shareOfFullMark(then.paper()));
    }
}
