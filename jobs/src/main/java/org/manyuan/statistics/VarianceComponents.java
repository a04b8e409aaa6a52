package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Variance between and within units from one row a unit: pupils, means, and the squares within all units together. METRICS B3.
 */
public final class VarianceComponents {
    /** λ = 0, then nine points a decade from 1e-6 to 1e6: fine enough to find the lowest valley before polishing. */
    private static final double[] GRID = grid();

    private static final double CHI_SQUARE_95 = Normal.Z95 * Normal.Z95;
    private static final int MAX_STEPS = 500;
    private static final double LARGEST_LAMBDA = 1e12;

    private VarianceComponents() {}

    /**
     * The analysis of variance.
     *
     * @param n pupils per unit, each at least 1
     * @param ssw ΣM2 over the units
     */
    public static OneWayAnova anova(long[] n, double[] mean, double ssw) {
        long pupils = 0;
        double total = 0;
        double squares = 0;
        for (int j = 0; j < n.length; j++) {
            pupils += n[j];
            total += n[j] * mean[j];
            squares += (double) n[j] * n[j];
        }
        double grand = total / pupils;
        double ssb = 0;
        for (int j = 0; j < n.length; j++) {
            ssb += n[j] * (mean[j] - grand) * (mean[j] - grand);
        }
        double n0 = n.length < 2 ? Double.NaN : (pupils - squares / pupils) / (n.length - 1);
        return new OneWayAnova(n.length, pupils, ssb, ssw, n0);
    }

    /** Restricted maximum likelihood; all NaN for fewer than two units, or where no pupil differs within a unit. */
    public static MixedModel reml(long[] n, double[] mean, double ssw) {
        return fit(UnitProfile.of(n, mean, ssw, true));
    }

    /**
     * The same given covariates. All NaN also where covariates explain the outcome within units wholly, or one another.
     *
     * @param units the covariates and, last, the outcome; a unit without pupils is left out
     */
    public static MixedModel reml(List<CrossMoments> units) {
        return fit(UnitProfile.of(units, true));
    }

    /** Maximum likelihood: biased low for the variance between units, comparable between models of the mean. */
    public static MixedModel ml(long[] n, double[] mean, double ssw) {
        return fit(UnitProfile.of(n, mean, ssw, false));
    }

    /** Maximum likelihood given covariates. */
    public static MixedModel ml(List<CrossMoments> units) {
        return fit(UnitProfile.of(units, false));
    }

    private static MixedModel fit(UnitProfile profile) {
        if (!profile.canBeFitted()) {
            double no = Double.NaN;
            double[] none = new double[profile.within().length];
            Arrays.fill(none, no);
            double[][] unknown = new double[none.length][];
            Arrays.setAll(unknown, a -> none.clone());
            return new MixedModel(no, no, no, none, unknown, no, Interval.NONE);
        }
        double lambda = best(profile);
        UnitProfile.Point point = profile.at(lambda);
        return new MixedModel(
                lambda,
                lambda * point.sigma2(),
                point.sigma2(),
                point.coefficients(),
                point.covariance(),
                point.criterion(),
                interval(profile, lambda, point.criterion()));
    }

    /** The λ with the lowest criterion: the lowest grid point, then the root of the slope between its neighbours. */
    private static double best(UnitProfile profile) {
        int lowest = 0;
        for (int g = 1; g < GRID.length; g++) {
            lowest = profile.at(GRID[g]).criterion() < profile.at(GRID[lowest]).criterion() ? g : lowest;
        }
        double left = GRID[Math.max(0, lowest - 1)];
        double right = GRID[Math.min(GRID.length - 1, lowest + 1)];
        UnivariateFunction slope = x -> profile.at(x).slope();
        if (slope.value(left) >= 0) {
            return left;
        }
        return slope.value(right) <= 0 ? right : solve(slope, left, right);
    }

    private static Interval interval(UnitProfile profile, double lambda, double lowest) {
        UnivariateFunction above = x -> profile.at(x).criterion() - lowest - CHI_SQUARE_95;
        double lo = above.value(0) <= 0 ? 0 : solve(above, 0, lambda);
        double far = Math.max(1, 2 * lambda);
        while (above.value(far) < 0 && far < LARGEST_LAMBDA) {
            far *= 4;
        }
        double hi = above.value(far) >= 0 ? solve(above, lambda, far) : Double.POSITIVE_INFINITY;
        return new Interval(lo / (1 + lo), Double.isInfinite(hi) ? 1 : hi / (1 + hi));
    }

    private static double solve(UnivariateFunction function, double from, double to) {
        return new BrentSolver(1e-13, 1e-15).solve(MAX_STEPS, function, from, to);
    }

    private static double[] grid() {
        double[] grid = new double[110];
        Arrays.setAll(grid, g -> g == 0 ? 0 : Math.pow(10, -6 + (g - 1) / 9.0));
        return grid;
    }
}
