package org.manyuan.statistics;

import java.util.Arrays;

/**
 * The median of growth percentiles of some pupils, with an interval from the percentiles themselves. METRICS B6.
 *
 * @param n pupils
 * @param median the middle one, or the mean of the two in the middle; NaN for no pupil
 * @param interval 95 %: the percentiles of rank r and n + 1 − r, r = n/2 − 1.96·√n/2 rounded to the nearest, which the binomial
 *     distribution asks for with its correction for whole numbers; {@link Interval#NONE} for fewer than six pupils
 */
public record MedianGrowth(int n, double median, Interval interval) {
    /** Of these percentiles, in any order. */
    public static MedianGrowth of(double[] percentiles) {
        double[] sorted = Arrays.stream(percentiles).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new MedianGrowth(0, Double.NaN, Interval.NONE);
        }
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        long rank = Math.round(n / 2.0 - Normal.Z95 * Math.sqrt(n) / 2);
        return new MedianGrowth(
                n, median, rank < 1 ? Interval.NONE : new Interval(sorted[(int) rank - 1], sorted[n - (int) rank]));
    }
}
