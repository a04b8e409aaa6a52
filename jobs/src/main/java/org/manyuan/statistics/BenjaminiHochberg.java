package org.manyuan.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** p values adjusted for the false discovery rate of a family (Benjamini and Hochberg 1995). */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** q in the order of p: q_(i) = min over l ≥ i of m·p_(l)/l. A NaN stays NaN and does not count into m. */
    public static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[p.length];
        Arrays.fill(q, Double.NaN);
        double smallest = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            smallest = Math.min(smallest, order.length * p[order[rank - 1]] / rank);
            q[order[rank - 1]] = smallest;
        }
        return q;
    }
}
