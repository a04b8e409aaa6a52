package org.manyuan.statistics;

import java.math.BigInteger;

/**
 * Number, mean and sum of squared deviations of a set of values: enough for mean, variance and every pooled figure.
 *
 * @param n values; 0 gives mean NaN and m2 0
 * @param mean in the unit of the values
 * @param m2 Σ(y − mean)²; NaN where a source gave no standard deviation
 */
public record Moments(long n, double mean, double m2) {
    /** No values. */
    public static final Moments EMPTY = new Moments(0, Double.NaN, 0);

    /**
     * From whole-number sums, exact up to the last rounding: the difference n·s2 − s1² is taken in whole numbers of any length, so
     * it never cancels. METRICS §0.1.
     *
     * @param s1 Σu, u = value/step
     * @param s2 Σu²
     */
    public static Moments ofSteps(long n, long s1, long s2, double step) {
        return ofSteps(n, s1, BigInteger.valueOf(s2), step);
    }

    /** The same of so many pupils that their squares pass the largest long: over two million near a top of two million steps. */
    public static Moments ofSteps(long n, long s1, BigInteger s2, double step) {
        if (n == 0) {
            return EMPTY;
        }
        BigInteger spread = BigInteger.valueOf(n)
                .multiply(s2)
                .subtract(BigInteger.valueOf(s1).pow(2));
        return new Moments(n, step * s1 / n, step * step * (spread.doubleValue() / n));
    }

    /** From a published total. A single value has no spread, whatever its sd says; else an unknown sd is NaN and makes m2 NaN. */
    public static Moments ofTotal(long n, double mean, double sd) {
        if (n == 0) {
            return EMPTY;
        }
        return new Moments(n, mean, n == 1 ? 0 : (n - 1) * sd * sd);
    }

    /** The moments of both sets together (Chan, Golub and LeVeque 1979). */
    public Moments merge(Moments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long total = n + other.n;
        double delta = other.mean - mean;
        return new Moments(
                total, mean + delta * other.n / total, m2 + other.m2 + delta * delta * ((double) n * other.n / total));
    }

    /** Merges in the given order; callers give units in order of school_code so that the last bit never moves. */
    public static Moments pool(Iterable<Moments> parts) {
        Moments all = EMPTY;
        for (Moments part : parts) {
            all = all.merge(part);
        }
        return all;
    }

    /** Sample variance (n − 1); NaN for fewer than two values. */
    public double variance() {
        return n < 2 ? Double.NaN : m2 / (n - 1);
    }

    /** Sample standard deviation (n − 1); NaN for fewer than two values. */
    public double sd() {
        return Math.sqrt(variance());
    }

    /** Standard error of the mean, sd/√n; NaN for fewer than two values. */
    public double standardError() {
        return Math.sqrt(variance() / n);
    }
}
