package org.manyuan.statistics;

/**
 * Change of the size of a gap between two cohorts, |Δ_now| − |Δ_base|; below zero is narrower. METRICS B4.
 *
 * @param se √(se_base² + se_now² − 2·covariance of the sizes); NaN where one is unknown, 0 where nothing but rounding is left
 */
public record Narrowing(double base, double now, double se, Fieller rate) {
    /**
     * From the two signed gaps and their standard errors.
     *
     * @param covariance of the two signed gaps, from pupils who are in both; 0 for independent cohorts. Of the sizes it has the other
     *     sign where the gaps have opposite ones
     */
    public static Narrowing of(double base, double baseSe, double now, double nowSe, double covariance) {
        double ofSizes = covariance == 0 ? 0 : covariance * Math.signum(base) * Math.signum(now);
        return new Narrowing(
                Math.abs(base),
                Math.abs(now),
                standardError(baseSe * baseSe, nowSe * nowSe, ofSizes),
                Fieller.of(Math.abs(base), baseSe, Math.abs(now), nowSe, ofSizes));
    }

    /** Of the difference of two estimates, from their variances and covariance. */
    public static double standardError(double base, double now, double covariance) {
        double variance = Rounding.snap(base + now - 2 * covariance, base + now);
        return variance < 0 ? 0 : Math.sqrt(variance);
    }

    /** |Δ_now| − |Δ_base|; 0 where they differ by rounding only. */
    public double change() {
        return Rounding.snap(now - base, Rounding.largest(now, base));
    }

    /** change/se; NaN where there is no se. */
    public double z() {
        return se > 0 ? change() / se : Double.NaN;
    }

    /** Two-sided p of no change. */
    public double p() {
        return Normal.twoSidedP(z());
    }

    /** Normal interval of the change. */
    public Interval interval(double level) {
        return Normal.interval(change(), se, level);
    }
}
