package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.VStatistic;

/**
 * ENR-12 入口成绩差距: how far apart the pupils of leads and members are when they enter: GAP-08b (gap) and GAP-09b (V) on baseline papers.
 * One row per group, baseline sitting and frame; of V one. Card: schemas/metrics/ENR-12.md.
 */
final class IntakeQualityGap implements ScoreMetric {
    private static final String BASELINE = "baseline";

    @Override
    public String id() {
        return "ENR-12";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.all(book, Gap.LEAD_MEMBER_PAPER_SD).stream()
                .filter(comparison ->
                        BASELINE.equals(comparison.sitting().exam().kind()))
                .flatMap(comparison ->
                        Stream.concat(comparison.rows(this, book).stream(), Stream.of(superiority(comparison, book))))
                .map(MetricRow::row)
                .toList();
    }

    private MetricRow superiority(Comparison comparison, MarkBook book) {
        MetricRow row = comparison.heading(this, book).measure("V").frame(Rules.CENSUS);
        if (comparison.obstacle() != Flag.OK) {
            return row;
        }
        row.flag(ProbabilityOfSuperiority.flag(comparison.superiority())).flag(comparison.isSmall(), Flag.N_TOO_SMALL);
        comparison.superiority().map(VStatistic::of).ifPresent(v -> row.value(v.v())
                .interval(v.se(), v.interval(Rules.LEVEL), "delong"));
        return row;
    }
}
