package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Dispersion;
import org.manyuan.statistics.Jackknife;

/**
 * GAP-01 差异系数(加权): spread of the units' mean scores, weighted with their pupils, over the overall mean. One row per district or
 * group and sitting. Card: schemas/metrics/GAP-01.md.
 */
final class CoefficientOfVariation implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-01";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .map(CoefficientOfVariation::of)
                .map(MetricRow::row)
                .toList();
    }

    private static MetricRow of(UnitSet set) {
        MetricRow row = set.row("mean_score").frame(Rules.SCHOOLS).flag(set.enoughUnits());
        if (set.k() < Rules.UNITS) {
            return row;
        }
        double[] means = set.means();
        double[] pupils = set.weights();
        if (!(Dispersion.mean(means, pupils) > 0)) {
            return row.flag(Flag.ZERO_MEAN);
        }
        return set.withJackknife(
                row, Jackknife.logScale(Dispersion.cv(means, pupils), Dispersion.cvLeaveOneOut(means, pupils)));
    }
}
