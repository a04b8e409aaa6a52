package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Verdict;
import org.manyuan.statistics.AdoptionUnit;
import org.manyuan.statistics.Controls;

/**
 * GAP-18 集团化效应: what joining a group did to where members stand, against units that never joined (variant not_yet: or not yet), by
 * cohort and year of joining and in averages; also to their share of excellent pupils and the logarithm of their intake, and leading to
 * the leads. The lead's level of the base year is a fixed number, so members gain on it by exactly the effect on their standing: that
 * effect carries the verdict. One row per district, series, kind of group, side, outcome, controls and effect; its exam is that of its
 * year, for averages the last, where the district sat one paper. Card: GAP-18.
 */
final class EffectOfJoining implements ScoreMetric, TerritoryMetric {
    @Override
    public String id() {
        return "GAP-18";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricValue> rows = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            MetricRow heading =
                    MetricRow.of(this, book.terms()).sitting(series.all().get(0), book.subject());
            for (JoiningOutcome outcome : List.of(JoiningOutcome.standing(series), JoiningOutcome.excellent(series))) {
                rows.addAll(rows(book.territory(), outcome, heading));
            }
        }
        return rows;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            rows.addAll(rows(
                    territory,
                    JoiningOutcome.intake(book, stage),
                    MetricRow.of(this, terms).stage(stage)));
        }
        return rows;
    }

    private static List<MetricValue> rows(Territory territory, JoiningOutcome outcome, MetricRow heading) {
        List<MetricRow> rows = new ArrayList<>();
        for (String kind : territory.kinds()) {
            for (Joining.Side side : Joining.Side.values()) {
                Joining joining = Joining.of(territory, kind, side);
                for (String district : territory.districtCodes()) {
                    if (joining.concerns(territory, district)) {
                        rows.addAll(of(territory, outcome, joining, district, heading));
                    }
                }
            }
        }
        return rows.stream().map(MetricRow::row).toList();
    }

    /** Nothing where nobody who joined has the outcome in any year. */
    private static List<MetricRow> of(
            Territory territory, JoiningOutcome outcome, Joining joining, String district, MetricRow heading) {
        Set<String> codes = joining.unitsIn(territory, district);
        codes.retainAll(outcome.cells().keySet());
        if (codes.stream().allMatch(code -> joining.firstYear().get(code) == AdoptionUnit.NEVER)) {
            return List.of();
        }
        JoiningPanel panel = JoiningPanel.of(outcome, joining, codes);
        MetricRow begin = panel.heading(heading).district(district);
        List<String> variant = List.of(joining.kind(), joining.side().variant(), outcome.name());
        List<MetricRow> rows = new ArrayList<>();
        for (Controls controls : Controls.values()) {
            JoiningEffects effects = new JoiningEffects(
                    panel.adoption(),
                    List.copyOf(panel.years()),
                    controls,
                    begin,
                    variant,
                    (row, cell) -> panel.heading(row, cell, controls));
            rows.addAll(effects.rows());
            boolean isJudged = controls == Controls.NEVER_TREATED
                    && joining.side() == Joining.Side.MEMBERS
                    && outcome.name().isEmpty();
            if (isJudged) {
                effects.judged().verdict(verdict(effects));
            }
        }
        return rows;
    }

    /** Not judged where groups cannot be told from chance, or where units that joined moved otherwise before, or nobody can know. */
    private static Verdict verdict(JoiningEffects effects) {
        if (!effects.interval().exists() || !(effects.pBefore() > 1 - Rules.LEVEL)) {
            return Verdict.NOT_JUDGED;
        }
        if (!effects.interval().excludesZero()) {
            return Verdict.NO_DETECTABLE_CHANGE;
        }
        return effects.interval().lo() > 0 ? Verdict.NARROWED : Verdict.WIDENED;
    }
}
