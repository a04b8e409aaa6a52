package org.manyuan.statistics;

import java.util.function.IntToDoubleFunction;

/** Where weights, added up in order of a key, reach a sum: a weighted median without sorting all. */
final class Crossing {
    private Crossing() {}

    /**
     * Moves the items so that those before the returned place have the smaller keys, weigh less than the target together, and reach it
     * with the item in that place; the last place where all together weigh less.
     *
     * @param size how many of the items count, at least 1
     */
    static int find(int[] items, int size, double[] key, IntToDoubleFunction weight, double target) {
        int from = 0;
        int to = size - 1;
        double before = 0;
        while (from < to) {
            int split = partition(items, from, to, key);
            double lower = 0;
            for (int i = from; i <= split; i++) {
                lower += weight.applyAsDouble(items[i]);
            }
            if (before + lower >= target) {
                to = split;
            } else {
                before += lower;
                from = split + 1;
            }
        }
        return from;
    }

    /** Hoare's partition about the middle one of three: keys up to the returned place are at most those after it. */
    private static int partition(int[] items, int from, int to, double[] key) {
        double a = key[items[from]];
        double b = key[items[(from + to) >>> 1]];
        double c = key[items[to]];
        double middle = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        int left = from - 1;
        int right = to + 1;
        while (true) {
            do {
                left++;
            } while (key[items[left]] < middle);
            do {
                right--;
            } while (key[items[right]] > middle);
            if (left >= right) {
                return Math.min(right, to - 1);
            }
            int held = items[left];
            items[left] = items[right];
            items[right] = held;
        }
    }
}
