package org.manyuan.statistics;

/**
 * A linear quantile regression (Koenker and Bassett 1978).
 *
 * @param tau the share below the line, between 0 and 1
 * @param coefficients one for each column; 0 for a column that those before it make up
 * @param checkLoss Σ ρ(y − x'β), ρ(r) = r·(τ − 1{r &lt; 0}): the least there is
 */
public record QuantileFit(double tau, double[] coefficients, double checkLoss) {
    /** The line at x. */
    public double at(double[] x) {
        return Inverse.dot(coefficients, x);
    }
}
