package org.manyuan.statistics;

/** A confidence interval in the unit of its estimate. Where none can be given both bounds are NaN: {@link #NONE}. */
public record Interval(double lo, double hi) {
    /** No interval can be given. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /** Centre ± half width; {@link #NONE} where the half width is NaN. */
    public static Interval around(double centre, double halfWidth) {
        return Double.isNaN(centre) || Double.isNaN(halfWidth)
                ? NONE
                : new Interval(centre - halfWidth, centre + halfWidth);
    }

    /** Whether there is one. */
    public boolean exists() {
        return !Double.isNaN(lo) && !Double.isNaN(hi);
    }

    /** Whether the value lies inside or on a bound; false where there is no interval. */
    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    /** Whether it lies wholly on one side of zero; false where there is no interval. */
    public boolean excludesZero() {
        return lo > 0 || hi < 0;
    }
}
