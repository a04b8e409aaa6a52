package org.manyuan.core;

import java.util.Arrays;

/** How often each whole number occurs: a table of open addresses over primitive arrays, so that a score costs no object. */
final class Histogram {
    private static final long EMPTY = Long.MIN_VALUE;
    private static final int FIRST_SIZE = 64;

    private long[] values = new long[FIRST_SIZE];
    private long[] counts = new long[FIRST_SIZE];
    private int size;

    Histogram() {
        Arrays.fill(values, EMPTY);
    }

    void add(long value, long count) {
        int at = place(value);
        if (values[at] == EMPTY) {
            values[at] = value;
            size++;
        }
        counts[at] += count;
        if (size * 2 > values.length) {
            grow();
        }
    }

    /** The values that occur, ascending. */
    long[] values() {
        return Arrays.stream(values).filter(value -> value != EMPTY).sorted().toArray();
    }

    long count(long value) {
        return counts[place(value)];
    }

    private int place(long value) {
        int mask = values.length - 1;
        int at = (int) ((value * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (values[at] != EMPTY && values[at] != value) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldValues = values;
        long[] oldCounts = counts;
        values = new long[oldValues.length * 2];
        counts = new long[values.length];
        Arrays.fill(values, EMPTY);
        size = 0;
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != EMPTY) {
                add(oldValues[i], oldCounts[i]);
            }
        }
    }
}
