package org.manyuan.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t distribution. Degrees of freedom may be fractional; where they are not positive every answer is NaN. */
public final class StudentT {
    /** Tighter than the library's 1e-9, so that intervals agree with the vectors to all their digits. */
    private static final double ACCURACY = 1e-14;

    /** Quantiles that were asked for, because the same degrees of freedom come again and again. */
    private static final Map<Asked, Double> QUANTILES = new ConcurrentHashMap<>();

    private static final int MOST_QUANTILES = 20_000;

    private record Asked(double p, double df) {}

    private StudentT() {}

    /** P(T ≤ t). */
    public static double cdf(double t, double df) {
        return df > 0 && !Double.isNaN(t) ? new TDistribution(df, ACCURACY).cumulativeProbability(t) : Double.NaN;
    }

    /** The t with P(T ≤ t) = p. */
    public static double quantile(double p, double df) {
        if (!(df > 0 && p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        Asked asked = new Asked(p, df);
        Double known = QUANTILES.get(asked);
        if (known == null) {
            known = new TDistribution(df, ACCURACY).inverseCumulativeProbability(p);
            if (QUANTILES.size() < MOST_QUANTILES) {
                QUANTILES.put(asked, known);
            }
        }
        return known;
    }

    /** P(|T| ≥ |t|). */
    public static double twoSidedP(double t, double df) {
        return 2 * cdf(-Math.abs(t), df);
    }

    /** estimate ± t·se at the given level, e.g. 0.95. */
    public static Interval interval(double estimate, double se, double df, double level) {
        return Interval.around(estimate, quantile((1 + level) / 2, df) * se);
    }
}
