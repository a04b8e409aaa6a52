package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals that hold all of a set of effects at once in 95 of 100 samples: estimate ± critical value · bootstrap standard error, by the
 * multiplier bootstrap of influence functions (Callaway and Sant'Anna 2021, algorithm 1). METRICS B7.
 *
 * @param criticalValue 95 % point of the largest |t| of a draw, never below that of one effect alone; NaN where no effect varies
 * @param standardErrors by the quartiles of the draws over those of the normal curve, so that a few wild draws do not count; NaN for an
 *     effect without variance
 * @param intervals in the order of the effects; {@link Interval#NONE} for an effect without variance. Too short where cohorts are small
 * @param welch the same with the variances of {@link AdoptionInference#welch} and, for each effect, the point of its t distribution
 *     that lies as far out as the critical value on the normal curve: holds in small cohorts too
 */
public record SimultaneousBand(
        double criticalValue, double[] standardErrors, List<Interval> intervals, List<Interval> welch) {
    private static final double LEVEL = .95;
    private static final double QUARTILES_APART = Normal.quantile(.75) - Normal.quantile(.25);

    /** @param sums for each effect the influence of each label over n; none for an effect that has no variance */
    static SimultaneousBand of(List<Welch> effects, List<double[]> sums, long[] labels, int draws) {
        double[][] drawn = new double[effects.size()][draws];
        for (int b = 0; b < draws; b++) {
            double[] weight = HashedWeight.MAMMEN.draw(labels, b);
            for (int k = 0; k < drawn.length; k++) {
                drawn[k][b] = sums.get(k).length == 0 ? Double.NaN : Inverse.dot(sums.get(k), weight);
            }
        }
        double[] se = Arrays.stream(drawn)
                .mapToDouble(SimultaneousBand::standardError)
                .toArray();
        double[] largest = new double[draws];
        for (int k = 0; k < drawn.length; k++) {
            for (int b = 0; b < draws && se[k] > 0; b++) {
                largest[b] = Math.max(largest[b], Math.abs(drawn[k][b]) / se[k]);
            }
        }
        boolean varies = Arrays.stream(se).anyMatch(value -> value > 0);
        double critical = varies ? Math.max(Normal.Z95, orderStatistic(largest, LEVEL)) : Double.NaN;
        List<Interval> intervals = new ArrayList<>();
        for (int k = 0; k < drawn.length; k++) {
            intervals.add(Interval.around(effects.get(k).delta(), critical * se[k]));
        }
        double inside = 1 - Normal.twoSidedP(critical);
        List<Interval> welch = effects.stream()
                .map(effect -> effect.se() > 0 ? effect.interval(inside) : Interval.NONE)
                .toList();
        return new SimultaneousBand(critical, se, List.copyOf(intervals), welch);
    }

    private static double standardError(double[] drawn) {
        double se = (orderStatistic(drawn, .75) - orderStatistic(drawn, .25)) / QUARTILES_APART;
        return se > 0 ? se : Double.NaN;
    }

    /** The smallest value with at least that share of all at or below it. */
    static double orderStatistic(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
