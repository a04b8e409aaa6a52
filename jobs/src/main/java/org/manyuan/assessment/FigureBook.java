package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.contract.ComparedMetrics;
import org.manyuan.contract.CountedMeasures;
import org.manyuan.contract.IndicatorLeaf;
import org.manyuan.domain.Exam;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;

/**
 * Finds the rows of {@code metric_value} that a leaf takes: those of its metric and measure whose variant is exactly the one that kind,
 * gap, base and side make, under the exams that it names; without an exam those of the scheme's stages. A group or unit that has no row by
 * stage gives its row of all stages. A growth of counts has the error of its log ratio. Of rows that differ in the frame of their interval
 * the census one counts: their values agree.
 */
final class FigureBook {
    private static final List<String> FRAMES = List.of("census", "", "schools");
    private static final String LEVEL_GAP = "GAP-07";
    private static final String FOUNDING = "base_founding";
    /** Metrics of which the log ratio tells the error of the growth. */
    private static final Set<String> GROWN = Set.of("ENR-02", "ENR-14");

    private final Map<List<Object>, List<MetricValue>> rows = new HashMap<>();
    private final Map<String, String> kindOfExam = new HashMap<>();
    private final Set<String> schools = new TreeSet<>();
    private final Set<Stage> stages;

    FigureBook(List<MetricValue> figures, List<Exam> exams, Set<Stage> stages) {
        this.stages = stages;
        exams.forEach(exam -> kindOfExam.put(exam.examCode(), exam.kind()));
        for (MetricValue row : figures) {
            if (!row.groupCode().isEmpty() || !row.schoolCode().isEmpty()) {
                rows.computeIfAbsent(
                                key(row.metricId(), row.measure(), row.groupCode(), row.schoolCode(), row.schoolYear()),
                                any -> new ArrayList<>())
                        .add(row);
                if (row.groupCode().isEmpty()) {
                    schools.add(row.schoolCode());
                }
            }
        }
    }

    /** Every unit that has a row of its own. */
    Set<String> schools() {
        return schools;
    }

    /**
     * The figure of a group's own rows.
     *
     * @param side lead, member, or empty for the whole group
     */
    LeafFigure ofGroup(IndicatorLeaf leaf, String groupCode, String kind, String side, int year) {
        return pooled(leaf, taken(leaf, rows(leaf, groupCode, "", year), variants(leaf, kind, side)));
    }

    /** Whether a group has rows for this side, with a value or without. */
    boolean hasSide(IndicatorLeaf leaf, String groupCode, String kind, String side, int year) {
        return !taken(leaf, rows(leaf, groupCode, "", year), variants(leaf, kind, side))
                .isEmpty();
    }

    /** The figure of a unit's rows. */
    LeafFigure ofUnit(IndicatorLeaf leaf, String schoolCode, String kind, int year) {
        Set<String> variants = bases(leaf)
                .map(base -> variant(base.equals(FOUNDING) ? ofKind(leaf, kind) : "", leaf, base, ""))
                .collect(Collectors.toSet());
        return pooled(leaf, taken(leaf, rows(leaf, "", schoolCode, year), variants));
    }

    /** Whether members sat the leaf's exams in the year, and the lead none of them: METRICS C2, {@code no_common_exam}. */
    boolean hasNoCommonExam(IndicatorLeaf leaf, String groupCode, String kind, int year) {
        List<MetricValue> gaps = rows.getOrDefault(key(LEVEL_GAP, "gap", groupCode, "", year), List.of()).stream()
                .filter(row -> row.variant().equals(kind) && isOfExam(leaf.exam(), row))
                .toList();
        return !gaps.isEmpty()
                && gaps.stream()
                        .allMatch(row -> row.value() == null
                                && (row.flag() == Flag.BASE_MISSING || row.flag() == Flag.DIFFERENT_PAPER));
    }

    /** Metrics that are looked at beside those that leaves name. */
    static Stream<String> otherMetrics() {
        return Stream.of(LEVEL_GAP);
    }

    private List<MetricValue> rows(IndicatorLeaf leaf, String groupCode, String schoolCode, int year) {
        return rows.getOrDefault(key(leaf.metricId(), leaf.measure(), groupCode, schoolCode, year), List.of());
    }

    private List<MetricValue> taken(IndicatorLeaf leaf, List<MetricValue> candidates, Set<String> variants) {
        Map<List<String>, MetricValue> byPlace = new TreeMap<>(Comparator.comparing(List::toString));
        candidates.stream()
                .filter(row -> variants.contains(row.variant()) && hasBase(leaf, row) && isOfExam(leaf.exam(), row))
                .sorted(Comparator.comparingInt((MetricValue row) -> FRAMES.indexOf(row.ciFrame()))
                        .thenComparing(MetricValue::variant))
                .forEach(row ->
                        byPlace.putIfAbsent(List.of(row.examCode(), row.stage(), row.grade(), row.subject()), row));
        List<MetricValue> found = List.copyOf(byPlace.values());
        return leaf.exam() == null ? ofStages(found) : found;
    }

    private List<MetricValue> ofStages(List<MetricValue> found) {
        boolean byStage = found.stream().anyMatch(row -> !row.stage().isEmpty());
        boolean hasAll = found.stream().anyMatch(row -> row.stage().isEmpty());
        boolean all = !byStage || stages.isEmpty() && hasAll;
        return found.stream()
                .filter(row -> all
                        ? row.stage().isEmpty()
                        : !row.stage().isEmpty() && (stages.isEmpty() || stages.contains(Stage.valueOf(row.stage()))))
                .toList();
    }

    private boolean isOfExam(IndicatorLeaf.ExamChoice exam, MetricValue row) {
        return exam == null
                || fits(exam.stage(), row.stage())
                        && fits(exam.grade(), row.grade())
                        && fits(exam.subject(), row.subject())
                        && fits(exam.kind(), kindOfExam.get(row.examCode()));
    }

    private static boolean fits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static boolean hasBase(IndicatorLeaf leaf, MetricValue row) {
        return !ComparedMetrics.hasBase(leaf.metricId(), leaf.measure())
                || !Character.isDigit(leaf.base().charAt(0))
                || leaf.base().equals(String.valueOf(row.baseYear()));
    }

    private static Set<String> variants(IndicatorLeaf leaf, String kind, String side) {
        return bases(leaf)
                .map(base -> variant(ofKind(leaf, kind), leaf, base, side))
                .collect(Collectors.toSet());
    }

    private static String ofKind(IndicatorLeaf leaf, String kind) {
        return leaf.kind().isEmpty() ? kind : leaf.kind();
    }

    private static String variant(String kind, IndicatorLeaf leaf, String base, String side) {
        String filter = leaf.filter() == null ? "" : leaf.filter().part();
        return Stream.of(kind, leaf.gap(), base, side, filter)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    private static Stream<String> bases(IndicatorLeaf leaf) {
        if (!ComparedMetrics.hasBase(leaf.metricId(), leaf.measure())) {
            return Stream.of("");
        }
        String previous = ComparedMetrics.namesPreviousYear(leaf.metricId()) ? "base_previous" : "";
        return switch (leaf.base()) {
            case "founding" -> Stream.of(FOUNDING);
            case "previous" -> Stream.of(previous);
            default -> Stream.of(FOUNDING, previous);
        };
    }

    private LeafFigure pooled(IndicatorLeaf leaf, List<MetricValue> rows) {
        return LeafFigure.pooled(
                rows.stream().map(row -> LeafFigure.of(row, error(row))).toList(), pooling(leaf));
    }

    /** Stages share no student: counts add up. */
    private static LeafFigure.Pooling pooling(IndicatorLeaf leaf) {
        if (leaf.exam() != null) {
            return leaf.exam().byStudents() ? LeafFigure.Pooling.BY_STUDENTS : LeafFigure.Pooling.MEAN;
        }
        return CountedMeasures.isCount(leaf.metricId(), leaf.measure())
                ? LeafFigure.Pooling.SUM
                : LeafFigure.Pooling.BY_STUDENTS;
    }

    /** A growth g has the error (1 + g)·se of its log ratio. Source: the delta method. */
    private Double error(MetricValue row) {
        Double own = LeafFigure.error(row);
        if (own != null || row.value() == null || !row.measure().equals("growth") || !GROWN.contains(row.metricId())) {
            return own;
        }
        return rows
                .getOrDefault(
                        key(row.metricId(), "ln_ratio", row.groupCode(), row.schoolCode(), row.schoolYear()), List.of())
                .stream()
                .filter(ratio ->
                        ratio.variant().equals(row.variant()) && ratio.stage().equals(row.stage()))
                .map(LeafFigure::error)
                .filter(Objects::nonNull)
                .findFirst()
                .map(se -> (1 + row.value()) * se)
                .orElse(null);
    }

    private static List<Object> key(String metricId, String measure, String group, String school, int year) {
        return List.of(metricId, measure, group, school, year);
    }
}
