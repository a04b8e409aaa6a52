package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentIndicator;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;

/** Writes the rows of each group: its score after adjustments, its place, and every entry of the scheme in the scheme's order. */
final class AssessmentRows {
    private static final String VETO = "VETO";

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

    /** Adds a group with its leaves, by id. */
    void add(ScoredGroup group, Map<String, LeafResult> leaves) {
        Map<String, Double> leafScores = new HashMap<>();
        Set<String> present = new HashSet<>();
        Flag flag = Flag.OK;
        Origin origin = group.group().origin();
        for (Map.Entry<String, LeafResult> leaf : leaves.entrySet()) {
            leafScores.put(leaf.getKey(), leaf.getValue().score());
            origin = origin.and(leaf.getValue().figure().origin());
            if (leaf.getValue().isPresent()) {
                present.add(leaf.getKey());
                flag = flag.or(inScore(leaf.getValue().flag()));
            }
        }
        ScoreTree tree = new ScoreTree(scheme, leafScores, present);
        String parent = "";
        int first = indicators.size();
        for (Indicator entry : scheme.indicators()) {
            add(group.group(), entry, parent, tree, leaves, origin, first);
        }
        double points = adjusted(group.group(), tree.score() != null, first, origin);
        Double score =
                tree.score() == null ? null : Double.valueOf(scheme.scale().within(tree.score() + points));
        if (score == null) {
            flag = Flag.MISSING_INPUT;
        } else if (present.size() < leaves.size()) {
            flag = flag.or(Flag.APPROXIMATE);
        }
        boolean isVetoed = leaves.values().stream().anyMatch(LeafResult::isVeto);
        AssessmentScore row = new AssessmentScore(
                scheme.id(),
                scheme.version(),
                group.group().authorityCode(),
                group.group().groupCode(),
                "",
                scheme.assessedYear(),
                facts.asOf(),
                score,
                tree.score(),
                tree.coverage(),
                isVetoed ? VETO : null,
                group.countedUnits(),
                group.waitingUnits(),
                flag,
                SchemeMarks.of(scheme.indicators()),
                origin);
        scores.add(row);
        groups.add(new RankedGroup(row, leaves, tree, points));
    }

    /** A leaf whose figure stands with a flag that else means "no value" makes the score an approximation. */
    private static Flag inScore(Flag ofLeaf) {
        return ofLeaf.compareTo(Flag.APPROXIMATE) < 0 ? Flag.APPROXIMATE : ofLeaf;
    }

    private void add(
            EducationGroup group,
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
                group.authorityCode(),
                group.groupCode(),
                "",
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
                leaf == null ? origin : group.origin().and(figure.origin())));
        for (Indicator child : entry.children()) {
            add(group, child, entry.id(), tree, leaves, origin, first);
        }
    }

    /** Adds the adjustments' rows; their points together. */
    private double adjusted(EducationGroup group, boolean isScored, int first, Origin origin) {
        ConditionOf condition = new ConditionOf(group, scheme.assessedYear(), facts.checks());
        double sum = 0;
        for (Scheme.Adjustment adjustment : scheme.adjustments()) {
            boolean holds = condition.holds(adjustment.when());
            Double points = points(adjustment, holds);
            sum += points == null ? 0 : points;
            indicators.add(new AssessmentIndicator(
                    scheme.id(),
                    scheme.version(),
                    group.authorityCode(),
                    group.groupCode(),
                    "",
                    scheme.assessedYear(),
                    facts.asOf(),
                    adjustment.id(),
                    "",
                    "adjustment",
                    indicators.size() - first + 1,
                    adjustment.isBonus() ? "加分" : "扣分",
                    null,
                    null,
                    "",
                    "",
                    "",
                    "",
                    holds ? 1.0 : 0.0,
                    null,
                    isScored ? points : null,
                    null,
                    null,
                    null,
                    null,
                    Flag.OK,
                    "",
                    origin));
        }
        return sum;
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
