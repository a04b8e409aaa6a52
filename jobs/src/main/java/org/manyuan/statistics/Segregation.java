package org.manyuan.statistics;

import java.util.Arrays;

/**
 * 生源分隔: how unevenly two kinds of pupils are spread over units, 0 for the same mix everywhere, 1 where no unit has both. METRICS B5,
 * ENR-13. Small units look segregated by chance alone: {@link #byChance} says how much.
 *
 * @param dissimilarity D = ½Σ|a_j/A − b_j/B|
 * @param information H = 1 − Σ(T_j/T)·E(p_j)/E(P), Theil's
 */
public record Segregation(double dissimilarity, double information) {
    /**
     * From the pupils of both kinds; NaN where nobody is of one kind.
     *
     * @param a pupils of the one kind per unit
     * @param b the others, unit by unit
     * @throws IllegalArgumentException where the two differ in length
     */
    public static Segregation of(long[] a, long[] b) {
        requireSameUnits(a, b);
        double allA = Arrays.stream(a).sum();
        double allB = Arrays.stream(b).sum();
        double apart = 0;
        double mixed = 0;
        for (int j = 0; j < a.length; j++) {
            double pupils = (double) a[j] + b[j];
            apart += Math.abs(a[j] / allA - b[j] / allB) / 2;
            mixed += pupils > 0 ? pupils * entropy(a[j] / pupils) : 0;
        }
        if (!(allA > 0 && allB > 0)) {
            return new Segregation(Double.NaN, Double.NaN);
        }
        double even = (allA + allB) * entropy(allA / (allA + allB));
        return new Segregation(apart, Rounding.snap((even - mixed) / even, 1));
    }

    /**
     * The mean of both indices where the same pupils are dealt to the same places by lot. A lot deals the number of the one kind to unit
     * after unit, so it needs no pupil; it hangs on the seed, its own number and the sizes of the units, not on their order.
     *
     * @param lots how many
     */
    public static Segregation byChance(long[] a, long[] b, int lots, long seed) {
        requireSameUnits(a, b);
        long[] size = new long[a.length];
        Arrays.setAll(size, j -> a[j] + b[j]);
        Arrays.sort(size);
        long marked = Arrays.stream(a).sum();
        double dissimilarity = 0;
        double information = 0;
        for (int lot = 0; lot < lots; lot++) {
            Segregation dealt = deal(size, marked, seed, lot);
            dissimilarity += dealt.dissimilarity / lots;
            information += dealt.information / lots;
        }
        return new Segregation(dissimilarity, information);
    }

    /** Without what chance alone gives; below 0 where the pupils are mixed more evenly than by lot. */
    public Segregation minus(Segregation chance) {
        return new Segregation(dissimilarity - chance.dissimilarity, information - chance.information);
    }

    private static Segregation deal(long[] size, long marked, long seed, int lot) {
        long[] a = new long[size.length];
        long[] b = new long[size.length];
        long left = Arrays.stream(size).sum();
        long leftMarked = marked;
        for (int j = 0; j < size.length; j++) {
            a[j] = new HypergeometricDraw(left, leftMarked, size[j]).at(HashedUniform.at(seed, lot, j));
            b[j] = size[j] - a[j];
            left -= size[j];
            leftMarked -= a[j];
        }
        return of(a, b);
    }

    /** −p ln p − (1 − p) ln(1 − p), 0 ln 0 = 0. */
    private static double entropy(double p) {
        return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    }

    private static void requireSameUnits(long[] a, long[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    a.length + " units of the one kind but " + b.length + " of the other: give the same units");
        }
    }
}
