package org.manyuan.statistics;

/**
 * How much of a gap has gone, R = 1 − now/base, with Fieller's interval for the ratio of two normal estimates. METRICS B4.
 *
 * @param rate 1 − now/base; NaN where base is 0
 * @param interval 95 %; {@link Interval#NONE} where the base gap is not clear of zero: the interval then has no bounds, and the rate
 *     must be withheld
 */
public record Fieller(double rate, Interval interval) {
    /**
     * From the sizes of the two gaps and their standard errors: the roots of (base² − z²·se²)ρ² − 2(base·now − z²·covariance)ρ + (now² −
     * z²·se²) = 0, R = 1 − ρ.
     *
     * @param covariance of the two sizes; 0 for independent cohorts
     */
    public static Fieller of(double base, double baseSe, double now, double nowSe, double covariance) {
        double z2 = Normal.Z95 * Normal.Z95;
        double a = base * base - z2 * baseSe * baseSe;
        double b = base * now - z2 * covariance;
        double c = now * now - z2 * nowSe * nowSe;
        double root = b * b - a * c;
        double rate = base == 0 ? Double.NaN : Rounding.snap(1 - now / base, 1);
        boolean bounded = a > 0 && root >= 0;
        return new Fieller(
                rate,
                bounded ? new Interval(1 - (b + Math.sqrt(root)) / a, 1 - (b - Math.sqrt(root)) / a) : Interval.NONE);
    }

    /** Whether the interval has bounds. */
    public boolean isBounded() {
        return interval.exists();
    }
}
