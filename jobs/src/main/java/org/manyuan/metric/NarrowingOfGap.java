package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.MetricValue;

/**
 * GAP-16 差距缩小幅度与判定: how a gap changed between a base year and now, on a fixed panel of units, with interval, p, q and verdict,
 * and once more on intake-adjusted scores. Groups: the gaps 07, 08, 08b, 08c, 09b; districts: 01, 06, 11, 20. One row per place, sitting,
 * gap, base, panel, reading, measure and frame. Card: schemas/metrics/GAP-16.md.
 */
final class NarrowingOfGap implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-16";
    }

    @Override
    public int cardVersion() {
        return 3;
    }

    /** A change is judged beside those of all other places; who the others are can rest on what these sat in other years. */
    @Override
    public boolean restsOnItsPlace(MetricValue figure) {
        return ScoreMetric.super.restsOnItsPlace(figure)
                && !figure.measure().equals("change")
                && !List.of(figure.variant().split("/")).contains(Gap.MEMBER_OTHERS_PAPER_SD.id());
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricRow> rows = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        new GroupNarrowing(this, book).write(rows, changes);
        new DistrictNarrowing(this, book).write(rows, changes);
        new SpreadNarrowing(this, book).write(rows, changes);
        Change.judge(changes);
        changes.forEach(change -> rows.add(change.row()));
        return rows.stream().map(MetricRow::row).toList();
    }
}
