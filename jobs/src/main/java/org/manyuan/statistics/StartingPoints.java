package org.manyuan.statistics;

import java.util.Arrays;

/** The points through which a quantile regression's first line goes. */
final class StartingPoints {
    /** What a row must have of its own, beside its length: at first a tenth, so that the line is well held; down to rounding. */
    private static final double LEAST = 1e-14;

    private StartingPoints() {}

    /** As many rows as there are columns, near the least squares line moved so that about the share τ lies below it. */
    static int[] at(DistinctRows rows, double tau) {
        double[] plain = leastSquares(rows);
        double[] away = new double[rows.size()];
        Arrays.setAll(away, i -> rows.y()[i] - Inverse.dot(plain, rows.x()[i]));
        double level = SimultaneousBand.orderStatistic(away, tau);
        Integer[] order = new Integer[rows.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(Math.abs(away[a] - level), Math.abs(away[b] - level)));
        return independent(rows, order);
    }

    private static double[] leastSquares(DistinctRows rows) {
        double[] sums = new double[rows.x()[0].length];
        for (int i = 0; i < rows.size(); i++) {
            for (int a = 0; a < sums.length; a++) {
                sums[a] += rows.count()[i] * rows.y()[i] * rows.x()[i][a];
            }
        }
        return Inverse.of(Inverse.crossProducts(rows.x(), rows.count()))
                .map(inverse -> Inverse.times(inverse, sums))
                .orElse(new double[sums.length]);
    }

    /** The first rows in that order of which none is nearly made up by those before it. */
    private static int[] independent(DistinctRows rows, Integer[] order) {
        int width = rows.x()[0].length;
        for (double least = .1; least > LEAST; least /= 10) {
            int[] chosen = new int[width];
            double[][] axes = new double[width][];
            int number = 0;
            for (int at = 0; at < order.length && number < width; at++) {
                double[] left = rows.x()[order[at]].clone();
                double size = Inverse.dot(left, left);
                for (int k = 0; k < number; k++) {
                    double share = Inverse.dot(axes[k], left);
                    for (int a = 0; a < width; a++) {
                        left[a] -= share * axes[k][a];
                    }
                }
                double length = Math.sqrt(Inverse.dot(left, left));
                if (length > least * Math.sqrt(size)) {
                    chosen[number] = order[at];
                    axes[number++] = Arrays.stream(left).map(v -> v / length).toArray();
                }
            }
            if (number == width) {
                return chosen;
            }
        }
        throw new IllegalStateException("columns that were told apart have too few different rows");
    }
}
