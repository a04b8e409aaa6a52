package org.manyuan.statistics;

import java.util.Arrays;

/** How far two values of the same subjects go together. Source: Pearson's product-moment correlation. */
public final class Correlation {
    private Correlation() {}

    /**
     * Pearson's r, −1 to 1: Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²).
     *
     * @param x of each subject, finite
     * @param y of the same subjects, in the same order
     * @return NaN where either does not vary beyond the rounding of its values, or there are fewer than two
     * @throws IllegalArgumentException where they are not as many
     */
    public static double of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values cannot be paired with " + y.length);
        }
        double[] a = aboutTheMean(x);
        double[] b = aboutTheMean(y);
        double r = product(a, b) / (Math.sqrt(product(a, a)) * Math.sqrt(product(b, b)));
        return Double.isNaN(r) ? r : Math.max(-1, Math.min(1, r));
    }

    private static double[] aboutTheMean(double[] values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double largest = Rounding.largest(values);
        return Arrays.stream(values)
                .map(value -> Rounding.snap(value - mean, largest))
                .toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
