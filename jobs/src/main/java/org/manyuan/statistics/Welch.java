package org.manyuan.statistics;

/**
 * Difference of two means with unequal variances (Welch 1947; degrees of freedom by Satterthwaite).
 *
 * @param delta first mean − second mean; 0 where they differ by rounding only
 * @param se √(s²₁/n₁ + s²₂/n₂); NaN where a side has fewer than two values or no standard deviation
 * @param df NaN where se is NaN or both variances are zero
 */
public record Welch(double delta, double se, double df) {
    /** The difference first − second. */
    public static Welch of(Moments first, Moments second) {
        double a = first.variance() / first.n();
        double b = second.variance() / second.n();
        double df = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
        double delta = Rounding.snap(first.mean() - second.mean(), Rounding.largest(first.mean(), second.mean()));
        return new Welch(delta, Math.sqrt(a + b), df);
    }

    /** t interval at the given level, e.g. 0.95. */
    public Interval interval(double level) {
        return StudentT.interval(delta, se, df, level);
    }

    /** Two-sided p of no difference. */
    public double p() {
        return se > 0 ? StudentT.twoSidedP(delta / se, df) : Double.NaN;
    }
}
