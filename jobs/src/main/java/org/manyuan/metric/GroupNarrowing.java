package org.manyuan.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.Fieller;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Narrowing;
import org.manyuan.statistics.Rounding;
import org.manyuan.statistics.StudentT;

/**
 * GAP-16 of groups: for every comparison of a gap, base year and reading of the panel the change and rate with pupils' noise, the
 * change once more with schools as a sample, and the two signed gaps; on the default panel all of it again on intake-adjusted scores. The
 * years are independent but for pupils who sat both papers. Source: METRICS B4.
 */
final class GroupNarrowing {
    private final Metric metric;
    private final MarkBook book;
    private final Map<List<Sitting>, SharedUnits> shared = new HashMap<>();

    GroupNarrowing(Metric metric, MarkBook book) {
        this.metric = metric;
        this.book = book;
    }

    /** Adds the rows that are finished, and the changes that wait for a verdict. */
    void write(List<MetricRow> rows, List<Change> changes) {
        for (Gap gap : Gap.values()) {
            for (Comparison comparison : Comparison.all(book, gap)) {
                for (BaseYear base : baseYears(comparison)) {
                    for (PanelRoles roles : PanelRoles.values()) {
                        GroupPanel panel = GroupPanel.of(book.territory(), comparison, gap, base, roles);
                        write(panel, roles, "", rows, changes);
                        if (isRepeated(panel, roles) && gap.isOfMeans()) {
                            repeat(panel, roles, rows, changes);
                        }
                    }
                }
            }
        }
    }

    /** Whether a change is shown on intake-adjusted scores as well: one that there is, on the default panel. */
    static boolean isRepeated(GroupPanel panel, PanelRoles roles) {
        return panel.obstacle() == Flag.OK && roles == PanelRoles.NOW;
    }

    /**
     * The same on intake-adjusted scores; where there are none, one row in SDs of the paper says why for all gaps. Source: METRICS B4,
     * composition check.
     */
    private void repeat(GroupPanel panel, PanelRoles roles, List<MetricRow> rows, List<Change> changes) {
        GroupPanel adjusted = adjusted(book, panel, roles);
        if (adjusted.obstacle() == Flag.OK) {
            write(adjusted, roles, Sitting.ADJUSTED, rows, changes);
            return;
        }
        if (!panel.gap().inPaperSds()) {
            return;
        }
        MetricRow row = heading(metric, book, adjusted, roles, Sitting.ADJUSTED)
                .measure("change")
                .frame(Rules.CENSUS);
        changes.add(Change.unknown(family(panel, roles, Sitting.ADJUSTED), row));
    }

    /** A panel that can be compared, with intake-adjusted scores. */
    static GroupPanel adjusted(MarkBook book, GroupPanel panel, PanelRoles roles) {
        IntakeAdjustment pair = book.adjusted(panel.base(), panel.comparison().sitting());
        return panel.adjusted(book.territory(), pair, roles);
    }

    /** The base years of a group: its founding, by the results of the units that it has on the exam's day, and the year before. */
    static List<BaseYear> baseYears(Comparison comparison) {
        List<String> units = comparison.roster().all();
        return BaseYear.of(
                comparison.series(),
                comparison.sitting(),
                comparison.roster().group().foundedOn(),
                sitting -> comparison.series().satBy(units, sitting, comparison.sitting()));
    }

    /**
     * The row that every figure of a change on a panel begins with.
     *
     * @param reading the last part of the variant; may be empty
     */
    static MetricRow heading(Metric metric, MarkBook book, GroupPanel panel, PanelRoles roles, String reading) {
        Comparison comparison = panel.comparison();
        Sitting now = comparison.sitting();
        Inputs inputs = Inputs.all(panel.marks().stream().map(UnitMarks::inputs).toList())
                .and(comparison.roster().inputs(), now.inputs());
        return MetricRow.of(metric, book.terms())
                .group(comparison.roster().group())
                .sitting(now, book.subject())
                .baseYear(panel.baseYear().year())
                .variant(
                        comparison.roster().group().kind(),
                        panel.gap().id(),
                        panel.baseYear().name(),
                        roles.variant(),
                        reading)
                .leftOut(panel.leftOut())
                .flag(panel.obstacle())
                .flag(panel.roster() != null && panel.roster().approximate(), Flag.APPROXIMATE)
                .inputs(panel.base() == null ? inputs : inputs.and(panel.base().inputs()));
    }

    private void write(GroupPanel panel, PanelRoles roles, String reading, List<MetricRow> rows, List<Change> changes) {
        MetricRow heading = heading(metric, book, panel, roles, reading);
        PanelGap now = PanelGap.none(panel.obstacle());
        PanelGap base = now;
        Long leastThen = null;
        Long leastNow = null;
        boolean oneScale = true;
        if (panel.obstacle() == Flag.OK) {
            Sitting current = panel.comparison().sitting();
            now = gap(panel, current, true);
            base = gap(panel, panel.base(), false);
            heading.counts(
                            now.first().n() + now.second().n(),
                            now.first().units() + now.second().units())
                    .behind(Fewest.of(base.fewest(), now.fewest()), Fewest.of(base.fewestOfUnit(), now.fewestOfUnit()));
            leastThen = base.fewest();
            leastNow = now.fewest();
            oneScale = !panel.gap().inPoints() || !scaleChanged(current, panel.base());
        }
        rows.add(signed(heading, "signed_base", base.estimate()).side(leastThen));
        rows.add(signed(heading, "signed_now", now.estimate()).side(leastNow));
        heading.flag(base.estimate().flag()).flag(now.estimate().flag()).flag(!oneScale, Flag.SCALE_CHANGED);
        String family = family(panel, roles, reading);
        SamePupils same = same(panel);
        double covariance = covariance(same, base, now);
        GapEstimate before = oneScale ? base.estimate() : GapEstimate.none(Flag.SCALE_CHANGED);
        Narrowing change = Narrowing.of(
                before.value(),
                before.se(),
                now.estimate().value(),
                now.estimate().se(),
                covariance);
        boolean judged = before.census().exists() && now.estimate().census().exists() && change.se() > 0;
        MetricRow pupils =
                heading.copy().and(covariance == 0 ? List.of() : same.inputs()).flag(change.se() == 0, Flag.ZERO_SD);
        rows.add(rate(pupils, change, judged));
        changes.add(amongPupils(pupils, family, change, judged, base, now));
        if (panel.gap().inPaperSds()) {
            changes.add(betweenSchools(panel, heading, family, change.change(), base, now));
        }
    }

    /** Of adjusted scores as of strangers: the earlier scores of the base year are not known beside those of the current one. */
    private SamePupils same(GroupPanel panel) {
        return panel.obstacle() != Flag.OK || panel.comparison().sitting().isAdjusted()
                ? SamePupils.NONE
                : SamePupils.of(book, panel, () -> shared(panel));
    }

    /** Of the two signed gaps, from the pupils who are in both. */
    private static double covariance(SamePupils same, PanelGap base, PanelGap now) {
        double points = same.first()
                        .covarianceOfMeans(base.first().n(), now.first().n())
                + same.second()
                        .covarianceOfMeans(base.second().n(), now.second().n());
        return now.estimate().covariance(base.estimate(), points);
    }

    /** The change with pupils' noise. */
    private static Change amongPupils(
            MetricRow heading, String family, Narrowing change, boolean judged, PanelGap base, PanelGap now) {
        Interval interval = judged ? change.interval(Rules.LEVEL) : Interval.NONE;
        MetricRow census = heading.copy()
                .measure("change")
                .value(change.change())
                .frame(Rules.CENSUS)
                .interval(judged ? change.se() : Double.NaN, interval, "normal");
        return new Change(
                family + "|" + Rules.CENSUS,
                census,
                judged ? change.p() : Double.NaN,
                interval,
                reversed(base.estimate().census(), now.estimate().census()));
    }

    /** The same change with schools as a sample. Source: METRICS B4, between-school version. */
    private Change betweenSchools(
            GroupPanel panel, MetricRow heading, String family, double change, PanelGap base, PanelGap now) {
        MetricRow row = heading.copy().measure("change").value(change).frame(Rules.SCHOOLS);
        double se = Double.NaN;
        int units = 0;
        if (!Double.isNaN(change)) {
            SharedUnits.Spread spread = shared(panel).without(panel.roster().all());
            units = spread.units();
            // shifts are in SDs of a paper
            se = Rounding.snap(spread.sd(), 1)
                    * Math.sqrt(now.first().squaredShares() + now.second().squaredShares());
            row.flag(units < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL).flag(se == 0, Flag.ZERO_SD);
        }
        boolean judged = units >= Rules.UNITS_FOR_INTERVAL && se > 0;
        Interval interval = judged ? StudentT.interval(change, se, units - 1, Rules.LEVEL) : Interval.NONE;
        row.interval(judged ? se : Double.NaN, interval, "t-shifts");
        return new Change(
                family + "|" + Rules.SCHOOLS,
                row,
                judged ? StudentT.twoSidedP(change / se, units - 1) : Double.NaN,
                interval,
                reversed(base.estimate().schools(), now.estimate().schools()));
    }

    private PanelGap gap(GroupPanel panel, Sitting sitting, boolean isNow) {
        List<UnitMarks> firstUnits = panel.marks(panel.first(), isNow);
        List<UnitMarks> secondUnits = panel.marks(panel.second(), isNow);
        Side first = Side.of(firstUnits);
        Side second = panel.gap().isAgainstOthers() ? others(panel, isNow) : Side.of(secondUnits);
        GapEstimate estimate = second.units() == 0
                ? GapEstimate.none(sitting.isAdjusted() ? Flag.MISSING_INPUT : Flag.BASE_MISSING)
                : panel.gap().estimate(sitting, first, second, () -> UnitMarks.superiority(firstUnits, secondUnits));
        return new PanelGap(first, second, estimate);
    }

    private Side others(GroupPanel panel, boolean isNow) {
        List<UnitMarks> group = panel.marks(panel.wholeGroup(), isNow);
        SharedUnits both = shared(panel);
        return isNow ? both.nowWithout(group) : both.baseWithout(group);
    }

    private SharedUnits shared(GroupPanel panel) {
        Comparison comparison = panel.comparison();
        return shared.computeIfAbsent(
                List.of(comparison.sitting(), panel.base()),
                pair -> new SharedUnits(comparison.series(), pair.get(0), pair.get(1)));
    }

    private static MetricRow signed(MetricRow heading, String measure, GapEstimate estimate) {
        return heading.copy()
                .measure(measure)
                .value(estimate.value())
                .flag(estimate.flag())
                .frame(Rules.CENSUS)
                .interval(estimate.se(), estimate.census(), estimate.censusMethod());
    }

    private static MetricRow rate(MetricRow heading, Narrowing change, boolean judged) {
        Fieller rate = change.rate();
        boolean unbounded = judged && !rate.isBounded();
        return heading.copy()
                .measure("rate")
                .value(unbounded ? Double.NaN : rate.rate())
                .flag(change.base() == 0, Flag.BASE_MISSING)
                .flag(unbounded, Flag.CI_UNBOUNDED)
                .frame(Rules.CENSUS)
                .interval(Double.NaN, judged ? rate.interval() : Interval.NONE, "fieller");
    }

    /** Both unknown is unchanged. */
    static boolean scaleChanged(Sitting now, Sitting base) {
        return now.paper().fullMark() == null || base.paper().fullMark() == null
                ? !Objects.equals(now.paper().fullMark(), base.paper().fullMark())
                : now.paper().fullMark().compareTo(base.paper().fullMark()) != 0;
    }

    private static boolean reversed(Interval base, Interval now) {
        return base.excludesZero() && now.excludesZero() && base.lo() > 0 != now.lo() > 0;
    }

    private static String family(GroupPanel panel, PanelRoles roles, String reading) {
        ExamSeries series = panel.comparison().series();
        return String.join(
                "|",
                "G",
                series.stage() + series.grade(),
                "" + panel.comparison().sitting().schoolYear(),
                panel.comparison().roster().group().kind(),
                panel.gap().id(),
                panel.baseYear().name(),
                roles.variant(),
                reading);
    }

    /** A gap of one year on the panel. */
    private record PanelGap(Side first, Side second, GapEstimate estimate) {
        static PanelGap none(Flag why) {
            return new PanelGap(Side.EMPTY, Side.EMPTY, GapEstimate.none(why));
        }

        /** Pupils of the smaller side. */
        Long fewest() {
            return Math.min(first.n(), second.n());
        }

        /** Pupils of the smallest unit. */
        Long fewestOfUnit() {
            return Fewest.of(first.fewest(), second.fewest());
        }
    }
}
