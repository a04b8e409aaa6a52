package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.StandardisedGap;

/**
 * GAP-08 牵头校–成员校差距(标准化): GAP-07 over the pooled SD of both sides' pupils, d, and g, which corrects its bias. One row per group,
 * sitting and measure. Card: schemas/metrics/GAP-08.md.
 */
final class StandardisedLeadMemberGap implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-08";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.ofResults(book, Gap.LEAD_MEMBER_POOLED_SD).stream()
                .flatMap(comparison -> of(comparison, book))
                .map(MetricRow::row)
                .toList();
    }

    private Stream<MetricRow> of(Comparison comparison, MarkBook book) {
        MetricRow heading = comparison.heading(this, book);
        GapEstimate estimate = comparison.estimate();
        heading.flag(estimate.flag());
        MetricRow g = heading.copy()
                .measure("g")
                .value(estimate.value())
                .frame(Rules.CENSUS)
                .interval(estimate.se(), estimate.census(), estimate.censusMethod());
        MetricRow d = heading.copy().measure("d");
        if (comparison.obstacle() == Flag.OK) {
            d.value(StandardisedGap.of(
                            comparison.first().moments(), comparison.second().moments())
                    .d());
        }
        return Stream.of(g, d);
    }
}
