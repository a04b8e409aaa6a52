package org.manyuan.statistics;

/**
 * Change of the size of a gap between two independent cohorts, |Δ_now| − |Δ_base|; below zero is narrower. METRICS B4.
 *
 * @param se √(se_base² + se_now²); NaN where one is unknown
 */
public record Narrowing(double base, double now, double se, Fieller rate) {
    /** From the two signed gaps and their standard errors. */
    public static Narrowing of(double base, double baseSe, double now, double nowSe) {
        double se = Math.sqrt(baseSe * baseSe + nowSe * nowSe);
        return new Narrowing(
                Math.abs(base), Math.abs(now), se, Fieller.of(Math.abs(base), baseSe, Math.abs(now), nowSe));
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
