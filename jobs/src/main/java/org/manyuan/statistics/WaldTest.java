package org.manyuan.statistics;

/**
 * A test of several effects being 0 together.
 *
 * @param statistic about chi-square; NaN where no test can be given
 * @param df effects tested
 * @param p NaN where no test can be given
 */
public record WaldTest(double statistic, int df, double p) {
    static WaldTest none(int df) {
        return new WaldTest(Double.NaN, df, Double.NaN);
    }
}
