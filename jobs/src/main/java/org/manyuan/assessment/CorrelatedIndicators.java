package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;
import org.manyuan.domain.IndicatorCorrelations;
import org.manyuan.domain.IndicatorCorrelations.Leaf;
import org.manyuan.domain.IndicatorCorrelations.Pair;
import org.manyuan.statistics.Correlation;

/**
 * Correlates the indicators of a scheme: Pearson's r of the normalised scores of two leaves, and of each leaf and the score before
 * adjustments, over the subjects that have both. Fewer than five of these give no r, K_TOO_SMALL, and neither does a leaf that does not
 * vary, ZERO_SD. Source: METRICS C1, steps 4 and 6.
 */
public final class CorrelatedIndicators {
    private static final String LEAF = "leaf";

    private CorrelatedIndicators() {}

    /** Values of one column by subject. */
    private record Column(Map<String, Double> bySubject) {
        static Column empty() {
            return new Column(new LinkedHashMap<>());
        }

        Found with(Column other) {
            List<String> both = bySubject.keySet().stream()
                    .filter(other.bySubject::containsKey)
                    .sorted()
                    .toList();
            double[] x = both.stream().mapToDouble(bySubject::get).toArray();
            double[] y = both.stream().mapToDouble(other.bySubject::get).toArray();
            double r = both.size() < IndicatorCorrelations.LEAST_SUBJECTS ? Double.NaN : Correlation.of(x, y);
            Flag flag = both.size() < IndicatorCorrelations.LEAST_SUBJECTS
                    ? Flag.K_TOO_SMALL
                    : Double.isNaN(r) ? Flag.ZERO_SD : Flag.OK;
            return new Found(both.size(), flag == Flag.OK ? Double.valueOf(r) : null, flag);
        }
    }

    private record Found(int n, Double r, Flag flag) {}

    /** Of the rows of one scheme and year, in whatever order. */
    public static IndicatorCorrelations of(List<ScoredEntry> entries, List<AssessmentScore> scores) {
        Column total = Column.empty();
        scores.stream().filter(score -> score.scoreRaw() != null).forEach(score -> total.bySubject()
                .put(subject(score.groupCode(), score.schoolCode()), score.scoreRaw()));
        Map<String, ScoredEntry> tree = new LinkedHashMap<>();
        Map<String, Column> columns = new HashMap<>();
        entries.stream().sorted(Comparator.comparingInt(ScoredEntry::position)).forEach(entry -> {
            tree.putIfAbsent(entry.nodeId(), entry);
            Column column = columns.computeIfAbsent(entry.nodeId(), any -> Column.empty());
            if (entry.normalised() != null) {
                column.bySubject().put(subject(entry.groupCode(), entry.schoolCode()), entry.normalised());
            }
        });
        List<ScoredEntry> ofLeaves = tree.values().stream()
                .filter(entry -> entry.nodeKind().equals(LEAF))
                .toList();
        return new IndicatorCorrelations(
                ofLeaves.stream()
                        .map(entry ->
                                leaf(entry, tree, columns.get(entry.nodeId()).with(total)))
                        .toList(),
                pairs(ofLeaves, columns));
    }

    private static Leaf leaf(ScoredEntry entry, Map<String, ScoredEntry> tree, Found found) {
        double weight = 1;
        for (ScoredEntry each = entry; each != null; each = tree.get(each.parentId())) {
            weight *= Objects.requireNonNullElse(each.weight(), 1.0);
        }
        Double effective = found.r() == null ? null : Double.valueOf(found.r() * found.r());
        return new Leaf(entry.nodeId(), entry.name(), weight, found.n(), found.r(), effective, found.flag());
    }

    private static List<Pair> pairs(List<ScoredEntry> leaves, Map<String, Column> columns) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            for (ScoredEntry other : leaves.subList(i + 1, leaves.size())) {
                String one = leaves.get(i).nodeId();
                Found found = columns.get(one).with(columns.get(other.nodeId()));
                boolean isDouble = found.r() != null && Math.abs(found.r()) > IndicatorCorrelations.DOUBLE_COUNTING;
                pairs.add(new Pair(one, other.nodeId(), found.n(), found.r(), isDouble, found.flag()));
            }
        }
        return pairs;
    }

    private static String subject(String group, String school) {
        return group + "|" + school;
    }
}
