package org.manyuan.statistics;

/**
 * Coefficients of variation of unit values. One unit gives 0 (weighted, ddof 0) or NaN (ddof 1); no unit gives NaN. A mean or spread
 * that is only rounding beside the largest value is 0.
 */
public final class Dispersion {
    private Dispersion() {}

    /** Σwx/Σw, the ratio of totals; NaN where the weights sum to zero. */
    public static double mean(double[] x, double[] w) {
        requireSameLength(x, w);
        double total = 0;
        double weight = 0;
        for (int j = 0; j < x.length; j++) {
            total += w[j] * x[j];
            weight += w[j];
        }
        return weight > 0 ? Rounding.snap(total / weight, Rounding.largest(x)) : Double.NaN;
    }

    /** Σx/k. */
    public static double mean(double[] x) {
        double total = 0;
        for (double value : x) {
            total += value;
        }
        return x.length == 0 ? Double.NaN : Rounding.snap(total / x.length, Rounding.largest(x));
    }

    /** √(Σw(x − mean)²/Σw), the spread that 差异系数 divides by the mean. */
    public static double sd(double[] x, double[] w) {
        double mean = mean(x, w);
        double squares = 0;
        double weight = 0;
        for (int j = 0; j < x.length; j++) {
            squares += w[j] * (x[j] - mean) * (x[j] - mean);
            weight += w[j];
        }
        return Rounding.snap(Math.sqrt(squares / weight), Rounding.largest(x));
    }

    /** 差异系数: weighted sd over weighted mean (METRICS A1.2); NaN where the mean is not positive. */
    public static double cv(double[] x, double[] w) {
        double mean = mean(x, w);
        return mean > 0 ? sd(x, w) / mean : Double.NaN;
    }

    /** Every unit counted once. @param ddof 1 divides by k − 1, 0 by k; NaN where k ≤ ddof or the mean is not positive */
    public static double unweightedCv(double[] x, int ddof) {
        double mean = mean(x);
        if (x.length <= ddof || !(mean > 0)) {
            return Double.NaN;
        }
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        return Rounding.snap(Math.sqrt(squares / (x.length - ddof)), Rounding.largest(x)) / mean;
    }

    /** {@link #cv} without unit j, for every j, in one pass from the totals. */
    public static double[] cvLeaveOneOut(double[] x, double[] w) {
        double mean = mean(x, w);
        double weight = 0;
        double squares = 0;
        for (int j = 0; j < x.length; j++) {
            weight += w[j];
            squares += w[j] * (x[j] - mean) * (x[j] - mean);
        }
        double largest = Rounding.largest(x);
        double[] left = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double deviation = x[j] - mean;
            double rest = weight - w[j];
            double shift = -w[j] * deviation / rest;
            double around = Math.max(0, squares - w[j] * deviation * deviation - rest * shift * shift);
            double restMean = mean + shift;
            left[j] =
                    rest > 0 && restMean > 0 ? Rounding.snap(Math.sqrt(around / rest), largest) / restMean : Double.NaN;
        }
        return left;
    }

    static void requireSameLength(double[] x, double[] w) {
        if (x.length != w.length) {
            throw new IllegalArgumentException(
                    x.length + " values but " + w.length + " weights: give one weight a value");
        }
    }
}
