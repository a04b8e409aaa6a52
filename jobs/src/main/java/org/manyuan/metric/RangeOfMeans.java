package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.RangeRatio;

/**
 * GAP-03 极差率: the highest of the units' mean scores or resources over the lowest, every unit counted once; of twenty units and more
 * also P95 over P5 and what lies between them over P5. One row per district or group, sitting (or resource, stage and year) and
 * reading, no interval (the card says why). Card:
 * schemas/metrics/GAP-03.md.
 */
final class RangeOfMeans implements ScoreMetric, TerritoryMetric {
    private static final String HIGHEST_TO_LOWEST = "max_min";

    @Override
    public String id() {
        return "GAP-03";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(RangeOfMeans::of)
                .map(MetricRow::row)
                .toList();
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return ResourceSet.of(this, territory, facts, terms).stream()
                .flatMap(RangeOfMeans::of)
                .map(MetricRow::row)
                .toList();
    }

    /** Every unit counts once, so each is a side of the figure. */
    private static Stream<MetricRow> of(UnitValues set) {
        double[] means = set.values();
        return Stream.of(
                ratio(set, HIGHEST_TO_LOWEST, Rules.UNITS, RangeRatio.maxMin(means)),
                ratio(set, "p95_p5", Rules.UNITS_FOR_TAILS, RangeRatio.p95p5(means)),
                ratio(set, "federal", Rules.UNITS_FOR_TAILS, RangeRatio.federal(means)));
    }

    private static MetricRow ratio(UnitValues set, String reading, int units, double value) {
        MetricRow row =
                set.reading(reading, HIGHEST_TO_LOWEST).flag(set.enoughUnits()).side(set.fewest());
        if (set.k() < units) {
            return row.flag(set.k() > 0, Flag.K_TOO_SMALL);
        }
        return row.value(value).flag(Double.isNaN(value), Flag.ZERO_MEAN);
    }
}
