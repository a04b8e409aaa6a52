package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * GAP-08c 成员校–区域其他学校差距: the members' mean minus that of the territory's units outside the group, over the SD of everyone who sat
 * the paper; below 0 the members are behind. For every group, with or without a lead. One row per group, sitting and frame. Card:
 * schemas/metrics/GAP-08c.md.
 */
final class MemberOthersGap implements ScoreMetric {
    @Override
    public String id() {
        return Gap.MEMBER_OTHERS_PAPER_SD.id();
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.ofResults(book, Gap.MEMBER_OTHERS_PAPER_SD).stream()
                .flatMap(comparison -> comparison.rows(this, book).stream())
                .map(MetricRow::row)
                .toList();
    }
}
