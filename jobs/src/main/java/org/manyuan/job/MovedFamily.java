package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.manyuan.config.Settings;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.measure.Registers;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.InputTrace;
import org.manyuan.record.RecordCells;

/**
 * Why the figures of one family moved from one release to another. The family is computed with the software of now from what was frozen:
 * as it was; with the later day; with the later memberships; with the later data. Each step that changes a figure is a cause, so that
 * the steps add up to the whole move.
 */
final class MovedFamily {
    /** Columns that say what a figure was made of, not what it is. */
    private static final Set<String> NO_FIGURE = Set.of("as_of", "inputs_hash", "card_version");

    private final boolean isOfOneSoftware;
    private final Settings settings;
    private final Set<String> metricIds;
    private final Figures before;
    private final Figures after;
    private final Computed asItWas;
    private final Computed ofTheDay;
    private final Computed withMembers;
    private final Computed withData;
    private final Map<List<Object>, Record> changedFacts;

    /**
     * A family in a release.
     *
     * @param stored its figures; their rows by key
     */
    record Figures(FamilyInputs inputs, Map<Map<String, Object>, MetricValue> stored) {
        /** With the figures of a family by their keys. */
        static Figures of(FamilyInputs inputs, Collection<MetricValue> stored) {
            return new Figures(inputs, byKey(stored));
        }
    }

    private record Computed(Map<Map<String, Object>, MetricValue> figures, InputTrace trace) {}

    /**
     * Computes the steps.
     *
     * @param isOfOneSoftware whether both releases were built by the same software and settings, so that no formula differs
     * @param metricIds the metrics of which a figure moved
     * @param asOf the days of the two releases, the earlier release first
     */
    MovedFamily(
            boolean isOfOneSoftware,
            Settings settings,
            Set<String> metricIds,
            Figures before,
            Figures after,
            List<LocalDate> asOf) {
        this.metricIds = Set.copyOf(metricIds);
        this.isOfOneSoftware = isOfOneSoftware;
        this.settings = settings;
        this.before = before;
        this.after = after;
        Registers earlier = before.inputs().registers();
        Registers later = after.inputs().registers();
        asItWas = computed(before.inputs(), earlier, asOf.get(0));
        ofTheDay = asOf.get(0).equals(asOf.get(1)) ? asItWas : computed(before.inputs(), earlier, asOf.get(1));
        withMembers = earlier.hasMembershipsOf(later)
                ? ofTheDay
                : computed(before.inputs(), earlier.withMembershipsOf(later), asOf.get(1));
        withData = computed(after.inputs(), later, asOf.get(1));
        changedFacts =
                changed(before.inputs().facts().all(), after.inputs().facts().all());
    }

    private Computed computed(FamilyInputs inputs, Registers registers, LocalDate asOf) {
        BuildTerms terms = FigureTerms.of(settings, asOf, inputs.exams());
        InputTrace.Traced<List<MetricValue>> traced = InputTrace.of(
                () -> inputs.facts().figures(metricIds, inputs.family(), registers, settings.territoryLevel(), terms));
        return new Computed(byKey(traced.result()), traced.trace());
    }

    /** Whether a figure is another than it was. */
    static boolean isMoved(MetricValue before, MetricValue after) {
        return !Objects.equals(before, after) && !figure(before).equals(figure(after));
    }

    /**
     * How a figure moved, and why.
     *
     * @param isListed whether the rows that changed are asked for; else they are looked through only where memberships differ
     */
    DiffReleases.Moved moved(Map<String, Object> key, boolean isListed) {
        MetricValue was = before.stored().get(key);
        MetricValue is = after.stored().get(key);
        List<MetricValue> stages = new ArrayList<>();
        stages.add(was);
        for (Computed computed : List.of(asItWas, ofTheDay, withMembers, withData)) {
            stages.add(computed.figures().get(key));
        }
        Set<DiffReleases.Cause> causes = EnumSet.noneOf(DiffReleases.Cause.class);
        boolean isOtherFormula = isMoved(stages.get(0), stages.get(1)) || isMoved(stages.get(4), is);
        if (isOtherFormula && !isOfOneSoftware || was != null && is != null && was.cardVersion() != is.cardVersion()) {
            causes.add(DiffReleases.Cause.FORMULA);
        }
        if (isMoved(stages.get(1), stages.get(2))) {
            causes.add(DiffReleases.Cause.DAY);
        }
        boolean isOfOtherMembers = withMembers != ofTheDay;
        List<Record> changed =
                isListed || isOfOtherMembers ? changedRows(rows(ofTheDay, key), rows(withData, key)) : List.of();
        if (isMoved(stages.get(2), stages.get(3)) || changed.stream().anyMatch(MembershipSpan.class::isInstance)) {
            causes.add(DiffReleases.Cause.MEMBERSHIP);
        }
        if (isMoved(stages.get(3), stages.get(4)) || causes.isEmpty()) {
            causes.add(DiffReleases.Cause.DATA);
        }
        return new DiffReleases.Moved(
                key,
                columns(was, is),
                steps(stages, is),
                causes,
                changed.isEmpty() ? List.copyOf(changedFacts.values()) : changed);
    }

    /** A figure that moved, where its inputs are no more. */
    static DiffReleases.Moved erased(Map<String, Object> key, MetricValue was, MetricValue is) {
        return new DiffReleases.Moved(
                key, columns(was, is), List.of(), EnumSet.of(DiffReleases.Cause.INPUTS_ERASED), List.of());
    }

    /** The value after each step; a step that left it as it was is left out. */
    private List<DiffReleases.Step> steps(List<MetricValue> stages, MetricValue is) {
        List<DiffReleases.Cause> names = List.of(
                DiffReleases.Cause.FORMULA,
                DiffReleases.Cause.DAY,
                DiffReleases.Cause.MEMBERSHIP,
                DiffReleases.Cause.DATA);
        List<DiffReleases.Step> steps = new ArrayList<>();
        for (int i = 1; i < stages.size(); i++) {
            if (!Objects.equals(value(stages.get(i - 1)), value(stages.get(i)))) {
                steps.add(new DiffReleases.Step(names.get(i - 1), value(stages.get(i))));
            }
        }
        if (!Objects.equals(value(stages.get(stages.size() - 1)), value(is))) {
            steps.add(new DiffReleases.Step(DiffReleases.Cause.FORMULA, value(is)));
        }
        return steps;
    }

    /** Facts and memberships that entered it before or after, and are not the same. */
    private List<Record> changedRows(Map<String, Object> before, Map<String, Object> after) {
        List<Record> changed = new ArrayList<>();
        Set<String> digests = new HashSet<>(before.keySet());
        digests.addAll(after.keySet());
        digests.removeIf(digest -> before.containsKey(digest) && after.containsKey(digest));
        digests.forEach(digest -> {
            Object row = before.getOrDefault(digest, after.get(digest));
            if (row instanceof Record record && (!isFact(record) || changedFacts.containsKey(cells(record)))) {
                changed.add(record);
            }
        });
        return changed;
    }

    private static boolean isFact(Record row) {
        return FamilyInputs.table(row).startsWith("fct_");
    }

    private static Map<String, Object> rows(Computed computed, Map<String, Object> key) {
        MetricValue figure = computed.figures().get(key);
        return figure == null ? Map.of() : computed.trace().rowsByDigest(figure.inputsHash());
    }

    private static Map<String, DiffReleases.Change> columns(MetricValue was, MetricValue is) {
        Map<String, Object> before = figure(was);
        Map<String, Object> after = figure(is);
        Map<String, DiffReleases.Change> columns = new LinkedHashMap<>();
        for (String column : (is == null ? before : after).keySet()) {
            if (!Objects.equals(before.get(column), after.get(column))) {
                columns.put(column, new DiffReleases.Change(before.get(column), after.get(column)));
            }
        }
        return columns;
    }

    private static Double value(MetricValue figure) {
        return figure == null ? null : figure.value();
    }

    /** What a figure is, without its key and what it was made of. */
    private static Map<String, Object> figure(MetricValue figure) {
        if (figure == null) {
            return Map.of();
        }
        Map<String, Object> cells = new LinkedHashMap<>(RecordCells.columns(figure));
        cells.keySet().removeAll(NO_FIGURE);
        cells.keySet().removeAll(FigureAsked.KEY);
        return cells;
    }

    private static Map<Map<String, Object>, MetricValue> byKey(Collection<MetricValue> figures) {
        return figures.stream().collect(Collectors.toMap(MovedFamily::key, Function.identity()));
    }

    /** What tells a figure apart. */
    static Map<String, Object> key(MetricValue figure) {
        Map<String, Object> cells = RecordCells.columns(figure);
        Map<String, Object> key = new HashMap<>();
        FigureAsked.KEY.forEach(column -> key.put(column, cells.get(column)));
        return key;
    }

    /** The rows that stand on one side alone. */
    private static Map<List<Object>, Record> changed(List<Record> some, List<Record> others) {
        Map<List<Object>, Record> changed = new HashMap<>();
        Set<List<Object>> right = others.stream().map(MovedFamily::cells).collect(Collectors.toSet());
        some.forEach(row -> changed.put(cells(row), row));
        others.forEach(row -> changed.putIfAbsent(cells(row), row));
        some.forEach(row -> {
            if (right.contains(cells(row))) {
                changed.remove(cells(row));
            }
        });
        return changed;
    }

    private static List<Object> cells(Record row) {
        List<Object> cells = RecordCells.cells(row);
        cells.add(row.getClass());
        return cells;
    }
}
