package org.manyuan.statistics;

/**
 * The mean of k values, each counted once, with its t interval on k − 1 degrees of freedom. Of paired differences it is the paired t
 * test.
 *
 * @param se sd (k − 1) / √k; 0 where the values differ by rounding only, NaN for fewer than two
 */
public record MeanT(int k, double mean, double se) {
    /** NaN mean for no value. */
    public static MeanT of(double[] values) {
        double mean = Dispersion.mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int k = values.length;
        double se = k < 2 ? Double.NaN : Math.sqrt(squares / (k - 1) / k);
        return new MeanT(k, mean, Rounding.snap(se, Rounding.largest(values)));
    }

    /** Interval at the given level, e.g. 0.95; none where the values do not differ, which tells nothing of chance. */
    public Interval interval(double level) {
        return se > 0 ? StudentT.interval(mean, se, k - 1, level) : Interval.NONE;
    }

    /** Two-sided p of mean = 0; NaN where the standard error is zero or unknown. */
    public double p() {
        return se > 0 ? StudentT.twoSidedP(mean / se, k - 1) : Double.NaN;
    }
}
