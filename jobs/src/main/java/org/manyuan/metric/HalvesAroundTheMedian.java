package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.McLoone;

/**
 * GAP-04 麦克劳恩指数 / 维斯特根指数: the mean of the units at or below the median unit over the median, and of those at or above it; by
 * pupils, and as variant equal every unit counted once. One row per district, sitting and measure, no interval. Card:
 * schemas/metrics/GAP-04.md.
 */
final class HalvesAroundTheMedian implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-04";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.ofDistricts(this, book).stream()
                .flatMap(HalvesAroundTheMedian::of)
                .map(MetricRow::row)
                .toList();
    }

    /** The half may be a single unit, so each is a side of the figure. */
    private static Stream<MetricRow> of(UnitSet set) {
        double[] means = set.means();
        double[] pupils = set.weights();
        return Stream.of(
                index(set, "mcloone", "", McLoone.mcloone(means, pupils)),
                index(set, "verstegen", "", McLoone.verstegen(means, pupils)),
                index(set, "mcloone", UnitSet.EQUAL, McLoone.mcloone(means)),
                index(set, "verstegen", UnitSet.EQUAL, McLoone.verstegen(means)));
    }

    private static MetricRow index(UnitSet set, String measure, String variant, double value) {
        MetricRow row = set.row(measure, variant).flag(set.enoughUnits()).side(Fewest.of(set.units()));
        return set.k() < Rules.UNITS ? row : row.value(value).flag(Double.isNaN(value), Flag.ZERO_MEAN);
    }
}
