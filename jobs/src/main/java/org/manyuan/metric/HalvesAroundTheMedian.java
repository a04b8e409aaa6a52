package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.McLoone;

/**
 * GAP-04 麦克劳恩指数 / 维斯特根指数: the mean of the units (their scores, or a resource) at or below the median unit over the median, and of those at or above it; by
 * pupils, and as variant equal every unit counted once. One row per district, sitting and measure, or district, resource, stage, year and reading; no interval. Card:
 * schemas/metrics/GAP-04.md.
 */
final class HalvesAroundTheMedian implements ScoreMetric, TerritoryMetric {
    private static final String MCLOONE = "mcloone";
    private static final String VERSTEGEN = "verstegen";

    @Override
    public String id() {
        return "GAP-04";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.ofDistricts(this, book).stream()
                .flatMap(HalvesAroundTheMedian::of)
                .map(MetricRow::row)
                .toList();
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return ResourceSet.of(this, territory, facts, terms).stream()
                .filter(set -> !set.districtCode().isEmpty())
                .flatMap(HalvesAroundTheMedian::of)
                .map(MetricRow::row)
                .toList();
    }

    /** The half may be a single unit, so each is a side of the figure. */
    private static Stream<MetricRow> of(UnitValues set) {
        double[] values = set.values();
        double[] weights = set.weights();
        return Stream.of(
                index(set, VERSTEGEN, "", McLoone.verstegen(values, weights)),
                index(set, MCLOONE, "", McLoone.mcloone(values, weights)),
                index(set, VERSTEGEN, UnitSet.EQUAL, McLoone.verstegen(values)),
                index(set, MCLOONE, UnitSet.EQUAL, McLoone.mcloone(values)));
    }

    private static MetricRow index(UnitValues set, String reading, String variant, double value) {
        MetricRow row =
                set.reading(reading, MCLOONE, variant).flag(set.enoughUnits()).side(set.fewest());
        return set.k() < Rules.UNITS ? row : row.value(value).flag(Double.isNaN(value), Flag.ZERO_MEAN);
    }
}
