package org.manyuan.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
    private static final NormalDistribution STANDARD = new NormalDistribution();

    /** The 97.5 % point, 1.959964. */
    public static final double Z95 = STANDARD.inverseCumulativeProbability(0.975);

    private Normal() {}

    /** P(Z ≤ z). */
    public static double cdf(double z) {
        return Double.isNaN(z) ? Double.NaN : STANDARD.cumulativeProbability(z);
    }

    /** Density at z. */
    public static double density(double z) {
        return STANDARD.density(z);
    }

    /** The z with P(Z ≤ z) = p; NaN for p outside 0..1. */
    public static double quantile(double p) {
        return p >= 0 && p <= 1 ? STANDARD.inverseCumulativeProbability(p) : Double.NaN;
    }

    /** P(|Z| ≥ |z|). */
    public static double twoSidedP(double z) {
        return 2 * cdf(-Math.abs(z));
    }

    /** estimate ± z·se at the given level, e.g. 0.95. */
    public static Interval interval(double estimate, double se, double level) {
        return Interval.around(estimate, quantile((1 + level) / 2) * se);
    }
}
