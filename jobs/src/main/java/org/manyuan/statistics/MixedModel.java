package org.manyuan.statistics;

/**
 * The random-intercept model y = μ + u_j + e fitted to unit means and the pooled squares within units. METRICS B3, GAP-12.
 *
 * @param lambda τ²/σ²
 * @param tau2 variance between units
 * @param sigma2 variance of pupils within units
 * @param mu mean of the unit effects
 * @param muStandardError √(σ²/Σw)
 * @param criterion −2 log likelihood (restricted or full)
 * @param iccInterval 95 %, by the profile: all shares whose criterion is within 3.841459 of the best
 */
public record MixedModel(
        double lambda,
        double tau2,
        double sigma2,
        double mu,
        double muStandardError,
        double criterion,
        Interval iccInterval) {
    /** Share of the variance that lies between units, λ/(1+λ). */
    public double icc() {
        return lambda / (1 + lambda);
    }
}
