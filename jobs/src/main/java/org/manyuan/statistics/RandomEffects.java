package org.manyuan.statistics;

import java.util.Arrays;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * The mean of figures that each have an error of their own and also truly differ, y_i ~ N(μ, v_i + τ²), weights 1/(v_i + τ²). METRICS
 * B2, GAP-19.
 *
 * @param k figures
 * @param mean μ; NaN for fewer than two figures, or where a variance is not positive or not known
 * @param se 1/√Σw
 * @param tau2 variance between the true figures, by restricted maximum likelihood
 * @param momentTau2 the same by moments (DerSimonian and Laird 1986), for comparison
 * @param q Cochran's Q, Σ(y − ȳ)²/v around the mean ȳ weighted by 1/v
 */
public record RandomEffects(int k, double mean, double se, double tau2, double momentTau2, double q) {
    private static final int MAX_STEPS = 500;
    /** Nine points a decade, as shares of the plain variance of the figures, above which τ² never lies by far. */
    private static final double[] GRID = grid();

    /**
     * The search runs between the neighbours of the lowest of 90 points, so it always ends.
     *
     * @param y figures
     * @param v their sampling variances
     */
    public static RandomEffects of(double[] y, double[] v) {
        Dispersion.requireSameLength(y, v);
        int k = y.length;
        boolean usable = k >= 2
                && Arrays.stream(y).allMatch(Double::isFinite)
                && Arrays.stream(v).allMatch(x -> x > 0 && Double.isFinite(x));
        if (!usable) {
            return new RandomEffects(k, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        Weighted known = Weighted.at(0, y, v);
        double moment = (known.squares - (k - 1)) / (known.weight - known.weight2 / known.weight);
        double tau2 = restricted(y, v);
        Weighted fitted = Weighted.at(tau2, y, v);
        return new RandomEffects(
                k, fitted.mean, 1 / Math.sqrt(fitted.weight), tau2, Math.max(0, moment), known.squares);
    }

    /** Share of the figures' variation that is not their own error, (Q − k + 1)/Q, at least 0 (Higgins and Thompson 2002). */
    public double i2() {
        return q > 0 ? Math.max(0, (q - (k - 1)) / q) : q == 0 ? 0 : Double.NaN;
    }

    /** Interval of the mean, μ ± z·se. */
    public Interval interval(double level) {
        return Normal.interval(mean, se, level);
    }

    /** Where the true figure of a further one lies, μ ± t·√(τ² + se²) on k − 2 degrees of freedom; none for fewer than three. */
    public Interval prediction(double level) {
        return StudentT.interval(mean, Math.sqrt(tau2 + se * se), k - 2, level);
    }

    private static double restricted(double[] y, double[] v) {
        double spread = MeanT.of(y).se();
        double scale = spread * spread * y.length;
        int lowest = 0;
        for (int g = 1; g < GRID.length; g++) {
            lowest = criterion(GRID[g] * scale, y, v) < criterion(GRID[lowest] * scale, y, v) ? g : lowest;
        }
        double left = scale * GRID[Math.max(0, lowest - 1)];
        double right = scale * GRID[Math.min(GRID.length - 1, lowest + 1)];
        UnivariateFunction slope = tau2 -> Weighted.at(tau2, y, v).slope();
        if (slope.value(left) >= 0) {
            return left;
        }
        return slope.value(right) <= 0
                ? right
                : new BrentSolver(1e-14, 1e-15 * scale).solve(MAX_STEPS, slope, left, right);
    }

    /** −2 log restricted likelihood, without its constant. */
    private static double criterion(double tau2, double[] y, double[] v) {
        Weighted at = Weighted.at(tau2, y, v);
        return Arrays.stream(v).map(x -> Math.log(x + tau2)).sum() + Math.log(at.weight) + at.squares;
    }

    private static double[] grid() {
        double[] grid = new double[90];
        Arrays.setAll(grid, g -> g == 0 ? 0 : Math.pow(10, -6 + (g - 1) / 9.0));
        return grid;
    }

    /**
     * Sums at one τ², w = 1/(v + τ²).
     *
     * @param weight Σw
     * @param weight2 Σw²
     * @param squares Σw(y − μ)²
     * @param fall Σw²(y − μ)²
     */
    private record Weighted(double mean, double weight, double weight2, double squares, double fall) {
        static Weighted at(double tau2, double[] y, double[] v) {
            double weight = 0;
            double weight2 = 0;
            double total = 0;
            for (int i = 0; i < y.length; i++) {
                double w = 1 / (v[i] + tau2);
                weight += w;
                weight2 += w * w;
                total += w * y[i];
            }
            double mean = total / weight;
            double squares = 0;
            double fall = 0;
            for (int i = 0; i < y.length; i++) {
                double w = 1 / (v[i] + tau2);
                squares += w * (y[i] - mean) * (y[i] - mean);
                fall += w * w * (y[i] - mean) * (y[i] - mean);
            }
            return new Weighted(mean, weight, weight2, squares, fall);
        }

        /** Of the criterion by τ². */
        double slope() {
            return weight - weight2 / weight - fall;
        }
    }
}
