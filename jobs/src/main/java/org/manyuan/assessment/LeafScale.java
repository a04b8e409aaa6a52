package org.manyuan.assessment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.contract.Normalisation;
import org.manyuan.contract.Normalisation.Method;

/**
 * How a value of a leaf becomes the score of one group.
 *
 * @param leaf the reading that was taken
 * @param base the same units' value in the base year, for growth; null: absent
 * @param cohort what the scheme compares the value with; may be empty
 * @param peers the units or groups of the year, for a z or a rank in place of the scheme's way
 */
record LeafScale(IndicatorLeaf leaf, Double base, Cohort cohort, Cohort peers) {
    /** Which way of normalising. */
    enum Way {
        /** The scheme's own. */
        OWN,
        Z,
        RANK
    }

    /** Methods of which the score only rises with the value, so that a z or a rank of the value judges the same thing. */
    private static final Set<Method> OF_THE_LEVEL = EnumSet.of(
            Method.GOALPOSTS,
            Method.GOALPOSTS_OF_BASE_YEAR,
            Method.MINMAX_COHORT,
            Method.Z,
            Method.RANK,
            Method.TARGET_RATIO);

    private static final Normalisation BY_Z = new Normalisation(Method.Z, null, null, null, null, Map.of());
    private static final Normalisation BY_RANK = new Normalisation(Method.RANK, null, null, null, null, Map.of());

    /** As the scheme has it, before the threshold. */
    NormalisedScore normalised(double x) {
        return NormalisedScore.of(leaf.normalisation(), leaf.lowerIsBetter(), x, base, cohort);
    }

    /** The score of a value that has one, after the threshold; the scheme's own way where the other cannot be gone. */
    double score(double x, Way way) {
        NormalisedScore other =
                way == Way.OWN || !OF_THE_LEVEL.contains(leaf.normalisation().method())
                        ? normalised(x)
                        : NormalisedScore.of(way == Way.Z ? BY_Z : BY_RANK, leaf.lowerIsBetter(), x, null, peers);
        return held(x, other.score() == null ? normalised(x).score() : other.score());
    }

    /** A score after the threshold. */
    double held(double x, double score) {
        if (!misses(x)) {
            return score;
        }
        return switch (leaf.threshold().onFail()) {
            case "zero" -> 0;
            case "cap" -> Math.min(score, leaf.threshold().cap());
            default -> score;
        };
    }

    /** Whether the value misses a threshold that is a veto. */
    boolean isVetoed(double x) {
        return misses(x) && leaf.threshold().onFail().equals("veto");
    }

    private boolean misses(double x) {
        IndicatorLeaf.Threshold threshold = leaf.threshold();
        return threshold != null && !threshold.operator().holds(x, threshold.value());
    }
}
