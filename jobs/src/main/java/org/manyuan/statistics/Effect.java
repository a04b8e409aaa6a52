package org.manyuan.statistics;

/**
 * An estimate with its influence function: one number for each unit of a panel, how far the estimate leans on it.
 *
 * @param value NaN where there is none
 * @param influence mean 0 over the units; its mean square over n is the variance of the estimate. Empty where there is no value
 * @param clusters the fewest clusters on one side of any comparison the estimate rests on: with one, the chance between clusters of
 *     that side cannot be seen
 */
public record Effect(double value, double[] influence, int clusters) {
    /** No value can be given. */
    static final Effect NONE = new Effect(Double.NaN, new double[0], 0);

    /** Whether there is a value. */
    public boolean exists() {
        return !Double.isNaN(value);
    }
}
