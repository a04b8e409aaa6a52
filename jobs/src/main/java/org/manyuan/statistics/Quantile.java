package org.manyuan.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Quantiles of type 7 (Hyndman and Fan 1996; the default of R and of spreadsheets): a straight line between the order statistics
 * around rank 1 + (n − 1)p. NaN of no value.
 */
public final class Quantile {
    /** A rank that is a whole number but for the rounding of p counts as one, so that a score on the cut is not lost. */
    private static final double WHOLE = 1e-9;

    private Quantile() {}

    /** The quantile of values in any order. */
    public static double of(double[] x, double p) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return type7(sorted.length, p, rank -> sorted[(int) rank]);
    }

    /** The ordinary median. */
    public static double median(double[] x) {
        return of(x, 0.5);
    }

    /** The lower weighted median: the first value at which the weights from below reach half of all. NaN where they sum to 0. */
    public static double lowerMedian(double[] x, double[] w) {
        Dispersion.requireSameLength(x, w);
        int[] order = order(x);
        double all = Arrays.stream(w).sum();
        double reached = 0;
        for (int j : order) {
            reached += w[j];
            if (all > 0 && 2 * reached >= all) {
                return x[j];
            }
        }
        return Double.NaN;
    }

    /** @param ascending the value with that rank from below, counted from 0 */
    static double type7(long n, double p, LongToDoubleFunction ascending) {
        if (n == 0 || !(p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        double rank = (n - 1) * p;
        double whole = Math.rint(rank);
        long lower = Math.abs(rank - whole) <= WHOLE ? (long) whole : (long) Math.floor(rank);
        double part = Math.max(0, rank - lower);
        double low = ascending.applyAsDouble(lower);
        return part <= WHOLE ? low : low + part * (ascending.applyAsDouble(lower + 1) - low);
    }

    /** Positions of the values in ascending order; equal ones stay as they came. */
    static int[] order(double[] x) {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> x[j]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
