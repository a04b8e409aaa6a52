package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Verdict;
import org.manyuan.statistics.AdoptionPanel;
import org.manyuan.statistics.AdoptionUnit;
import org.manyuan.statistics.Controls;

/**
 * GAP-18 集团化效应: what joining a group did to where members stand, against units that never joined (variant not_yet: or not yet), by
 * cohort and year of joining and in averages; also to their share of excellent pupils and the logarithm of their intake, and leading to
 * the leads. The lead's level of the base year is a fixed number, so members gain on it by exactly the effect on their standing: that
 * effect carries the verdict. One row per district, series, kind of group, side, outcome, controls and effect; its exam is
 * that of the last year where the district sat one paper. Card: GAP-18.
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
        NavigableSet<Integer> years = new TreeSet<>();
        codes.forEach(code -> years.addAll(outcome.cells().get(code).keySet()));
        if (codes.stream().allMatch(code -> joining.firstYear().get(code) == AdoptionUnit.NEVER)) {
            return List.of();
        }
        List<AdoptionUnit> units = codes.stream()
                .map(code -> AdoptionUnit.of(
                        code,
                        joining.cluster().get(code),
                        joining.firstYear().get(code),
                        values(outcome.cells().get(code), years)))
                .toList();
        AdoptionPanel panel = AdoptionPanel.of(
                        years.stream().mapToInt(Integer::intValue).toArray(), units)
                .balanced();
        List<String> used = units.stream()
                .filter(unit -> unit.firstYear() > years.first()
                        && Arrays.stream(unit.outcome()).allMatch(Double::isFinite))
                .map(AdoptionUnit::key)
                .toList();
        MetricRow begin = begin(outcome, joining, codes, used, years, heading).district(district);
        List<String> variant = List.of(joining.kind(), joining.side().variant(), outcome.name());
        List<MetricRow> rows = new ArrayList<>();
        for (Controls controls : Controls.values()) {
            JoiningEffects effects = new JoiningEffects(panel, List.copyOf(years), controls, begin, variant);
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

    private static MetricRow begin(
            JoiningOutcome outcome,
            Joining joining,
            Set<String> codes,
            List<String> used,
            NavigableSet<Integer> years,
            MetricRow heading) {
        LeftOut leftOut = LeftOut.NOTHING;
        for (String code : codes) {
            JoiningOutcome.Cell last = outcome.cells().get(code).get(years.last());
            leftOut = used.contains(code) ? leftOut : leftOut.plus(last == null ? 0 : last.students());
        }
        List<JoiningOutcome.Cell> cells = used.stream()
                .flatMap(code -> outcome.cells().get(code).values().stream())
                .toList();
        Long fewest = Fewest.of(cells.stream().mapToLong(JoiningOutcome.Cell::students));
        List<JoiningOutcome.Cell> now = codes.stream()
                .map(code -> outcome.cells().get(code).get(years.last()))
                .filter(Objects::nonNull)
                .toList();
        List<String> papers =
                now.stream().map(JoiningOutcome.Cell::examCode).distinct().toList();
        long students = used.stream()
                .mapToLong(code -> outcome.cells().get(code).get(years.last()).students())
                .sum();
        return heading.copy()
                .year(years.last())
                .exam(papers.size() == 1 ? papers.get(0) : "")
                .frame(Rules.SCHOOLS)
                .counts(students, used.size())
                .behind(fewest, fewest)
                .leftOut(leftOut)
                .inputs(Inputs.all(Stream.concat(
                                codes.stream().map(joining.inputs()::get),
                                codes.stream().flatMap(code -> outcome.cells().get(code).values().stream()
                                        .map(JoiningOutcome.Cell::inputs)))
                        .toList()));
    }

    private static double[] values(Map<Integer, JoiningOutcome.Cell> cells, NavigableSet<Integer> years) {
        return years.stream()
                .mapToDouble(year -> cells.containsKey(year) ? cells.get(year).value() : Double.NaN)
                .toArray();
    }
}
