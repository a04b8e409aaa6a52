package org.manyuan.assessment;

/**
 * One way in which a scheme might score the groups: its own choices, or others that could as well be made. Entries are numbered in the
 * scheme's order, groups as they are handed over.
 *
 * @param weights by entry
 * @param way how values are normalised
 * @param isSwapped whether arithmetic levels are aggregated geometrically and geometric ones arithmetically
 * @param leftOut the leaf that is left out; {@link #NONE}: none
 * @param values by group and entry; NaN where there is none
 */
record Variation(double[] weights, LeafScale.Way way, boolean isSwapped, int leftOut, double[][] values) {
    static final int NONE = -1;

    /** What of it is uncertain. Source: METRICS C1, step 8. */
    enum Source {
        WEIGHTS,
        NORMALISATION,
        AGGREGATION,
        LEFT_OUT,
        ERROR
    }

    /** Whether every leaf has the same score under both. */
    boolean hasLeavesOf(Variation other) {
        return way == other.way && values == other.values;
    }

    /** The same with one part of another. */
    Variation with(Source part, Variation other) {
        return new Variation(
                part == Source.WEIGHTS ? other.weights : weights,
                part == Source.NORMALISATION ? other.way : way,
                part == Source.AGGREGATION ? other.isSwapped : isSwapped,
                part == Source.LEFT_OUT ? other.leftOut : leftOut,
                part == Source.ERROR ? other.values : values);
    }
}
