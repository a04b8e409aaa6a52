package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear quantile regressions of one outcome at several τ, exact: the line goes through as many points as it has coefficients, and the
 * search walks from such a line to the next along the edge that falls, past as many points as the loss goes on falling (the exterior
 * simplex of Barrodale and Roberts 1974). Each τ starts where the one before it ended. METRICS B6.
 */
public final class QuantileRegression {
    private QuantileRegression() {}

    /**
     * One fit for each τ, in the order given. Where several lines have the same loss, which one is given depends on the rows and on the
     * τ before it, not on the order of the rows.
     *
     * @param x one row a pupil, with a column of ones where a constant is wanted
     * @param taus each between 0 and 1; ascending ones are quickest
     * @throws IllegalArgumentException for a τ outside 0..1, or rows that are not finite
     */
    public static List<QuantileFit> fit(double[][] x, double[] y, double... taus) {
        requireUsable(x, y, taus);
        DistinctRows rows = DistinctRows.of(x, y);
        int[] kept = rows.independentColumns();
        DistinctRows narrow = rows.columns(kept);
        QuantileVertex vertex = null;
        List<QuantileFit> fits = new ArrayList<>();
        for (double tau : taus) {
            double[] all = new double[rows.size() == 0 ? 0 : x[0].length];
            if (kept.length > 0) {
                vertex = vertex == null ? new QuantileVertex(narrow, StartingPoints.at(narrow, tau)) : vertex;
                double[] coefficients = vertex.descend(tau);
                for (int k = 0; k < kept.length; k++) {
                    all[kept[k]] = coefficients[k];
                }
            }
            fits.add(new QuantileFit(tau, all, loss(rows, tau, all)));
        }
        return List.copyOf(fits);
    }

    private static double loss(DistinctRows rows, double tau, double[] coefficients) {
        double loss = 0;
        for (int i = 0; i < rows.size(); i++) {
            double rest = rows.y()[i] - Inverse.dot(coefficients, rows.x()[i]);
            loss += rows.count()[i] * rest * (rest < 0 ? tau - 1 : tau);
        }
        return loss;
    }

    private static void requireUsable(double[][] x, double[] y, double[] taus) {
        if (!Arrays.stream(taus).allMatch(tau -> tau > 0 && tau < 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1: give its share, not its percentage");
        }
        boolean finite = Arrays.stream(y).allMatch(Double::isFinite)
                && Arrays.stream(x).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (x.length != y.length || !finite) {
            throw new IllegalArgumentException(
                    "rows without a finite outcome and finite columns cannot be fitted: leave them out");
        }
    }
}
