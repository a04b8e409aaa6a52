package org.manyuan.statistics;

/**
 * 极差率: how far the highest units stand above the lowest, every unit counted once (METRICS B1, GAP-03). NaN for no unit and where the
 * divisor is not positive. One unit, or equal units, give a ratio of 1 and a federal range of 0.
 */
public final class RangeRatio {
    private static final double HIGH = 0.95;
    private static final double LOW = 0.05;

    private RangeRatio() {}

    /** Largest over smallest. */
    public static double maxMin(double[] x) {
        return over(Quantile.of(x, 1), Quantile.of(x, 0));
    }

    /** P95/P5, quantiles of type 7. */
    public static double p95p5(double[] x) {
        return over(Quantile.of(x, HIGH), Quantile.of(x, LOW));
    }

    /** The federal range ratio (P95 − P5)/P5. */
    public static double federal(double[] x) {
        double low = Quantile.of(x, LOW);
        return over(Rounding.snap(Quantile.of(x, HIGH) - low, low), low);
    }

    private static double over(double high, double low) {
        return low > 0 ? high / low : Double.NaN;
    }
}
