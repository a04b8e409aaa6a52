package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The (restricted) likelihood of the random-intercept model as a function of λ = τ²/σ² alone: coefficients and σ² are profiled out, so a
 * fit is a search along one line. Every sum over pupils is the part within units plus Σ w_j z_j z_j', w_j = n_j/(1 + λn_j) and z_j the
 * unit's means: that is A_j − λ/(1 + λn_j)·a_j a_j' of METRICS B3 without its cancelling.
 *
 * @param mean one row a unit: its covariates, then its outcome
 * @param within centred cross products of all units together
 */
record UnitProfile(long[] n, double[][] mean, double[][] within, boolean restricted) {
    private static final double NOTHING_LEFT = 1e-12;

    static UnitProfile of(long[] n, double[] mean, double ssw, boolean restricted) {
        double[][] rows = Arrays.stream(mean).mapToObj(y -> new double[] {y}).toArray(double[][]::new);
        return new UnitProfile(n, rows, new double[][] {{ssw}}, restricted);
    }

    static UnitProfile of(List<CrossMoments> units, boolean restricted) {
        List<CrossMoments> used = units.stream().filter(unit -> unit.n() > 0).toList();
        int columns = units.isEmpty() ? 1 : units.get(0).mean().length;
        double[][] within = new double[columns][columns];
        for (CrossMoments unit : used) {
            for (int a = 0; a < columns; a++) {
                for (int b = 0; b < columns; b++) {
                    within[a][b] += unit.m2()[a][b];
                }
            }
        }
        return new UnitProfile(
                used.stream().mapToLong(CrossMoments::n).toArray(),
                used.stream().map(CrossMoments::mean).toArray(double[][]::new),
                within,
                restricted);
    }

    /**
     * One point of the line.
     *
     * @param coefficients β₀, then one for each covariate
     * @param covariance of the coefficients
     * @param criterion −2 log likelihood
     * @param slope its derivative by λ
     */
    record Point(double[] coefficients, double[][] covariance, double sigma2, double criterion, double slope) {}

    /** Two units or more, an outcome that differs within units whatever covariates say, and no covariate that others make up. */
    boolean canBeFitted() {
        return n.length >= 2 && pupils() > within.length && variesWithin() && covariatesDiffer();
    }

    Point at(double lambda) {
        UnitSums sums = UnitSums.at(n, mean, within, lambda);
        double[] slopes = sums.slopes();
        double q = sums.products()[slopes.length][slopes.length];
        for (int a = 0; a < slopes.length; a++) {
            q -= slopes[a] * sums.products()[slopes.length][a];
        }
        double logs = 0;
        double fall = 0;
        double leverage = 0;
        for (int j = 0; j < n.length; j++) {
            double w = sums.weight()[j];
            double[] x = sums.covariatesAway(mean[j]);
            double rest = sums.outcomeAway(mean[j]) - Inverse.dot(slopes, x);
            logs += Math.log1p(lambda * n[j]);
            fall += w * w * rest * rest;
            leverage += w * w * (1 / sums.all() + sums.quadratic(x));
        }
        long df = restricted ? pupils() - within.length : pupils();
        double sigma2 = q / df;
        double criterion = df * (1 + Math.log(2 * Math.PI * sigma2))
                + logs
                + (restricted ? Math.log(sums.all()) + sums.logDeterminant() : 0);
        double slope = sums.all() - df * fall / q - (restricted ? leverage : 0);
        return point(sums, slopes, sigma2, criterion, slope);
    }

    private static Point point(UnitSums sums, double[] slopes, double sigma2, double criterion, double slope) {
        int p = slopes.length;
        double[] coefficients = new double[p + 1];
        double[][] covariance = new double[p + 1][p + 1];
        double[] centre = Arrays.copyOf(sums.centre(), p);
        double[] turned = Inverse.times(sums.inverse(), centre);
        coefficients[0] = sums.centre()[p] - Inverse.dot(slopes, centre);
        covariance[0][0] = sigma2 * (1 / sums.all() + Inverse.dot(centre, turned));
        for (int a = 0; a < p; a++) {
            coefficients[a + 1] = slopes[a];
            covariance[a + 1][0] = -sigma2 * turned[a];
            covariance[0][a + 1] = covariance[a + 1][0];
            for (int b = 0; b < p; b++) {
                covariance[a + 1][b + 1] = sigma2 * sums.inverse()[a][b];
            }
        }
        return new Point(coefficients, covariance, sigma2, criterion, slope);
    }

    private long pupils() {
        return Arrays.stream(n).sum();
    }

    private boolean covariatesDiffer() {
        int p = within.length - 1;
        double[][] products = UnitSums.at(n, mean, within, 0).products();
        double[][] covariates = new double[p][];
        Arrays.setAll(covariates, a -> Arrays.copyOf(products[a], p));
        return p == 0 || Inverse.of(covariates).isPresent();
    }

    /** Whether anything of the outcome is left within units after what the covariates explain there (Gauss's elimination). */
    private boolean variesWithin() {
        int p = within.length - 1;
        double[][] rest = Arrays.stream(within).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < p; k++) {
            for (int a = k + 1; a <= p && rest[k][k] > NOTHING_LEFT * within[k][k]; a++) {
                double share = rest[a][k] / rest[k][k];
                for (int b = 0; b <= p; b++) {
                    rest[a][b] -= share * rest[k][b];
                }
            }
        }
        return rest[p][p] > NOTHING_LEFT * within[p][p];
    }
}
