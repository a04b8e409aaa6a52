package org.manyuan.statistics;

import java.util.Arrays;

/** Places among others: 1 is the greatest value, and values that are alike share the middle of their places (mid-ranks). */
public final class Ranks {
    private Ranks() {}

    /** The place of each value, of which none is NaN; they add up to n(n + 1)/2 whatever is alike. */
    public static double[] fromTheGreatest(double[] x) {
        double[] ascending = x.clone();
        Arrays.sort(ascending);
        double[] place = new double[x.length];
        int first = 0;
        while (first < x.length) {
            int next = first + 1;
            while (next < x.length && ascending[next] == ascending[first]) {
                next++;
            }
            Arrays.fill(place, first, next, x.length - (first + next - 1) / 2.0);
            first = next;
        }
        return Arrays.stream(x)
                .map(value -> place[Arrays.binarySearch(ascending, value)])
                .toArray();
    }
}
