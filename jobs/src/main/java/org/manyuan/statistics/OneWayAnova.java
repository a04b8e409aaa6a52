package org.manyuan.statistics;

/**
 * The unbalanced one-way analysis of variance of pupils in units. METRICS B3.
 *
 * @param k units
 * @param n pupils
 * @param ssb between units, Σn(ȳ − μ)²
 * @param ssw within units, ΣM2
 * @param n0 the effective unit size (N − Σn²/N)/(k − 1)
 */
public record OneWayAnova(int k, long n, double ssb, double ssw, double n0) {
    /** Mean square between units; NaN for one unit. */
    public double msb() {
        return k < 2 ? Double.NaN : ssb / (k - 1);
    }

    /** Mean square within units, the pupils' variance; NaN where no unit has two pupils. */
    public double msw() {
        return n <= k ? Double.NaN : ssw / (n - k);
    }

    /** Variance between units, (MSB − MSW)/n₀; may be negative. */
    public double tau2() {
        return (msb() - msw()) / n0;
    }

    /** Share of the variance between units, as it comes out: may be negative. NaN where nothing varies. */
    public double icc() {
        return (msb() - msw()) / (msb() + (n0 - 1) * msw());
    }

    /** Standard error of {@link #icc} (Swiger and others 1964). */
    public double iccStandardError() {
        double r = icc();
        double design = 1 + (n0 - 1) * r;
        return Math.sqrt(2.0 * (n - 1) * (1 - r) * (1 - r) * design * design / (n0 * n0 * (n - k) * (k - 1)));
    }

    /**
     * Coefficient of variation of the unit sizes (by k), from n₀: 0 for equal units, the case {@link #iccInterval} is exact for. NaN for
     * one unit.
     */
    public double sizeVariation() {
        return Math.sqrt(Math.max(0, (k - 1) * (1 - k * n0 / n)));
    }

    /** Interval of {@link #icc} (Searle 1971), exact for equal unit sizes. */
    public Interval iccInterval(double level) {
        double f = msb() / msw();
        if (!Double.isFinite(f)) {
            return Interval.NONE;
        }
        double low = f / FisherF.quantile((1 + level) / 2, k - 1, n - k);
        double high = f / FisherF.quantile((1 - level) / 2, k - 1, n - k);
        return new Interval((low - 1) / (low + n0 - 1), (high - 1) / (high + n0 - 1));
    }

    /** SSB/SST: the naive share, biased upward. */
    public double eta2() {
        return ssb / (ssb + ssw);
    }

    /** (SSB − (k−1)·MSW)/SST: the naive share without its bias. */
    public double epsilon2() {
        return (ssb - (k - 1) * msw()) / (ssb + ssw);
    }
}
