package org.manyuan.statistics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How much of the variance of an output comes from one input, or from inputs that are drawn together.
 *
 * @param first by this input alone: the share by which the variance would shrink, on average, were it known
 * @param total with all that it does together with others: the share that would be left were all others known
 */
public record SobolIndex(double first, double total) {
    /**
     * Estimates both from three runs over the same draws. First: mean of b·(mixed − a) over the variance, outputs centred (Saltelli et
     * al. 2010, table 2 b); total: half the mean of (a − mixed)² over the variance (Jansen 1999; table 2 f there). Estimates: a first
     * index near 0 may come out below it. NaN where the output never varies.
     *
     * @param a output under a first sample of all inputs
     * @param b under a second, independent one
     * @param mixed under the first with this input taken from the second
     * @throws IllegalArgumentException for runs of different lengths
     */
    public static SobolIndex of(double[] a, double[] b, double[] mixed) {
        if (a.length != b.length || a.length != mixed.length) {
            throw new IllegalArgumentException("runs of " + a.length + ", " + b.length + " and " + mixed.length
                    + " draws: take all three over the same draws");
        }
        double mean = mean(a, i -> a[i] + b[i]) / 2;
        double variance = mean(a, i -> square(a[i] - mean) + square(b[i] - mean)) / 2;
        double first = a[0];
        boolean varies = mean(a, i -> a[i] == first && b[i] == first ? 0 : 1) > 0;
        double alone = mean(a, i -> (b[i] - mean) * (mixed[i] - a[i]));
        double together = mean(a, i -> square(a[i] - mixed[i])) / 2;
        // the rounding of a mean can leave a constant a variance
        return !varies ? new SobolIndex(Double.NaN, Double.NaN) : new SobolIndex(alone / variance, together / variance);
    }

    private static double mean(double[] draws, IntToDoubleFunction of) {
        return IntStream.range(0, draws.length).mapToDouble(of).sum() / draws.length;
    }

    private static double square(double x) {
        return x * x;
    }
}
