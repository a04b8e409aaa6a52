package org.manyuan.statistics;

/** Differences that are no more than the rounding of the figures they were taken from. */
public final class Rounding {
    /** Far above the rounding of a mean (1e-16), far below any figure that is published. */
    private static final double SHARE = 1e-12;

    private Rounding() {}

    /** 0 where the difference is at most 1e-12 of the largest of the figures; else the difference itself. */
    public static double snap(double difference, double largest) {
        return Math.abs(difference) <= SHARE * largest ? 0 : difference;
    }

    /** max |x|; 0 for no value. */
    static double largest(double... x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
