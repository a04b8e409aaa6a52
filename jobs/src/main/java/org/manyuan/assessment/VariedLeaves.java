package org.manyuan.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Scheme.Missing;
import org.manyuan.statistics.Quantile;

/**
 * The leaves that the groups' scores rest on, and their scores under a variation: normalisation, threshold, missing values. Numbers are
 * by group and entry, NaN where there is none.
 */
final class VariedLeaves {
    private static final double NOTHING = Double.NaN;

    private final Missing missing;
    private final int entries;
    private final LeafResult[][] leaves;
    private final int[][] uncertain;
    private final double[][][] still;

    /**
     * @param entries of the scheme, in its order
     * @param groups that have a score
     */
    VariedLeaves(Scheme scheme, List<Indicator> entries, List<RankedGroup> groups) {
        missing = scheme.missing();
        this.entries = entries.size();
        leaves = groups.stream().map(group -> rested(scheme, entries, group)).toArray(LeafResult[][]::new);
        uncertain = new int[leaves.length][];
        Arrays.setAll(uncertain, group -> IntStream.range(0, entries.size())
                .filter(entry -> error(group, entry) > 0)
                .toArray());
        still = Arrays.stream(LeafScale.Way.values()).map(this::asTheyStand).toArray(double[][][]::new);
    }

    /** The figures as they stand. */
    double[][] values() {
        return Arrays.stream(leaves)
                .map(ofGroup -> Arrays.stream(ofGroup)
                        .mapToDouble(leaf -> isPresent(leaf) ? leaf.figure().value() : NOTHING)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The leaves of a group whose values have an error. */
    int[] uncertain(int group) {
        return uncertain[group];
    }

    /** The standard error of a value; 0 where none is known. */
    double error(int group, int entry) {
        LeafResult leaf = leaves[group][entry];
        return isPresent(leaf) && leaf.figure().se() != null ? leaf.figure().se() : 0;
    }

    /** Their scores, which hang on values and way alone. */
    double[][] scores(Variation variation) {
        double[][] scores = still[variation.way().ordinal()].clone();
        for (int group = 0; group < scores.length; group++) {
            if (uncertain[group].length > 0) {
                scores[group] = scores[group].clone();
            }
            for (int entry : uncertain[group]) {
                double value = variation.values()[group][entry];
                scores[group][entry] = leaves[group][entry].scale().score(value, variation.way());
            }
        }
        if (missing == Missing.IMPUTE_GROUP_MEDIAN) {
            impute(scores);
        }
        return scores;
    }

    /** Whether one of the group's values misses a threshold that is a veto. */
    boolean isVetoed(int group, Variation variation) {
        LeafResult[] ofGroup = leaves[group];
        return IntStream.range(0, ofGroup.length)
                .anyMatch(entry -> isPresent(ofGroup[entry])
                        && ofGroup[entry].scale().isVetoed(variation.values()[group][entry]));
    }

    /** Below a node without a score there is none. */
    private static LeafResult[] rested(Scheme scheme, List<Indicator> entries, RankedGroup group) {
        LeafResult[] rested = new LeafResult[entries.size()];
        rest(scheme.indicators(), entries, group, rested);
        return rested;
    }

    private static void rest(List<Indicator> level, List<Indicator> entries, RankedGroup group, LeafResult[] rested) {
        for (Indicator entry : level) {
            if (group.tree().score(entry.id()) != null) {
                rest(entry.children(), entries, group, rested);
                rested[entries.indexOf(entry)] = group.leaves().get(entry.id());
            }
        }
    }

    private double[][] asTheyStand(LeafScale.Way way) {
        return Arrays.stream(leaves)
                .map(ofGroup -> Arrays.stream(ofGroup)
                        .mapToDouble(leaf -> score(leaf, way))
                        .toArray())
                .toArray(double[][]::new);
    }

    private double score(LeafResult leaf, LeafScale.Way way) {
        if (isPresent(leaf)) {
            return leaf.scale().score(leaf.figure().value(), way);
        }
        return leaf != null && missing == Missing.ZERO ? 0 : NOTHING;
    }

    /** The median of the others in place of what is missing. */
    private void impute(double[][] scores) {
        for (int i = 0; i < entries; i++) {
            int entry = i;
            double median = Quantile.median(Arrays.stream(scores)
                    .mapToDouble(ofGroup -> ofGroup[entry])
                    .filter(score -> !Double.isNaN(score))
                    .toArray());
            for (int group = 0; group < scores.length; group++) {
                LeafResult leaf = leaves[group][entry];
                if (leaf != null && !leaf.isPresent()) {
                    scores[group] = scores[group].clone();
                    scores[group][entry] = median;
                }
            }
        }
    }

    private static boolean isPresent(LeafResult leaf) {
        return leaf != null && leaf.isPresent();
    }
}
