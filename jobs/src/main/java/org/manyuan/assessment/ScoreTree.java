package org.manyuan.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.contract.Scheme.Aggregation;
import org.manyuan.contract.Scheme.Missing;

/**
 * The leaves' scores of one group become those of the nodes and of the root, and go back as contributions. A level has a score if
 * the weight of its children that have one reaches {@code min_coverage}; coverage itself is the share of the weights below that had a
 * value. Contributions add up to the root's score; below a level that is not arithmetic there are none. Source: METRICS C1, steps 3, 7, 9.
 */
final class ScoreTree {
    /** Weights are decimal fractions: what is short of the asked coverage by less is not short. */
    private static final double TOLERANCE = 1e-9;

    private static final String ROOT = "";

    private final Scheme scheme;
    private final Map<String, Double> scores = new HashMap<>();
    private final Map<String, Double> coverages = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Double> contributions = new HashMap<>();

    /**
     * @param leafScores of the leaves that have one, by id
     * @param present ids of the leaves that had a value of their own: an imputed score is none
     */
    ScoreTree(Scheme scheme, Map<String, Double> leafScores, java.util.Set<String> present) {
        this.scheme = scheme;
        scheme.all().filter(entry -> entry.leaf() != null).forEach(leaf -> {
            coverages.put(leaf.id(), present.contains(leaf.id()) ? 1.0 : 0.0);
            Double score = leafScores.get(leaf.id());
            scores.put(leaf.id(), score == null && scheme.missing() == Missing.ZERO ? Double.valueOf(0) : score);
        });
        climb(ROOT, scheme.indicators());
        if (scores.get(ROOT) != null) {
            descend(ROOT, scheme.indicators(), 1, true);
        }
    }

    /** The root's score; null where too little is there. */
    Double score() {
        return scores.get(ROOT);
    }

    double coverage() {
        return coverages.get(ROOT);
    }

    /** The score of a node or leaf; null where it has none. */
    Double score(String id) {
        return scores.get(id);
    }

    double coverage(String id) {
        return coverages.get(id);
    }

    /** Its share of the whole; 0 for what was left out, null without a whole. */
    Double weightUsed(String id) {
        return weights.get(id);
    }

    /** Its points of the whole; null for what was left out, and below a level that is not arithmetic. */
    Double contribution(String id) {
        return contributions.get(id);
    }

    private void climb(String id, List<Indicator> children) {
        double coverage = 0;
        for (Indicator child : children) {
            if (child.leaf() == null) {
                climb(child.id(), child.children());
            }
            coverage += child.weight() * coverages.get(child.id());
        }
        coverages.put(id, Math.min(1, coverage));
        scores.put(id, aggregated(scheme.aggregationOf(id), children));
    }

    private Double aggregated(Aggregation aggregation, List<Indicator> children) {
        List<Indicator> there = there(children);
        double present = sum(there);
        boolean isEnough = scheme.missing() == Missing.REWEIGHT
                ? present + TOLERANCE >= scheme.minCoverage()
                : there.size() == children.size();
        return !isEnough || present == 0
                ? null
                : Double.valueOf(LevelScore.of(
                        aggregation,
                        there.stream().mapToDouble(Indicator::weight).toArray(),
                        there.stream()
                                .mapToDouble(child -> scores.get(child.id()))
                                .toArray()));
    }

    private void descend(String id, List<Indicator> children, double share, boolean adds) {
        double present = sum(there(children));
        boolean isSum = adds && scheme.aggregationOf(id) == Aggregation.ARITHMETIC;
        for (Indicator child : children) {
            Double score = scores.get(child.id());
            double weight = score == null || present == 0 ? 0 : share * child.weight() / present;
            weights.put(child.id(), weight);
            if (score != null && isSum && weight > 0) {
                contributions.put(child.id(), weight * score);
            }
            if (child.leaf() == null) {
                descend(child.id(), child.children(), weight, isSum);
            }
        }
    }

    private List<Indicator> there(List<Indicator> children) {
        return children.stream().filter(child -> scores.get(child.id()) != null).toList();
    }

    private static double sum(List<Indicator> entries) {
        return entries.stream().mapToDouble(Indicator::weight).sum();
    }
}
