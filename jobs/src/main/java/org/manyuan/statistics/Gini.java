package org.manyuan.statistics;

import java.util.Arrays;

/**
 * The Gini coefficient of unit values with weights, 0 for equal units (METRICS B1, GAP-05). A value below 0, no unit, or a total of 0
 * gives NaN; differences that are only rounding count as none. Every unit counted once: weights of 1.
 */
public final class Gini {
    private Gini() {}

    /** G = 1 − Σw(2L − wx)/(W·Σwx) with L the running Σwx in ascending order: half the mean difference over the mean. */
    public static double of(double[] x, double[] w) {
        Sorted sorted = Sorted.of(x, w);
        return sorted.index(sorted.differences, sorted.weight, sorted.total);
    }

    /** Every unit counted once: Σ(2r − k − 1)x_(r)/(kΣx). */
    public static double of(double[] x) {
        double[] equal = new double[x.length];
        Arrays.fill(equal, 1);
        return of(x, equal);
    }

    /**
     * G·k/(k − 1): 1 where one of k equally weighted units has all; of unequal weights it may pass 1. NaN for one unit.
     *
     * @param k units behind that figure: one less for a replicate of {@link #leaveOneOut}
     */
    public static double normalised(double gini, int k) {
        return k < 2 ? Double.NaN : gini * k / (k - 1);
    }

    /** {@link #of(double[], double[])} without unit j, for every j, in one pass over the sorted units. */
    public static double[] leaveOneOut(double[] x, double[] w) {
        Sorted sorted = Sorted.of(x, w);
        double[] left = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            left[j] = sorted.index(
                    sorted.differences - w[j] * sorted.distance[j], sorted.weight - w[j], sorted.total - w[j] * x[j]);
        }
        return left;
    }

    /**
     * Sums over the units from below, of deviations from the mean so that nearly equal units keep their digits.
     *
     * @param differences Σ over pairs w_i·w_j·|x_i − x_j|, each pair once
     * @param distance of unit j to all units, Σ_i w_i·|x_i − x_j|
     */
    private record Sorted(double weight, double total, double differences, double[] distance, boolean allowed) {
        static Sorted of(double[] x, double[] w) {
            double mean = Dispersion.mean(x, w);
            double weight = 0;
            double total = 0;
            double deviations = 0;
            boolean allowed = true;
            double[] deviation = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                deviation[j] = x[j] - mean;
                weight += w[j];
                total += w[j] * x[j];
                deviations += w[j] * deviation[j];
                allowed &= x[j] >= 0;
            }
            double[] distance = new double[x.length];
            double below = 0;
            double deviationsBelow = 0;
            double differences = 0;
            for (int j : Quantile.order(x)) {
                double down = deviation[j] * below - deviationsBelow;
                below += w[j];
                deviationsBelow += w[j] * deviation[j];
                double up = deviations - deviationsBelow - deviation[j] * (weight - below);
                distance[j] = down + up;
                differences += w[j] * down;
            }
            return new Sorted(weight, total, differences, distance, allowed);
        }

        double index(double ofDifferences, double ofWeight, double ofTotal) {
            return allowed && ofWeight > 0 && ofTotal > 0
                    ? Math.max(0, Rounding.snap(ofDifferences / (ofWeight * ofTotal), 1))
                    : Double.NaN;
        }
    }
}
