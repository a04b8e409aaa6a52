package org.manyuan.statistics;

/**
 * The random-intercept model y = β₀ + x'β + u_j + e fitted to sums over units; without covariates β₀ is the mean μ of the unit effects.
 * METRICS B3, GAP-12 and GAP-12x.
 *
 * @param lambda τ²/σ²
 * @param tau2 variance between units, given the covariates
 * @param sigma2 variance of pupils within units, given the covariates
 * @param coefficients β₀, then one for each covariate
 * @param covariance of the coefficients
 * @param criterion −2 log likelihood (restricted or full)
 * @param iccInterval 95 %, by the profile: all shares whose criterion is within 3.841459 of the best
 */
public record MixedModel(
        double lambda,
        double tau2,
        double sigma2,
        double[] coefficients,
        double[][] covariance,
        double criterion,
        Interval iccInterval) {
    /** Share of the variance that lies between units, λ/(1+λ). */
    public double icc() {
        return lambda / (1 + lambda);
    }

    /** β₀; without covariates the mean of the unit effects. */
    public double mu() {
        return coefficients[0];
    }

    /** Standard error of {@link #mu}. */
    public double muStandardError() {
        return coefficientError(0);
    }

    /** Standard error of coefficient k, β₀ first. */
    public double coefficientError(int k) {
        return Math.sqrt(covariance[k][k]);
    }
}
