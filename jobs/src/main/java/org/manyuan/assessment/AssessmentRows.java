package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;

/**
 * Writes the rows of each group, or unit of it, that is scored: its score after adjustments, its place, and every entry of the scheme in
 * the scheme's order.
 */
final class AssessmentRows {

    private final Scheme scheme;
    private final RegionFacts facts;
    private final List<AssessmentScore> scores = new ArrayList<>();
    private final List<AssessmentIndicator> indicators = new ArrayList<>();
    private final List<RankedGroup> groups = new ArrayList<>();

    AssessmentRows(Scheme scheme, RegionFacts facts) {
        this.scheme = scheme;
        this.facts = facts;
    }

    Assessed assessed() {
        return new Assessed(List.copyOf(scores), List.copyOf(indicators), AssessmentRanks.of(scheme, groups));
    }

    /** The groups that were added, with all that their scores were made of. */
    List<RankedGroup> groups() {
        return groups;
    }

    /**
     * Adds a group, or one of its units, with its leaves, by id.
     *
     * @param others leaves of each member, where the score is mixed with the mean of theirs
     */
    void add(ScoredGroup group, Map<String, LeafResult> own, List<Map<String, LeafResult>> others) {
        Map<String, LeafResult> leaves = others.isEmpty() ? own : restingOn(own, others);
        Flag flag = Flag.OK;
        Origin origin = group.group().origin();
        for (LeafResult leaf : leaves.values()) {
            origin = origin.and(leaf.figure().origin());
            if (leaf.isPresent()) {
                flag = flag.or(inScore(leaf.flag()));
            }
        }
        ScoreTree tree = tree(leaves);
        int first = indicators.size();
        for (Indicator entry : scheme.indicators()) {
            add(group, entry, "", tree, leaves, origin, first);
        }
        Double points = adjusted(group, tree.score() != null, first, origin);
        Scheme.Attribution attribution = BundledAssessment.attribution(scheme, group);
        if (attribution.mode() == Scheme.Bearing.LEAD_MIX) {
            Double mixed = mixed(attribution.beta(), tree.score(), others);
            points = mixed == null ? null : Double.valueOf(points + mixed);
        }
        Double score = tree.score() == null || points == null
                ? null
                : Double.valueOf(scheme.scale().within(tree.score() + points));
        if (score == null) {
            flag = Flag.MISSING_INPUT;
        } else if (leaves.values().stream().anyMatch(leaf -> !leaf.isPresent())) {
            flag = flag.or(Flag.APPROXIMATE);
        }
        boolean isVetoed = leaves.values().stream().anyMatch(LeafResult::isVeto);
        AssessmentScore row = new AssessmentScore(
                scheme.id(),
                scheme.version(),
                group.group().authorityCode(),
                group.group().groupCode(),
                group.schoolCode(),
                scheme.assessedYear(),
                facts.asOf(),
                score,
                tree.score(),
                tree.coverage(),
                grade(score, isVetoed),
                group.countedUnits(),
                group.waitingUnits(),
                flag,
                SchemeMarks.of(scheme),
                origin);
        scores.add(row);
        groups.add(new RankedGroup(row, leaves, tree, points == null ? 0 : points));
    }

    /** Without a score there is no grade, but a verdict there may be. */
    private String grade(Double score, boolean isVetoed) {
        return score == null && !isVetoed
                ? null
                : scheme.scale().grade(score == null ? scheme.scale().min() : score, isVetoed);
    }

    private ScoreTree tree(Map<String, LeafResult> leaves) {
        Map<String, Double> scores = new HashMap<>();
        Set<String> present = new HashSet<>();
        leaves.forEach((id, leaf) -> {
            scores.put(id, leaf.score());
            if (leaf.isPresent()) {
                present.add(id);
            }
        });
        return new ScoreTree(scheme, scores, present);
    }

    /** The score rests on the fewest students behind any of the members' figures too. */
    private static Map<String, LeafResult> restingOn(
            Map<String, LeafResult> own, List<Map<String, LeafResult>> others) {
        Map<String, LeafResult> resting = new HashMap<>();
        own.forEach((id, leaf) -> resting.put(
                id,
                others.stream()
                        .map(leaves -> leaves.get(id))
                        .filter(LeafResult::isPresent)
                        .reduce(leaf, LeafResult::restingOn)));
        return resting;
    }

    /**
     * What a lead_mix adds to the lead's own score: β of what the mean of its members' is away from it; null where the lead or every
     * member has none. Source: METRICS C1, bundling rules.
     */
    private Double mixed(double beta, Double own, List<Map<String, LeafResult>> others) {
        double[] theirs = others.stream()
                .map(leaves -> tree(leaves).score())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return own == null || theirs.length == 0
                ? null
                : Double.valueOf(beta * (Arrays.stream(theirs).average().orElseThrow() - own));
    }

    /** A leaf whose figure stands with a flag that else means "no value" makes the score an approximation. */
    private static Flag inScore(Flag ofLeaf) {
        return ofLeaf.compareTo(Flag.APPROXIMATE) < 0 ? Flag.APPROXIMATE : ofLeaf;
    }

    private void add(
            ScoredGroup group,
            Indicator entry,
            String parent,
            ScoreTree tree,
            Map<String, LeafResult> leaves,
            Origin origin,
            int first) {
        LeafResult leaf = leaves.get(entry.id());
        LeafFigure figure = leaf == null ? LeafFigure.none(Flag.OK) : leaf.figure();
        Flag ofNode = tree.score(entry.id()) == null ? Flag.MISSING_INPUT : Flag.OK;
        indicators.add(new AssessmentIndicator(
                scheme.id(),
                scheme.version(),
                group.group().authorityCode(),
                group.group().groupCode(),
                group.schoolCode(),
                scheme.assessedYear(),
                facts.asOf(),
                entry.id(),
                parent,
                leaf == null ? "node" : "leaf",
                indicators.size() - first + 1,
                entry.name(),
                entry.weight(),
                tree.weightUsed(entry.id()),
                leaf == null ? "" : leaf.leaf().metricId(),
                leaf == null ? "" : leaf.leaf().measure(),
                figure.variant(),
                leaf == null ? "" : leaf.leaf().unit().name().toLowerCase(java.util.Locale.ROOT),
                figure.value(),
                tree.score(entry.id()),
                tree.contribution(entry.id()),
                tree.coverage(entry.id()),
                figure.n(),
                figure.k(),
                figure.leastSide(),
                leaf == null ? ofNode : leaf.flag(),
                SchemeMarks.of(entry),
                leaf == null ? origin : group.group().origin().and(figure.origin())));
        for (Indicator child : entry.children()) {
            add(group, child, entry.id(), tree, leaves, origin, first);
        }
    }

    /** Adds the adjustments' rows, those of others than what is scored beside it; the points of what is scored together. */
    private Double adjusted(ScoredGroup group, boolean isScored, int first, Origin origin) {
        double sum = 0;
        for (Scheme.Adjustment adjustment : scheme.adjustments()) {
            String name = adjustment.isBonus() ? "加分" : "扣分";
            if (adjustment.to() == scheme.population().subject()) {
                boolean holds = condition(group, group.schoolCode()).holds(adjustment.when());
                Double points = points(adjustment, holds);
                sum += points == null ? 0 : points;
                indicators.add(pointsRow(
                        group, adjustment.id(), name, first, holds ? 1.0 : 0.0, isScored ? points : null, origin));
            } else {
                for (ScoredGroup other : group.scored(adjustment.to())) {
                    boolean holds = condition(group, other.schoolCode()).holds(adjustment.when());
                    Double points = points(adjustment, holds);
                    indicators.add(pointsRow(other, adjustment.id(), name, first, holds ? 1.0 : 0.0, points, origin));
                }
            }
        }
        return sum;
    }

    private ConditionOf condition(ScoredGroup group, String schoolCode) {
        return schoolCode.isEmpty()
                ? ConditionOf.group(group, scheme.assessedYear(), facts)
                : ConditionOf.unit(group, schoolCode, scheme.assessedYear(), facts);
    }

    /** Points after aggregation. */
    private AssessmentIndicator pointsRow(
            ScoredGroup group, String id, String name, int first, Double value, Double points, Origin origin) {
        return new AssessmentIndicator(
                scheme.id(),
                scheme.version(),
                group.group().authorityCode(),
                group.group().groupCode(),
                group.schoolCode(),
                scheme.assessedYear(),
                facts.asOf(),
                id,
                "",
                "adjustment",
                indicators.size() - first + 1,
                name,
                null,
                null,
                "",
                "",
                "",
                "",
                value,
                null,
                points,
                null,
                null,
                null,
                null,
                Flag.OK,
                "",
                origin);
    }

    private static Double points(Scheme.Adjustment adjustment, boolean holds) {
        if (adjustment.points() == null) {
            return null;
        }
        double points =
                adjustment.cap() == null ? adjustment.points() : Math.min(adjustment.points(), adjustment.cap());
        return !holds ? 0 : adjustment.isBonus() ? points : -points;
    }
}
