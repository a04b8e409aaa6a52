package org.manyuan.statistics;

/**
 * 优势概率: how likely a pupil of the first side scores above one of the second, ties half: A = P(Y₁ > Y₂) + ½P(=). It does not change
 * under any stretching of the scale, so levels serve as well as scores. METRICS B2, GAP-09.
 *
 * @param first pupils of the first side
 * @param second pupils of the second side
 * @param plain A as counted, 0 to 1; NaN where a side is empty
 * @param se of A (DeLong, DeLong and Clarke-Pearson 1988); NaN where a side has fewer than two pupils
 */
public record Superiority(long first, long second, double plain, double se) {
    /** From the pupils per score of both sides, on one scale. */
    public static Superiority of(Histogram first, Histogram second) {
        Placements ofFirst = Placements.of(first, second);
        Placements ofSecond = Placements.of(second, first);
        double variance = ofFirst.variance() / first.n() + ofSecond.variance() / second.n();
        return new Superiority(first.n(), second.n(), ofFirst.mean, Math.sqrt(variance));
    }

    /** A; where every pupil of one side is above every one of the other A* = (A·n₁n₂ + ½)/(n₁n₂ + 1), which leaves room for doubt. */
    public double value() {
        double pairs = (double) first * second;
        return plain == 0 || plain == 1 ? (plain * pairs + 0.5) / (pairs + 1) : plain;
    }

    /** Cliff's δ = 2A − 1, −1 to 1. */
    public double cliff() {
        return 2 * value() - 1;
    }

    /**
     * The interval of {@link VStatistic} taken back to the scale of A, so that it stays inside 0 to 1, holds near both ends, and clears ½
     * where that of V clears 0; none where the standard error is 0 or unknown.
     */
    public Interval interval(double level) {
        Interval v = VStatistic.of(this).interval(level);
        return new Interval(Normal.cdf(v.lo() / Math.sqrt(2)), Normal.cdf(v.hi() / Math.sqrt(2)));
    }

    /** The same on the scale of {@link #cliff}. */
    public Interval cliffInterval(double level) {
        Interval share = interval(level);
        return new Interval(2 * share.lo() - 1, 2 * share.hi() - 1);
    }

    /**
     * Of each pupil of one side the share of the other side that lies below him, ties half.
     *
     * @param mean from whole numbers, so that complete separation is 0 or 1 to the last bit
     * @param squares Σ(share − mean)²
     */
    private record Placements(long n, double mean, double squares) {
        static Placements of(Histogram side, Histogram other) {
            long pairs = 0;
            for (int b = 0; b < side.size(); b++) {
                pairs = Math.addExact(pairs, Math.multiplyExact(side.count(b), twiceBelow(other, side.bin(b))));
            }
            double twice = 2.0 * other.n();
            double mean = pairs / (twice * side.n());
            double squares = 0;
            for (int b = 0; b < side.size(); b++) {
                double away = twiceBelow(other, side.bin(b)) / twice - mean;
                squares += side.count(b) * away * away;
            }
            return new Placements(side.n(), mean, squares);
        }

        private static long twiceBelow(Histogram other, int bin) {
            return other.atMost(bin - 1.0) + other.atMost(bin);
        }

        double variance() {
            return n < 2 ? Double.NaN : squares / (n - 1);
        }
    }
}
