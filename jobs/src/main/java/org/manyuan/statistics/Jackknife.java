package org.manyuan.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Delete-one-unit jackknife (Tukey 1958) on a transformed scale. A figure at or below the edge of its scale, in full or without one
 * unit, or fewer than two units: everything but the value is NaN. Where no unit makes a difference the standard error is 0 and there is
 * no interval.
 */
public final class Jackknife {
    private static final double LEVEL = 0.95;

    private Jackknife() {}

    /**
     * For a positive figure: pseudo-values π_j = k·lnθ − (k−1)·lnθ_(−j), interval exp(π̄ ± t·sd(π)/√k).
     *
     * @param leftOut θ without unit j, for every unit
     */
    public static JackknifeEstimate logScale(double theta, double[] leftOut) {
        return transformed(theta, leftOut, Math::log, Math::exp);
    }

    /** The same on the logit scale, for a figure between 0 and 1 (Gini). */
    public static JackknifeEstimate logitScale(double theta, double[] leftOut) {
        return transformed(theta, leftOut, x -> Math.log(x / (1 - x)), y -> 1 / (1 + Math.exp(-y)));
    }

    /**
     * Change of a positive figure between two years as ln(now/base), dropping the same unit in both years. Interval and p are those
     * of π̄; the change itself and R = 1 − now/base are taken from the plain figures, R's interval is 1 − exp of the bounds (METRICS
     * B4, and B1 for the centre). A ratio that differs from 1 by rounding only is 1.
     *
     * @param baseLeftOut the base year's figure without unit j
     * @param nowLeftOut the current year's figure without the same unit
     */
    public static JackknifeEstimate pairedLogRatio(double base, double now, double[] baseLeftOut, double[] nowLeftOut) {
        if (baseLeftOut.length != nowLeftOut.length) {
            throw new IllegalArgumentException(baseLeftOut.length + " units in the base year but " + nowLeftOut.length
                    + " now: give the same panel");
        }
        double[] ratio = new double[baseLeftOut.length];
        Arrays.setAll(ratio, j -> logRatio(baseLeftOut[j], nowLeftOut[j]));
        return transformed(logRatio(base, now), ratio, x -> x, x -> x);
    }

    /** θ without unit j for every j of k, for figures without a short cut; the estimator gets the units that stay. */
    public static double[] leaveOneOut(int k, ToDoubleFunction<int[]> estimator) {
        return IntStream.range(0, k)
                .mapToDouble(j -> estimator.applyAsDouble(
                        IntStream.range(0, k).filter(i -> i != j).toArray()))
                .toArray();
    }

    private static double logRatio(double base, double now) {
        return base > 0 && now > 0 ? Rounding.snap(Math.log(now / base), 1) : Double.NaN;
    }

    private static JackknifeEstimate transformed(
            double theta, double[] leftOut, DoubleUnaryOperator onto, DoubleUnaryOperator back) {
        int k = leftOut.length;
        double[] pseudo = new double[k];
        Arrays.setAll(pseudo, j -> k * onto.applyAsDouble(theta) - (k - 1) * onto.applyAsDouble(leftOut[j]));
        boolean usable = k >= 2 && Arrays.stream(pseudo).allMatch(Double::isFinite);
        if (!usable) {
            return new JackknifeEstimate(k, theta, Double.NaN, Double.NaN, Interval.NONE, Double.NaN, Double.NaN);
        }
        MeanT mean = MeanT.of(pseudo);
        Interval interval = mean.interval(LEVEL);
        return new JackknifeEstimate(
                k,
                theta,
                back.applyAsDouble(mean.mean()),
                mean.se(),
                new Interval(back.applyAsDouble(interval.lo()), back.applyAsDouble(interval.hi())),
                mean.p(),
                mean.se() > 0 ? largestShare(pseudo, mean.mean()) : Double.NaN);
    }

    private static double largestShare(double[] pseudo, double mean) {
        double all = 0;
        double largest = 0;
        for (double value : pseudo) {
            double square = (value - mean) * (value - mean);
            all += square;
            largest = Math.max(largest, square);
        }
        return largest / all;
    }
}
