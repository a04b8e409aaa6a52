package org.manyuan.assessment;

import java.util.List;

/** The values that a value is compared with, ascending. */
record Cohort(List<Double> values) {
    Cohort {
        values = values.stream().sorted().toList();
    }

    int size() {
        return values.size();
    }

    double min() {
        return values.get(0);
    }

    double max() {
        return values.get(values.size() - 1);
    }

    double mean() {
        return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    }

    /** With n − 1. */
    double sd() {
        double mean = mean();
        double squares =
                values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        return min() == max() ? 0 : Math.sqrt(squares / (values.size() - 1));
    }

    /** (Mid-rank − ½) / count: the share below, and half of those alike. */
    double shareBelow(double x) {
        long below = values.stream().filter(value -> value < x).count();
        long alike = values.stream().filter(value -> value == x).count();
        return (below + alike / 2.0) / values.size();
    }

    double quantile(double share) {
        return quantile(values, share);
    }

    /** Type 7, of ascending values. */
    static double quantile(List<Double> ascending, double share) {
        double place = share * (ascending.size() - 1);
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, ascending.size() - 1);
        return ascending.get(low) + (place - low) * (ascending.get(high) - ascending.get(low));
    }
}
