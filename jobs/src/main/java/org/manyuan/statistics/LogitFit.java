package org.manyuan.statistics;

import java.util.Optional;

/**
 * Logistic regression by maximum likelihood (Newton's method, steps halved where the likelihood would fall).
 *
 * @param probability of every row, at most {@link #CAP}
 * @param inverseInformation (Σ p(1−p)xx')⁻¹
 */
record LogitFit(double[] probability, double[][] inverseInformation) {
    /** Probabilities are cut here, so that the odds stay finite. METRICS B7. */
    static final double CAP = 1 - 1e-6;

    private static final int MAX_STEPS = 100;
    private static final int MAX_HALVINGS = 30;
    private static final double CONVERGED = 1e-12;

    /** Empty where columns are collinear, or a row of the one kind is told from all of the other: then no maximum exists. */
    static Optional<LogitFit> of(boolean[] yes, double[][] x) {
        double[] coefficients = new double[x[0].length];
        for (int step = 0; step < MAX_STEPS; step++) {
            Optional<double[][]> inverse = Inverse.of(information(x, coefficients));
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            double[] newton = Inverse.times(inverse.get(), score(yes, x, coefficients));
            double size = 0;
            for (int attempt = 0; attempt < MAX_HALVINGS; attempt++) {
                double[] next = moved(coefficients, newton, Math.pow(.5, attempt));
                if (logLikelihood(yes, x, next) >= logLikelihood(yes, x, coefficients)) {
                    size = Rounding.largest(moved(next, coefficients, -1));
                    coefficients = next;
                    break;
                }
            }
            if (size <= CONVERGED) {
                return fitted(yes, x, coefficients);
            }
        }
        return Optional.empty();
    }

    private static Optional<LogitFit> fitted(boolean[] yes, double[][] x, double[] coefficients) {
        double[] probability = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            probability[i] = Math.min(CAP, probability(x[i], coefficients));
            if (yes[i] && probability[i] >= CAP) {
                return Optional.empty();
            }
        }
        return Inverse.of(information(x, coefficients)).map(inverse -> new LogitFit(probability, inverse));
    }

    private static double probability(double[] row, double[] coefficients) {
        return 1 / (1 + Math.exp(-Inverse.dot(row, coefficients)));
    }

    private static double logLikelihood(boolean[] yes, double[][] x, double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double odds = (yes[i] ? -1 : 1) * Inverse.dot(x[i], coefficients);
            sum -= Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
        }
        return sum;
    }

    private static double[] score(boolean[] yes, double[][] x, double[] coefficients) {
        double[] score = new double[coefficients.length];
        for (int i = 0; i < x.length; i++) {
            double rest = (yes[i] ? 1 : 0) - probability(x[i], coefficients);
            for (int k = 0; k < score.length; k++) {
                score[k] += rest * x[i][k];
            }
        }
        return score;
    }

    private static double[][] information(double[][] x, double[] coefficients) {
        double[] weight = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double p = probability(x[i], coefficients);
            weight[i] = p * (1 - p);
        }
        return Inverse.crossProducts(x, weight);
    }

    private static double[] moved(double[] from, double[] by, double share) {
        double[] to = from.clone();
        for (int k = 0; k < to.length; k++) {
            to[k] += share * by[k];
        }
        return to;
    }
}
