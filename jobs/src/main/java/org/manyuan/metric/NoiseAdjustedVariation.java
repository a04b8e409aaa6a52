package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.NoiseAdjustedCv;

/**
 * GAP-01n 差异系数(扣除学生抽样误差): GAP-01 without what pupils' noise alone adds to it. One row per district and sitting, no interval. A
 * negative estimate shows as 0 with the raw figure beside it. Card: schemas/metrics/GAP-01n.md.
 */
final class NoiseAdjustedVariation implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-01n";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.ofDistricts(this, book).stream()
                .map(NoiseAdjustedVariation::of)
                .map(MetricRow::row)
                .toList();
    }

    private static MetricRow of(UnitSet set) {
        MetricRow row = set.row("mean_score").flag(set.enoughUnits());
        if (set.k() < Rules.UNITS) {
            return row;
        }
        NoiseAdjustedCv cv =
                NoiseAdjustedCv.of(set.units().stream().map(UnitMarks::moments).toList());
        if (Double.isNaN(cv.raw())) {
            return row.flag(set.mean() > 0 ? Flag.MISSING_INPUT : Flag.ZERO_MEAN);
        }
        return row.value(cv.value())
                .valueRaw(cv.isTruncated() ? cv.raw() : Double.NaN)
                .flag(cv.isTruncated(), Flag.TRUNCATED_AT_ZERO)
                .flag(cv.stoodIn() > 0, Flag.APPROXIMATE);
    }
}
