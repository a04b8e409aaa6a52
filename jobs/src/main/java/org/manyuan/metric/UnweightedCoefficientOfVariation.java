package org.manyuan.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Dispersion;
import org.manyuan.statistics.Jackknife;

/**
 * GAP-02 差异系数(不加权): spread of the units' mean scores or resources over their mean, every unit counted once; by k − 1, and by k
 * as variant ddof0. One row per district or group and sitting, or resource, stage and year. Card: schemas/metrics/GAP-02.md.
 */
final class UnweightedCoefficientOfVariation implements ScoreMetric, TerritoryMetric {
    @Override
    public String id() {
        return "GAP-02";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(set -> Stream.of(of(set, 1, ""), of(set, 0, "ddof0")))
                .map(MetricRow::row)
                .toList();
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        return ResourceSet.of(this, territory, facts, terms).stream()
                .flatMap(set -> Stream.of(of(set, 1, ""), of(set, 0, "ddof0")))
                .map(MetricRow::row)
                .toList();
    }

    /** Every unit counts once, so each is a side of the figure. */
    private static MetricRow of(UnitValues set, int ddof, String variant) {
        MetricRow row =
                set.figure(variant).frame(Rules.SCHOOLS).flag(set.enoughUnits()).side(set.fewest());
        if (set.k() < Rules.UNITS) {
            return row;
        }
        double[] means = set.values();
        if (!(Dispersion.mean(means) > 0)) {
            return row.flag(Flag.ZERO_MEAN);
        }
        return set.withJackknife(
                row, Jackknife.logScale(Dispersion.unweightedCv(means, ddof), leaveOneOut(means, ddof)));
    }

    private static double[] leaveOneOut(double[] means, int ddof) {
        double[] equal = new double[means.length];
        Arrays.fill(equal, 1);
        double rest = means.length - 1;
        double correction = Math.sqrt(rest / (rest - ddof));
        return Arrays.stream(Dispersion.cvLeaveOneOut(means, equal))
                .map(cv -> cv * correction)
                .toArray();
    }
}
