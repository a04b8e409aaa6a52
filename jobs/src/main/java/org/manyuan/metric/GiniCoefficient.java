package org.manyuan.metric;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Dispersion;
import org.manyuan.statistics.Gini;
import org.manyuan.statistics.Jackknife;

/**
 * GAP-05 基尼系数: half the mean difference of the units' mean scores or resources over their mean; by pupils, normalised over its
 * largest value for so many units (a measure of scores, a variant of a resource), as variant equal every unit counted once. One row per
 * district or group, sitting, measure and variant. Card: schemas/metrics/GAP-05.md.
 */
final class GiniCoefficient implements ScoreMetric, TerritoryMetric {
    @Override
    public String id() {
        return "GAP-05";
    }

    @Override
    public int cardVersion() {
        return 3;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(GiniCoefficient::of)
                .map(MetricRow::row)
                .toList();
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return ResourceSet.of(this, territory, facts, terms).stream()
                .flatMap(GiniCoefficient::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(UnitValues set) {
        double[] pupils = set.weights();
        double[] once = new double[set.k()];
        Arrays.fill(once, 1);
        return Stream.of(
                gini(set, set.figure(), pupils, false),
                gini(set, set.reading("normalised", "mean_score"), pupils, true),
                gini(set, set.figure(UnitSet.EQUAL).side(set.fewest()), once, false));
    }

    private static MetricRow gini(UnitValues set, MetricRow row, double[] weights, boolean normalised) {
        row.frame(Rules.SCHOOLS).flag(set.enoughUnits());
        if (set.k() < Rules.UNITS) {
            return row;
        }
        double[] means = set.values();
        if (!(Dispersion.mean(means, weights) > 0) || Arrays.stream(means).anyMatch(mean -> mean < 0)) {
            return row.flag(Flag.ZERO_MEAN);
        }
        int k = set.k();
        DoubleUnaryOperator full = gini -> normalised ? Gini.normalised(gini, k) : gini;
        DoubleUnaryOperator without = gini -> normalised ? Gini.normalised(gini, k - 1) : gini;
        double[] leftOut =
                Arrays.stream(Gini.leaveOneOut(means, weights)).map(without).toArray();
        return set.withJackknife(
                row, Jackknife.logitScale(full.applyAsDouble(Gini.of(means, weights)), leftOut), "logit-jackknife");
    }
}
