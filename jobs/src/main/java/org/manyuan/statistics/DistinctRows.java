package org.manyuan.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The rows of a regression in one order, equal ones counted together: the same rows give the same arrays in whatever order they come,
 * and a paper marked in whole points has far fewer of them than pupils.
 *
 * @param x one row of explaining values each
 * @param y outcome
 * @param count how often the row stands
 */
record DistinctRows(double[][] x, double[] y, double[] count) {
    static DistinctRows of(double[][] x, double[] y) {
        Integer[] order = new Integer[y.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.comparing((Integer i) -> x[i], Arrays::compare).thenComparing(i -> y[i]));
        double[][] rows = new double[y.length][];
        double[] outcome = new double[y.length];
        double[] count = new double[y.length];
        int last = -1;
        for (int i : order) {
            if (last < 0 || outcome[last] != y[i] || !Arrays.equals(rows[last], x[i])) {
                last++;
                rows[last] = x[i];
                outcome[last] = y[i];
            }
            count[last]++;
        }
        return new DistinctRows(
                Arrays.copyOf(rows, last + 1), Arrays.copyOf(outcome, last + 1), Arrays.copyOf(count, last + 1));
    }

    int size() {
        return y.length;
    }

    /** Largest less smallest outcome. */
    double range() {
        return Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
    }

    /** The same rows with only these columns. */
    DistinctRows columns(int[] kept) {
        double[][] narrow = new double[x.length][];
        Arrays.setAll(narrow, i -> Arrays.stream(kept).mapToDouble(k -> x[i][k]).toArray());
        return new DistinctRows(narrow, y, count);
    }

    /** The columns that those before them do not make up, by Gram and Schmidt. */
    int[] independentColumns() {
        int width = x.length == 0 ? 0 : x[0].length;
        double[][] products = x.length == 0 ? new double[0][0] : Inverse.crossProducts(x, count);
        double[][] rest = Arrays.stream(products).map(double[]::clone).toArray(double[][]::new);
        int[] kept = new int[width];
        int number = 0;
        for (int k = 0; k < width; k++) {
            if (rest[k][k] > 1e-10 * products[k][k]) {
                kept[number++] = k;
                for (int a = k + 1; a < width; a++) {
                    double share = rest[a][k] / rest[k][k];
                    for (int b = k; b < width; b++) {
                        rest[a][b] -= share * rest[k][b];
                    }
                }
            }
        }
        return Arrays.copyOf(kept, number);
    }
}
