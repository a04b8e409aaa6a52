package org.manyuan.metric;

import org.manyuan.domain.Flag;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Normal;
import org.manyuan.statistics.StudentT;

/**
 * A signed gap with what is known of its error.
 *
 * @param value NaN where it cannot be computed
 * @param se census frame: the pupils' noise alone; NaN where unknown
 * @param df of Welch; infinite for the normal interval
 * @param schoolsSe schools frame: the spread of the paper's units added (METRICS B2); NaN where unknown
 * @param units of the paper, for the degrees of freedom of the schools frame
 * @param scale points that are 1 of it; NaN where it is not made of means
 */
record GapEstimate(double value, double se, double df, double schoolsSe, int units, double scale, Flag flag) {
    static GapEstimate none(Flag why) {
        return new GapEstimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, why);
    }

    /** With the pupils' noise alone, which is normal. */
    static GapEstimate ofPupils(double value, double se, double scale, Flag flag) {
        return new GapEstimate(value, se, Double.POSITIVE_INFINITY, Double.NaN, 0, scale, flag);
    }

    boolean exists() {
        return !Double.isNaN(value);
    }

    /** How {@link #census} is made. */
    String censusMethod() {
        return Double.isInfinite(df) ? "normal" : "welch-t";
    }

    Interval census() {
        if (!(se > 0)) {
            return Interval.NONE;
        }
        return Double.isInfinite(df)
                ? Normal.interval(value, se, Rules.LEVEL)
                : StudentT.interval(value, se, df, Rules.LEVEL);
    }

    /** The covariance with the gap of another year on its own scale, from that in points²; 0 where the two are not made of means. */
    double covariance(GapEstimate other, double points) {
        double scales = scale * other.scale;
        return points == 0 || Double.isNaN(scales) ? 0 : points / scales;
    }

    /** None below eight units. */
    Interval schools() {
        return hasEnoughUnits() && schoolsSe > 0
                ? StudentT.interval(value, schoolsSe, units - 1, Rules.LEVEL)
                : Interval.NONE;
    }

    /** Whether the pupils' noise is known and the spread of the paper's units is not: one of them came without SD. */
    boolean lacksSchoolSpread() {
        return hasEnoughUnits() && !Double.isNaN(se) && Double.isNaN(schoolsSe);
    }

    boolean hasEnoughUnits() {
        return units >= Rules.UNITS_FOR_INTERVAL;
    }
}
