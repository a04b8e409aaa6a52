package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Dispersion;
import org.manyuan.statistics.Jackknife;

/**
 * GAP-01 差异系数(加权): spread of the units' mean scores or resources, weighted with their pupils, over the overall mean. One row per
 * district or group and sitting, or resource, stage and year. Card: schemas/metrics/GAP-01.md.
 */
final class CoefficientOfVariation implements ScoreMetric, TerritoryMetric {
    @Override
    public String id() {
        return "GAP-01";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .map(CoefficientOfVariation::of)
                .map(MetricRow::row)
                .toList();
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return ResourceSet.of(this, territory, facts, terms).stream()
                .map(CoefficientOfVariation::of)
                .map(MetricRow::row)
                .toList();
    }

    private static MetricRow of(UnitValues set) {
        MetricRow row = set.figure().frame(Rules.SCHOOLS).flag(set.enoughUnits());
        if (set.k() < Rules.UNITS) {
            return row;
        }
        double[] values = set.values();
        double[] weights = set.weights();
        if (!(Dispersion.mean(values, weights) > 0)) {
            return row.flag(Flag.ZERO_MEAN);
        }
        return set.withJackknife(
                row, Jackknife.logScale(Dispersion.cv(values, weights), Dispersion.cvLeaveOneOut(values, weights)));
    }
}
