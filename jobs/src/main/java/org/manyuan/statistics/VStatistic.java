package org.manyuan.statistics;

import java.util.Arrays;

/**
 * V = √2·Φ⁻¹(A): the gap of two sides in standard deviations, after the stretching of the scale that makes both normal (Ho and Reardon
 * 2012). METRICS B2, GAP-09b.
 *
 * @param v 0 where neither side is ahead; NaN where a side is empty or no cut is known
 * @param se √2·SE_A/φ(Φ⁻¹A); NaN where A's is 0 or unknown, and always from cuts
 * @param assumed whether equal spreads were assumed, because the cuts do not tell them: there is one, or all split the second side alike
 */
public record VStatistic(double v, double se, boolean assumed) {
    private static final double ROOT_TWO = Math.sqrt(2);

    /** From histograms; complete separation gives the V of A*, without standard error. */
    public static VStatistic of(Superiority superiority) {
        double z = Normal.quantile(superiority.value());
        double se = superiority.se() > 0 ? ROOT_TWO * superiority.se() / Normal.density(z) : Double.NaN;
        return new VStatistic(ROOT_TWO * z, se, false);
    }

    /**
     * From the pupils below each cut: least-squares line z₁ = α + βz₂ through the probits z of (pupils below + ½)/(n + 1), then
     * A = Φ(−α/√(1 + β²)). Two cuts give the line itself; where the line has no slope β = 1.
     *
     * @param belowFirst pupils of the first side below each cut
     * @param belowSecond the same of the second side, cut by cut
     * @throws IllegalArgumentException where the two differ in length
     */
    public static VStatistic ofCuts(long[] belowFirst, long first, long[] belowSecond, long second) {
        if (belowFirst.length != belowSecond.length) {
            throw new IllegalArgumentException(
                    belowFirst.length + " cuts on one side but " + belowSecond.length + " on the other");
        }
        if (first == 0 || second == 0 || belowFirst.length == 0) {
            return new VStatistic(Double.NaN, Double.NaN, false);
        }
        double[] y = probits(belowFirst, first);
        double[] x = probits(belowSecond, second);
        double middleX = Dispersion.mean(x);
        double middleY = Dispersion.mean(y);
        double products = 0;
        double squares = 0;
        for (int c = 0; c < x.length; c++) {
            products += (x[c] - middleX) * (y[c] - middleY);
            squares += (x[c] - middleX) * (x[c] - middleX);
        }
        // asked of the counts: the mean of equal probits may differ from them in its last bit
        boolean alike = Arrays.stream(belowSecond).allMatch(below -> below == belowSecond[0]);
        double slope = alike ? 1 : products / squares;
        double intercept = middleY - slope * middleX;
        return new VStatistic(-ROOT_TWO * intercept / Math.sqrt(1 + slope * slope), Double.NaN, alike);
    }

    /** V ± z·se; none from cuts. */
    public Interval interval(double level) {
        return Normal.interval(v, se, level);
    }

    private static double[] probits(long[] below, long n) {
        double[] z = new double[below.length];
        for (int c = 0; c < z.length; c++) {
            z[c] = Normal.quantile((below[c] + 0.5) / (n + 1));
        }
        return z;
    }
}
