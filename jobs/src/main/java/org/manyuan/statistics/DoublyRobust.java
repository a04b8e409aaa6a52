package org.manyuan.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The two-by-two comparison given covariates: right if either the chance of treatment (logit) or the change of the controls (least
 * squares) is linear in them (Sant'Anna and Zhao 2020). METRICS B7, whose letters are used.
 */
final class DoublyRobust {
    private final double[][] x;
    private final double[] w1;
    private final double[] w0;
    private final double[] r;
    private final double[][] inverseControls;
    private final LogitFit logit;

    private DoublyRobust(
            double[][] x, double[] w1, double[] w0, double[] r, double[][] inverseControls, LogitFit logit) {
        this.x = x;
        this.w1 = w1;
        this.w0 = w0;
        this.r = r;
        this.inverseControls = inverseControls;
        this.logit = logit;
    }

    static TwoByTwo of(boolean[] treated, double[] change, double[][] covariates) {
        double[][] x = withConstant(covariates);
        double[] control = new double[treated.length];
        Arrays.setAll(control, i -> treated[i] ? 0 : 1);
        Optional<double[][]> inverse = Inverse.of(Inverse.crossProducts(x, control));
        Optional<LogitFit> logit = inverse.isEmpty() ? Optional.empty() : LogitFit.of(treated, x);
        if (logit.isEmpty()) {
            return TwoByTwo.NO_OVERLAP;
        }
        double[] slopes = Inverse.times(inverse.get(), weightedSum(x, product(control, change)));
        double[] r = new double[change.length];
        double[] w1 = new double[change.length];
        double[] w0 = new double[change.length];
        for (int i = 0; i < change.length; i++) {
            double p = logit.get().probability()[i];
            r[i] = change[i] - Inverse.dot(x[i], slopes);
            w1[i] = 1 - control[i];
            w0[i] = control[i] * p / (1 - p);
        }
        return new DoublyRobust(x, w1, w0, r, inverse.get(), logit.get()).estimate();
    }

    private TwoByTwo estimate() {
        double all1 = sum(w1);
        double all0 = sum(w0);
        double eta1 = Inverse.dot(w1, r) / all1;
        double eta0 = Inverse.dot(w0, r) / all0;
        double[] m1 = weightedSum(x, w1);
        double[] m3 = weightedSum(x, w0);
        double[] spread = new double[r.length];
        Arrays.setAll(spread, i -> w0[i] * (r[i] - eta0));
        double[] m2 = weightedSum(x, spread);
        // the sums stand for the means of METRICS: the share n of each cancels
        double[] byOutcome = Inverse.times(inverseControls, difference(m3, all0, m1, all1));
        double[] byTreatment = Inverse.times(logit.inverseInformation(), m2);
        double[] influence = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            double outcome = (1 - w1[i]) * r[i] * Inverse.dot(x[i], byOutcome);
            double treatment = (w1[i] - logit.probability()[i]) * Inverse.dot(x[i], byTreatment) / all0;
            double own = w1[i] * (r[i] - eta1) / all1 - w0[i] * (r[i] - eta0) / all0;
            influence[i] = r.length * (own + outcome - treatment);
        }
        return new TwoByTwo(eta1 - eta0, influence, true);
    }

    /** A constant and the covariates about their mean, in units of their spread: another basis of the same fit, and a safer one. */
    private static double[][] withConstant(double[][] covariates) {
        int n = covariates.length;
        int width = covariates[0].length;
        double[][] x = new double[n][width + 1];
        for (double[] row : x) {
            row[0] = 1;
        }
        for (int k = 0; k < width; k++) {
            int column = k;
            double[] values =
                    Arrays.stream(covariates).mapToDouble(row -> row[column]).toArray();
            double mean = Dispersion.mean(values);
            double sd = MeanT.of(values).se() * Math.sqrt(n);
            for (int i = 0; i < n; i++) {
                x[i][k + 1] = sd > 0 ? (values[i] - mean) / sd : 0;
            }
        }
        return x;
    }

    private static double[] weightedSum(double[][] x, double[] weight) {
        double[] sum = new double[x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += weight[i] * x[i][k];
            }
        }
        return sum;
    }

    private static double[] difference(double[] sum, double weight, double[] otherSum, double otherWeight) {
        double[] difference = new double[sum.length];
        Arrays.setAll(difference, k -> sum[k] / weight - otherSum[k] / otherWeight);
        return difference;
    }

    private static double[] product(double[] a, double[] b) {
        double[] product = new double[a.length];
        Arrays.setAll(product, i -> a[i] * b[i]);
        return product;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
