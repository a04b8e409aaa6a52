package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * GAP-08b 牵头校–成员校差距(试卷标准差): GAP-07 over the SD of everyone who sat the paper: the scale for trends. One row per group, sitting
 * and frame. Card: schemas/metrics/GAP-08b.md.
 */
final class LeadMemberGapInPaperSd implements ScoreMetric {
    @Override
    public String id() {
        return Gap.LEAD_MEMBER_PAPER_SD.id();
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.ofResults(book, Gap.LEAD_MEMBER_PAPER_SD).stream()
                .flatMap(comparison -> comparison.rows(this, book).stream())
                .map(MetricRow::row)
                .toList();
    }
}
