package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Narrowing;
import org.manyuan.statistics.Normal;

/**
 * GAP-17 缩小来源分解: how far each side of a group's gap moved, in SDs of the paper from the mean of everyone who sat it, on the panel of
 * GAP-16, and once more on intake-adjusted scores. Lead − member is the change of the signed gap GAP-08b. Where the lead has no results
 * only the members' side, beside GAP-08c. One row per group, sitting, base, panel, reading and side. Card: schemas/metrics/GAP-17.md.
 */
final class WhoMoved implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-17";
    }

    @Override
    public int cardVersion() {
        return 3;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricRow> rows = new ArrayList<>();
        for (Comparison comparison : Comparison.all(book, Gap.LEAD_MEMBER_PAPER_SD)) {
            if (book.asksGroup(comparison.roster().group()) && comparison.obstacle() != Flag.BASE_MISSING) {
                panels(book, comparison, Gap.LEAD_MEMBER_PAPER_SD, rows);
            }
        }
        for (Comparison comparison : Comparison.all(book, Gap.MEMBER_OTHERS_PAPER_SD)) {
            if (book.asksGroup(comparison.roster().group()) && !comparison.leadHasResults()) {
                panels(book, comparison, Gap.MEMBER_OTHERS_PAPER_SD, rows);
            }
        }
        return rows.stream().map(MetricRow::row).toList();
    }

    private void panels(MarkBook book, Comparison comparison, Gap gap, List<MetricRow> rows) {
        for (BaseYear base : GroupNarrowing.baseYears(comparison)) {
            for (PanelRoles roles : PanelRoles.values()) {
                GroupPanel panel = GroupPanel.of(book.territory(), comparison, gap, base, roles);
                sides(book, panel, roles, "", rows);
                if (GroupNarrowing.isRepeated(panel, roles)) {
                    sides(book, GroupNarrowing.adjusted(book, panel, roles), roles, Sitting.ADJUSTED, rows);
                }
            }
        }
    }

    private void sides(MarkBook book, GroupPanel panel, PanelRoles roles, String reading, List<MetricRow> rows) {
        MetricRow heading = GroupNarrowing.heading(this, book, panel, roles, reading);
        boolean againstOthers = panel.gap().isAgainstOthers();
        if (!againstOthers) {
            rows.add(side(heading.copy().measure("lead"), book, panel, panel.first()));
        }
        rows.add(side(heading.copy().measure("member"), book, panel, againstOthers ? panel.first() : panel.second()));
    }

    private static MetricRow side(MetricRow row, MarkBook book, GroupPanel panel, List<PanelUnit> units) {
        row.frame(Rules.CENSUS);
        if (panel.obstacle() != Flag.OK) {
            return row;
        }
        Standing now = Standing.of(panel.comparison().sitting(), panel.marks(units, true));
        Standing base = Standing.of(panel.base(), panel.marks(units, false));
        double change = now.z() - base.z();
        SamePupils same =
                panel.comparison().sitting().isAdjusted() ? SamePupils.NONE : SamePupils.ofOneSide(book, panel, units);
        double covariance =
                same.first().covarianceOfMeans(base.side().n(), now.side().n()) / (base.sd() * now.sd());
        double se = Narrowing.standardError(base.variance(), now.variance(), covariance);
        return row.counts(now.side().n(), now.side().units())
                .behind(
                        Math.min(now.side().n(), base.side().n()),
                        Fewest.of(now.side().fewest(), base.side().fewest()))
                .value(change)
                .and(covariance == 0 ? List.of() : same.inputs())
                .flag(now.flag())
                .flag(base.flag())
                .flag(se == 0, Flag.ZERO_SD)
                .interval(se, se > 0 ? Normal.interval(change, se, Rules.LEVEL) : Interval.NONE, "normal");
    }

    /**
     * Where a side stands among everyone who sat.
     *
     * @param z (ȳ − μ_e)/SD_e
     * @param variance of z, from the pupils' noise
     * @param sd of everyone, points
     */
    private record Standing(Side side, double z, double variance, double sd, Flag flag) {
        static Standing of(Sitting sitting, List<UnitMarks> units) {
            Side side = Side.of(units);
            double sd = sitting.all().sd();
            if (!(sd > 0)) {
                Flag why = sd == 0 ? Flag.ZERO_SD : Flag.MISSING_INPUT;
                return new Standing(side, Double.NaN, Double.NaN, sd, why);
            }
            double error = side.moments().standardError() / sd;
            return new Standing(
                    side,
                    (side.mean() - sitting.all().mean()) / sd,
                    error * error,
                    sd,
                    side.n() < Rules.STUDENTS_A_SIDE ? Flag.N_TOO_SMALL : Flag.OK);
        }
    }
}
