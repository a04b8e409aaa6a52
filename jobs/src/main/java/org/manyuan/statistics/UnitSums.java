package org.manyuan.statistics;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * The weighted sums of a {@link UnitProfile} at one λ, about the weighted means, and what solves them.
 *
 * @param weight w_j = n_j/(1 + λn_j)
 * @param all Σw
 * @param centre Σwz/Σw
 * @param products within units plus Σw(z − centre)(z − centre)'
 * @param inverse of the covariates' part of the products; NaN where it is singular
 * @param logDeterminant of that part; NaN where it is singular, 0 without covariates
 */
record UnitSums(
        double[] weight, double all, double[] centre, double[][] products, double[][] inverse, double logDeterminant) {

    static UnitSums at(long[] n, double[][] mean, double[][] within, double lambda) {
        int columns = within.length;
        double[] weight = new double[n.length];
        double[] centre = new double[columns];
        double all = 0;
        for (int j = 0; j < n.length; j++) {
            weight[j] = n[j] / (1 + lambda * n[j]);
            all += weight[j];
            for (int a = 0; a < columns; a++) {
                centre[a] += weight[j] * mean[j][a];
            }
        }
        for (int a = 0; a < columns; a++) {
            centre[a] /= all;
        }
        double[][] products = new double[columns][];
        for (int a = 0; a < columns; a++) {
            products[a] = within[a].clone();
            for (int j = 0; j < n.length; j++) {
                double away = weight[j] * (mean[j][a] - centre[a]);
                for (int b = 0; b < columns; b++) {
                    products[a][b] += away * (mean[j][b] - centre[b]);
                }
            }
        }
        return solved(weight, all, centre, products);
    }

    /** Slopes of the covariates on the outcome. */
    double[] slopes() {
        double[] withOutcome = new double[inverse.length];
        System.arraycopy(products[inverse.length], 0, withOutcome, 0, inverse.length);
        return Inverse.times(inverse, withOutcome);
    }

    /** The means of a unit's covariates less the centre. */
    double[] covariatesAway(double[] mean) {
        double[] away = new double[inverse.length];
        for (int a = 0; a < away.length; a++) {
            away[a] = mean[a] - centre[a];
        }
        return away;
    }

    /** The mean of a unit's outcome less the centre. */
    double outcomeAway(double[] mean) {
        return mean[inverse.length] - centre[inverse.length];
    }

    /** x'(products of the covariates)⁻¹x. */
    double quadratic(double[] x) {
        return Inverse.dot(x, Inverse.times(inverse, x));
    }

    private static UnitSums solved(double[] weight, double all, double[] centre, double[][] products) {
        int p = products.length - 1;
        double[][] inverse = new double[p][p];
        if (p == 0) {
            return new UnitSums(weight, all, centre, products, inverse, 0);
        }
        double[] scale = new double[p];
        for (int a = 0; a < p; a++) {
            scale[a] = Math.sqrt(products[a][a]);
        }
        RealMatrix scaled = new Array2DRowRealMatrix(p, p);
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                scaled.setEntry(a, b, a == b ? 1 : products[Math.max(a, b)][Math.min(a, b)] / scale[a] / scale[b]);
            }
        }
        double logs = Double.NaN;
        try {
            CholeskyDecomposition roots = new CholeskyDecomposition(scaled, 1e-12, Double.MIN_NORMAL);
            logs = Math.log(roots.getDeterminant());
            scaled = roots.getSolver().getInverse();
        } catch (MathRuntimeException singular) {
            scaled = scaled.scalarMultiply(Double.NaN);
        }
        for (int a = 0; a < p; a++) {
            logs += 2 * Math.log(scale[a]);
            for (int b = 0; b < p; b++) {
                inverse[a][b] = scaled.getEntry(a, b) / scale[a] / scale[b];
            }
        }
        return new UnitSums(weight, all, centre, products, inverse, logs);
    }
}
