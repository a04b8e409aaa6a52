package org.manyuan.statistics;

/**
 * Growth of a count or a share between two independent years, now/base − 1, and the logarithm of the ratio with its error. METRICS B5
 * (ENR-02), B6 (EXM-05).
 *
 * @param growth now/base − 1, −1 where nothing is left; NaN where the base is 0 or empty
 * @param lnRatio ln(now/base); NaN where either is 0
 * @param se of lnRatio
 */
public record LogRatio(double growth, double lnRatio, double se) {
    /** Of two Poisson counts: se = √(1/base + 1/now). */
    public static LogRatio ofCounts(long base, long now) {
        return of((double) base, (double) now, 1.0 / base + 1.0 / now);
    }

    /** Of two shares reached/of: se = √((1 − p_now)/(n_now·p_now) + (1 − p_base)/(n_base·p_base)), the delta method. */
    public static LogRatio ofShares(long baseReached, long baseOf, long nowReached, long nowOf) {
        double variance = 1.0 / nowReached - 1.0 / nowOf + 1.0 / baseReached - 1.0 / baseOf;
        return of((double) baseReached / baseOf, (double) nowReached / nowOf, variance);
    }

    private static LogRatio of(double base, double now, double variance) {
        if (!(base > 0)) {
            return new LogRatio(Double.NaN, Double.NaN, Double.NaN);
        }
        return now > 0
                ? new LogRatio(now / base - 1, Math.log(now / base), Math.sqrt(Math.max(0, variance)))
                : new LogRatio(now / base - 1, Double.NaN, Double.NaN);
    }

    /** lnRatio ± z·se; none where the error is 0 (everybody reached it in both years) or unknown. */
    public Interval interval(double level) {
        return se > 0 ? Normal.interval(lnRatio, se, level) : Interval.NONE;
    }

    /** The same on the scale of {@link #growth}. */
    public Interval growthInterval(double level) {
        Interval ln = interval(level);
        return new Interval(Math.expm1(ln.lo()), Math.expm1(ln.hi()));
    }
}
