package org.manyuan.statistics;

import org.hipparchus.special.Beta;

/**
 * Difference of two means in pooled standard deviations: Cohen's d, and Hedges' g which corrects its bias exactly. METRICS B2, GAP-08.
 *
 * @param sp pooled standard deviation of pupils, n₁ + n₂ − 2 degrees of freedom; NaN where a side has fewer than two pupils or no
 *     known spread
 * @param d first − second over sp; NaN where sp is 0 or unknown
 * @param g J·d, J = Γ(ν/2)/(√(ν/2)·Γ((ν − 1)/2)), ν = n₁ + n₂ − 2
 * @param se √(1/n₁ + 1/n₂ + g²/(2(n₁ + n₂)))
 */
public record StandardisedGap(double sp, double d, double g, double se) {
    /** The gap first − second. */
    public static StandardisedGap of(Moments first, Moments second) {
        double df = (double) first.n() + second.n() - 2;
        boolean known = first.n() >= 2 && second.n() >= 2;
        double sp = known ? Math.sqrt((first.m2() + second.m2()) / df) : Double.NaN;
        double delta = Welch.of(first, second).delta();
        double d = sp > 0 ? delta / sp : Double.NaN;
        double g = known ? correction(df) * d : Double.NaN;
        double pupils = (double) first.n() + second.n();
        double variance = 1.0 / first.n() + 1.0 / second.n() + g * g / (2 * pupils);
        return new StandardisedGap(sp, d, g, Math.sqrt(variance));
    }

    /** g ± z·se. */
    public Interval interval(double level) {
        return Normal.interval(g, se, level);
    }

    /** J by the library's beta function, which takes the ratio of two large gamma functions without cancelling. */
    static double correction(double df) {
        return Math.sqrt(2 * Math.PI / df) * Math.exp(-Beta.logBeta((df - 1) / 2, 0.5));
    }
}
