package org.manyuan.statistics;

/** Numbers that look drawn but hang on their names alone, so that a figure is the same on every machine and in every order. */
public final class HashedUniform {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private HashedUniform() {}

    /** A seed of its own for what bears this label, out of one for all. */
    public static long seed(long seed, String label) {
        return HashedWeight.hash(label, seed);
    }

    /** Between 0 (in) and 1 (out), by the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over seed, row and column in turn. */
    public static double at(long seed, long row, long column) {
        long hash = mix(mix(seed + STEP * (row + 1)) + STEP * (column + 1));
        return (hash >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
