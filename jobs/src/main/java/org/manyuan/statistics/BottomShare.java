package org.manyuan.statistics;

/**
 * Which share of a unit's pupils lies at or below a quantile of everyone who sat the paper; all who tie with it are in. METRICS B6,
 * EXM-08.
 *
 * @param cut the quantile (type 7), in score steps; NaN where nobody sat
 * @param reached the unit's pupils at or below it
 * @param n the unit's pupils
 */
public record BottomShare(double cut, long reached, long n) {
    /**
     * From the pupils per score.
     *
     * @param p e.g. 0.3 for the lowest 30 of a hundred
     */
    public static BottomShare of(Histogram unit, Histogram everyone, double p) {
        double cut = everyone.quantile(p);
        return new BottomShare(cut, Double.isNaN(cut) ? 0 : unit.atMost(cut), unit.n());
    }

    /** 0 to 1; NaN where the unit has nobody, or nobody sat. */
    public double share() {
        return Double.isNaN(cut) ? Double.NaN : (double) reached / n;
    }

    /** Wilson's, 95 %; none where there is no share. */
    public Interval interval() {
        return Double.isNaN(share()) ? Interval.NONE : Proportion.wilson(reached, n);
    }
}
