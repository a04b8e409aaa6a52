package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pupils per score, in whole score steps (or per level, in order of the levels); bins without a pupil are not kept. METRICS §0.1. */
public final class Histogram {
    /** Nobody. */
    public static final Histogram EMPTY = new Histogram(new int[0], new long[0]);

    private final int[] bins;
    /** Pupils in this bin and all below it. */
    private final long[] cumulative;

    private Histogram(int[] bins, long[] counts) {
        this.bins = bins;
        this.cumulative = counts;
        for (int b = 1; b < counts.length; b++) {
            cumulative[b] = Math.addExact(cumulative[b - 1], counts[b]);
        }
    }

    /**
     * From sparse bins.
     *
     * @param bins steps, ascending
     * @param counts pupils per bin, at least 0
     * @throws IllegalArgumentException where the two differ in length, the bins do not ascend, or a count is negative
     */
    public static Histogram of(int[] bins, long[] counts) {
        if (bins.length != counts.length) {
            throw new IllegalArgumentException(bins.length + " bins but " + counts.length + " counts");
        }
        int kept = 0;
        int[] filled = new int[bins.length];
        long[] pupils = new long[bins.length];
        for (int b = 0; b < bins.length; b++) {
            if (counts[b] < 0 || (b > 0 && bins[b] <= bins[b - 1])) {
                throw new IllegalArgumentException(
                        "bin " + b + ": bins ascend and counts are at least 0; here " + bins[b] + " with " + counts[b]);
            }
            if (counts[b] > 0) {
                filled[kept] = bins[b];
                pupils[kept++] = counts[b];
            }
        }
        return new Histogram(Arrays.copyOf(filled, kept), Arrays.copyOf(pupils, kept));
    }

    /** All pupils together, in whatever order. */
    public static Histogram pool(List<Histogram> parts) {
        Map<Integer, Long> all = new TreeMap<>();
        for (Histogram part : parts) {
            for (int b = 0; b < part.bins.length; b++) {
                all.merge(part.bins[b], part.count(b), Math::addExact);
            }
        }
        return new Histogram(
                all.keySet().stream().mapToInt(Integer::intValue).toArray(),
                all.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** Pupils. */
    public long n() {
        return bins.length == 0 ? 0 : cumulative[bins.length - 1];
    }

    /** Pupils at or below a point, in steps. */
    public long atMost(double steps) {
        int at = Arrays.binarySearch(bins, (int) Math.floor(steps));
        int last = at >= 0 ? at : -at - 2;
        return last < 0 ? 0 : cumulative[last];
    }

    /** Quantile of type 7 in steps (Hyndman and Fan 1996), as {@link Quantile}; NaN for nobody. */
    public double quantile(double p) {
        return Quantile.type7(n(), p, this::score);
    }

    /** Bins with a pupil. */
    int size() {
        return bins.length;
    }

    int bin(int b) {
        return bins[b];
    }

    long count(int b) {
        return b == 0 ? cumulative[0] : cumulative[b] - cumulative[b - 1];
    }

    /** The score of the pupil with that rank from below, counted from 0. */
    private double score(long rank) {
        int at = Arrays.binarySearch(cumulative, rank + 1);
        return bins[at >= 0 ? at : -at - 1];
    }
}
