package org.manyuan.statistics;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/** The inverse of a symmetric, positive definite matrix. */
final class Inverse {
    /** Smallest eigenvalue, beside the largest, of the matrix brought to a unit diagonal: below it the columns say the same. */
    private static final double SINGULAR = 1e-10;

    private Inverse() {}

    /** Empty where the matrix is singular, whatever the scale of its columns. */
    static Optional<double[][]> of(double[][] matrix) {
        int p = matrix.length;
        double[] scale = new double[p];
        for (int i = 0; i < p; i++) {
            if (!(matrix[i][i] > 0)) {
                return Optional.empty();
            }
            scale[i] = Math.sqrt(matrix[i][i]);
        }
        double[][] scaled = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                scaled[i][j] = i == j ? 1 : matrix[Math.max(i, j)][Math.min(i, j)] / scale[i] / scale[j];
            }
        }
        return inverse(scaled).map(inverse -> {
            double[][] back = inverse.getData();
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    back[i][j] /= scale[i] * scale[j];
                }
            }
            return back;
        });
    }

    private static Optional<RealMatrix> inverse(double[][] scaled) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(scaled, false));
        double[] values = eigen.getEigenvalues();
        double smallest = values[values.length - 1];
        return smallest > SINGULAR * values[0] ? Optional.of(eigen.getSolver().getInverse()) : Optional.empty();
    }

    /** Σ w xx' over the rows. */
    static double[][] crossProducts(double[][] x, double[] weight) {
        int p = x[0].length;
        double[][] sum = new double[p][p];
        for (int i = 0; i < x.length; i++) {
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    sum[a][b] += weight[i] * x[i][a] * x[i][b];
                }
            }
        }
        return sum;
    }

    /** Matrix times column. */
    static double[] times(double[][] matrix, double[] column) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], column);
        }
        return product;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
