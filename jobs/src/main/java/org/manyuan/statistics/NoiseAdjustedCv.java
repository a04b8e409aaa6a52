package org.manyuan.statistics;

import java.util.List;

/**
 * The weighted coefficient of variation of unit means without what pupils' noise alone adds to it: S² − Σ(1 − n_j/N)s_j²/N over μ²,
 * exact in expectation (METRICS B1, GAP-01n). A unit of one pupil has no variance of its own: the mean square within all units stands
 * in for it.
 *
 * @param raw the signed root √|v|·sign(v)/μ of what is left, v; negative where units differ less than chance would have it. NaN for no
 *     unit, a mean that is not positive, a unit whose spread is unknown, and where nobody's spread is known
 * @param stoodIn units of one pupil
 */
public record NoiseAdjustedCv(double raw, int stoodIn) {
    /** From the units' moments, units without a pupil left aside. */
    public static NoiseAdjustedCv of(List<Moments> units) {
        Moments[] filled = units.stream().filter(unit -> unit.n() > 0).toArray(Moments[]::new);
        double pupils = 0;
        double total = 0;
        double within = 0;
        int singles = 0;
        for (Moments unit : filled) {
            pupils += unit.n();
            total += unit.n() * unit.mean();
            within += unit.m2();
            singles += unit.n() == 1 ? 1 : 0;
        }
        double mean = total / pupils;
        double pooled = within / (pupils - filled.length);
        double left = 0;
        for (Moments unit : filled) {
            double away = Rounding.snap(unit.mean() - mean, Math.abs(mean));
            double variance = unit.n() == 1 ? pooled : unit.variance();
            left += (unit.n() * away * away - (1 - unit.n() / pupils) * variance) / pupils;
        }
        double raw = Math.signum(left) * Math.sqrt(Math.abs(left)) / mean;
        return new NoiseAdjustedCv(mean > 0 ? raw : Double.NaN, singles);
    }

    /** The coefficient; 0 where {@link #raw} is negative. */
    public double value() {
        return isTruncated() ? 0 : raw;
    }

    /** Whether 0 stands for a negative estimate. */
    public boolean isTruncated() {
        return raw < 0;
    }
}
