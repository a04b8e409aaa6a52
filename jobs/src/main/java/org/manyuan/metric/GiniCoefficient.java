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
 * GAP-05 基尼系数: half the mean difference of the units' mean scores over their mean; by pupils, as variant normalised over its largest
 * value for so many units, as variant equal every unit counted once. One row per district or group, sitting and variant. Card:
 * schemas/metrics/GAP-05.md.
 */
final class GiniCoefficient implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-05";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(GiniCoefficient::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(UnitSet set) {
        double[] pupils = set.weights();
        double[] once = new double[set.k()];
        Arrays.fill(once, 1);
        return Stream.of(
                gini(set, set.row("mean_score"), pupils, false),
                gini(set, set.row("mean_score", "normalised"), pupils, true),
                gini(set, set.row("mean_score", UnitSet.EQUAL).side(Fewest.of(set.units())), once, false));
    }

    private static MetricRow gini(UnitSet set, MetricRow row, double[] weights, boolean normalised) {
        row.frame(Rules.SCHOOLS).flag(set.enoughUnits());
        if (set.k() < Rules.UNITS) {
            return row;
        }
        double[] means = set.means();
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
