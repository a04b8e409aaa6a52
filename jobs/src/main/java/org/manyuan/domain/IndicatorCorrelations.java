package org.manyuan.domain;

import java.util.List;

/**
 * How the indicators of a scheme go together over its subjects in a school year: the multivariate look and the effective weights. Source:
 * METRICS C1, steps 4 and 6.
 *
 * @param leaves in the order of the scheme
 * @param pairs each two of them once, in that order
 */
public record IndicatorCorrelations(List<Leaf> leaves, List<Pair> pairs) {
    /** With fewer subjects C1 compares nothing. */
    public static final int LEAST_SUBJECTS = 5;

    /** Above it two indicators say the same, and what they say counts double. */
    public static final double DOUBLE_COUNTING = 0.9;

    /**
     * A leaf and the whole.
     *
     * @param weight its share of the whole by the scheme
     * @param n subjects that have both
     * @param r with the score before adjustments; null with a flag
     * @param effectiveWeight r², the share of the score's variance that goes with it; null with a flag
     */
    public record Leaf(String id, String name, double weight, int n, Double r, Double effectiveWeight, Flag flag) {}

    /**
     * Two leaves.
     *
     * @param n subjects that have both
     * @param r null with a flag
     * @param isDoubleCounting whether abs(r) is above .9
     */
    public record Pair(String one, String other, int n, Double r, boolean isDoubleCounting, Flag flag) {}

    /** Those that say the same. */
    public List<Pair> doubleCounting() {
        return pairs.stream().filter(Pair::isDoubleCounting).toList();
    }
}
