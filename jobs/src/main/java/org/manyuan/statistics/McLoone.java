package org.manyuan.statistics;

import java.util.Arrays;

/**
 * Where the units of one half stand against the median unit (METRICS B1, GAP-04). Values that differ from the median by rounding only
 * are at it. NaN for no unit, no weight, or a median that is not positive; equal units and one unit give 1.
 */
public final class McLoone {
    private McLoone() {}

    /** McLoone: Σ_{x ≤ med} wx/(med·Σ_{x ≤ med} w), at most 1; med is the lower weighted median. */
    public static double mcloone(double[] x, double[] w) {
        return ratio(x, w, Quantile.lowerMedian(x, w), -1);
    }

    /** McLoone with every unit counted once, against the ordinary median. */
    public static double mcloone(double[] x) {
        return ratio(x, equal(x), Quantile.median(x), -1);
    }

    /** Verstegen: the same of the units at or above the median, at least 1. */
    public static double verstegen(double[] x, double[] w) {
        return ratio(x, w, Quantile.lowerMedian(x, w), 1);
    }

    /** Verstegen with every unit counted once, against the ordinary median. */
    public static double verstegen(double[] x) {
        return ratio(x, equal(x), Quantile.median(x), 1);
    }

    private static double ratio(double[] x, double[] w, double median, int side) {
        double excess = 0;
        double weight = 0;
        for (int j = 0; j < x.length; j++) {
            double above = Rounding.snap(x[j] - median, Math.abs(median));
            if (side * above >= 0) {
                excess += w[j] * above;
                weight += w[j];
            }
        }
        return median > 0 && weight > 0 ? 1 + excess / (median * weight) : Double.NaN;
    }

    private static double[] equal(double[] x) {
        double[] w = new double[x.length];
        Arrays.fill(w, 1);
        return w;
    }
}
