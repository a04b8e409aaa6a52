package org.manyuan.statistics;

/**
 * A test of several effects being 0 together.
 *
 * @param statistic Wald's a'V⁻¹a, chi-square in large samples; NaN where no test can be given
 * @param df effects tested
 * @param p by chi-square; far too small where cohorts are small
 * @param smallSampleP by Hotelling's T² with variances within cohorts over m − 1: the one to judge by; NaN where a cohort was
 *     drawn no oftener than it has effects
 */
public record WaldTest(double statistic, int df, double p, double smallSampleP) {
    static WaldTest none(int df) {
        return new WaldTest(Double.NaN, df, Double.NaN, Double.NaN);
    }
}
