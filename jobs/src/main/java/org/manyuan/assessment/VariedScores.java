package org.manyuan.assessment;

import java.util.Arrays;
import java.util.List;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Scheme.Aggregation;

/**
 * The scores of the groups under a variation, by the steps of the score itself. On which leaves a group is scored was settled by the
 * scheme as it is: a variation does not ask again whether enough of them are there, and a group that it would leave with nothing keeps
 * the leaf that is left out.
 */
final class VariedScores {
    private final Scheme scheme;
    private final List<Indicator> entries;
    private final List<RankedGroup> groups;
    private final VariedLeaves leaves;
    private final int[][] children;
    private final Variation asIs;

    /** @param groups that have a score */
    VariedScores(Scheme scheme, List<RankedGroup> groups) {
        this.scheme = scheme;
        this.groups = groups;
        entries = scheme.all().toList();
        leaves = new VariedLeaves(scheme, entries, groups);
        children = new int[entries.size() + 1][];
        Arrays.setAll(
                children,
                node -> places(node < entries.size() ? entries.get(node).children() : scheme.indicators()));
        asIs = new Variation(
                entries.stream().mapToDouble(Indicator::weight).toArray(),
                LeafScale.Way.OWN,
                false,
                Variation.NONE,
                leaves.values());
    }

    List<Indicator> entries() {
        return entries;
    }

    List<RankedGroup> groups() {
        return groups;
    }

    VariedLeaves leaves() {
        return leaves;
    }

    /** The scheme's own choices, with the figures as they stand. */
    Variation asIs() {
        return asIs;
    }

    /** Of each group. */
    double[] of(Variation variation) {
        return of(variation, leaves.scores(variation));
    }

    /**
     * Of each group.
     *
     * @param ofLeaves the scores of the leaves under the variation
     */
    double[] of(Variation variation, double[][] ofLeaves) {
        double[] scores = new double[groups.size()];
        Arrays.setAll(scores, group -> {
            double score = root(ofLeaves[group], variation, variation.leftOut());
            double some = Double.isNaN(score) ? root(ofLeaves[group], variation, Variation.NONE) : score;
            return scheme.scale().within(some + groups.get(group).points());
        });
        return scores;
    }

    private int[] places(List<Indicator> some) {
        return some.stream().mapToInt(entries::indexOf).toArray();
    }

    /** Children stand behind their node, so that going backwards each node finds its children done. */
    private double root(double[] ofLeaves, Variation variation, int leftOut) {
        double[] scores = Arrays.copyOf(ofLeaves, entries.size());
        if (leftOut != Variation.NONE) {
            scores[leftOut] = Double.NaN;
        }
        for (int node = entries.size() - 1; node >= 0; node--) {
            if (children[node].length > 0) {
                scores[node] = level(children[node], entries.get(node).id(), scores, variation);
            }
        }
        return level(children[entries.size()], "", scores, variation);
    }

    private double level(int[] below, String id, double[] scores, Variation variation) {
        double[] weights = new double[below.length];
        double[] ofChildren = new double[below.length];
        for (int i = 0; i < below.length; i++) {
            weights[i] = variation.weights()[below[i]];
            ofChildren[i] = scores[below[i]];
        }
        Aggregation own = scheme.aggregationOf(id);
        return LevelScore.of(variation.isSwapped() ? swapped(own) : own, weights, ofChildren);
    }

    private static Aggregation swapped(Aggregation own) {
        return switch (own) {
            case ARITHMETIC -> Aggregation.GEOMETRIC;
            case GEOMETRIC -> Aggregation.ARITHMETIC;
            case HARMONIC, MIN -> own;
        };
    }
}
