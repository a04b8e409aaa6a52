package org.manyuan.assessment;

import java.util.Arrays;
import java.util.List;
import org.manyuan.statistics.Quantile;

/** The values that a value is compared with, in whatever order they come. */
final class Cohort {
    private final double[] ascending;
    private final double mean;
    private final double sd;

    Cohort(List<Double> values) {
        ascending = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        mean = Arrays.stream(ascending).sum() / ascending.length;
        double squares =
                Arrays.stream(ascending).map(x -> (x - mean) * (x - mean)).sum();
        boolean isOne = ascending.length == 0 || min() == max();
        sd = isOne ? 0 : Math.sqrt(squares / (ascending.length - 1));
    }

    int size() {
        return ascending.length;
    }

    double min() {
        return ascending[0];
    }

    double max() {
        return ascending[ascending.length - 1];
    }

    double mean() {
        return mean;
    }

    /** With n − 1; 0 where all are alike. */
    double sd() {
        return sd;
    }

    /** (Mid-rank − ½) / count: the share below, and half of those alike. */
    double shareBelow(double x) {
        return (below(x, false) + below(x, true)) / 2.0 / ascending.length;
    }

    double quantile(double share) {
        return Quantile.of(ascending, share);
    }

    /** How many values are below x, or alike. */
    private int below(double x, boolean orAlike) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < x || orAlike && ascending[middle] == x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
