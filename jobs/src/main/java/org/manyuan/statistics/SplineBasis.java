package org.manyuan.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * Cubic B-splines of one variable, with inner knots at its 20, 40, 60 and 80 % points (type 7; equal ones once) and the outer ones a
 * tenth of the range beyond it. The functions add to 1 between the outer knots. METRICS B6.
 */
public final class SplineBasis {
    private static final int DEGREE = 3;
    private static final double[] INNER = {20, 40, 60, 80};
    private static final double BEYOND = .1;

    private final double[] knots;

    private SplineBasis(double[] knots) {
        this.knots = knots;
    }

    /**
     * The basis for these values, in any order.
     *
     * @throws IllegalArgumentException for no value, or one that is not finite
     */
    public static SplineBasis of(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        if (sorted.length == 0 || !Arrays.stream(sorted).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a spline needs finite values: leave out pupils without a prior result");
        }
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        if (lowest == highest) {
            return new SplineBasis(new double[0]);
        }
        Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
        percentile.setData(sorted);
        double[] inner =
                Arrays.stream(INNER).map(percentile::evaluate).distinct().toArray();
        double beyond = BEYOND * (highest - lowest);
        DoubleStream outerLow = DoubleStream.generate(() -> lowest - beyond).limit(DEGREE + 1);
        DoubleStream outerHigh = DoubleStream.generate(() -> highest + beyond).limit(DEGREE + 1);
        return new SplineBasis(DoubleStream.concat(DoubleStream.concat(outerLow, Arrays.stream(inner)), outerHigh)
                .toArray());
    }

    /** Functions: 8, fewer where inner knots coincide, 1 where the values were all one. */
    public int size() {
        return knots.length == 0 ? 1 : knots.length - DEGREE - 1;
    }

    /** Their values at x; beyond the outer knots those at the knot. */
    public double[] at(double x) {
        double[] values = new double[size()];
        if (knots.length == 0) {
            values[0] = 1;
            return values;
        }
        int span = DEGREE;
        double inside = Math.max(knots[0], Math.min(knots[knots.length - 1], x));
        while (span < size() - 1 && inside >= knots[span + 1]) {
            span++;
        }
        double[] basis = new double[DEGREE + 1];
        basis[0] = 1;
        for (int degree = 1; degree <= DEGREE; degree++) {
            double carried = 0;
            for (int k = 0; k < degree; k++) {
                double right = knots[span + k + 1];
                double left = knots[span + k + 1 - degree];
                double share = basis[k] / (right - left);
                basis[k] = carried + (right - inside) * share;
                carried = (inside - left) * share;
            }
            basis[degree] = carried;
        }
        System.arraycopy(basis, 0, values, span - DEGREE, DEGREE + 1);
        return values;
    }
}
