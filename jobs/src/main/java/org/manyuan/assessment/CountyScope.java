package org.manyuan.assessment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.manyuan.contract.CountyItem;
import org.manyuan.contract.CountyStandard;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * Which units of a county a standard speaks of in one school year, and which of them should have handed in something of a stage. Source:
 * METRICS A1.
 */
final class CountyScope {
    static final String HEADCOUNT = "ENR-14";
    static final String NEARBY = "ENR-08";

    private final CountyStandard standard;
    private final int year;
    private final Map<String, Unit> units;
    private final List<MetricValue> ofUnits;
    private final Map<String, Set<String>> everWithFigures = new TreeMap<>();
    private final Map<String, Set<Stage>> ofParts = new TreeMap<>();
    private final Map<String, Boolean> isIn = new HashMap<>();
    private final Map<Stage, Set<String>> asked = new EnumMap<>(Stage.class);

    /** @param figures of the county and its units, all years */
    CountyScope(CountyStandard standard, int year, CountyFacts facts, List<MetricValue> figures) {
        this.standard = standard;
        this.year = year;
        this.units = facts.byCode();
        Set<String> metrics = metricsOfUnits(List.of(standard));
        List<MetricValue> ofAllYears = figures.stream()
                .filter(row -> !row.schoolCode().isEmpty() && metrics.contains(row.metricId()))
                .toList();
        this.ofUnits =
                ofAllYears.stream().filter(row -> row.schoolYear() == year).toList();
        ofAllYears.forEach(row -> everWithFigures
                .computeIfAbsent(row.stage(), any -> new TreeSet<>())
                .add(row.schoolCode()));
        facts.units().stream().filter(unit -> unit.partOf() != null).forEach(part -> ofParts.computeIfAbsent(
                        part.partOf(), any -> EnumSet.noneOf(Stage.class))
                .addAll(part.stages().isEmpty() ? EnumSet.allOf(Stage.class) : part.stages()));
    }

    /** The metrics whose rows of units standards look at: what they ask of schools, and what their items count or complete by schools. */
    static Set<String> metricsOfUnits(List<CountyStandard> standards) {
        Set<String> metrics = new TreeSet<>(Set.of(HEADCOUNT, NEARBY));
        for (CountyStandard standard : standards) {
            if (standard.schools() != null) {
                metrics.addAll(standard.schools().atLeast().keySet());
            }
            standard.items().values().stream()
                    .filter(item -> item.by() == CountyItem.By.FIGURES)
                    .flatMap(item -> item.figures().stream())
                    .forEach(figure -> metrics.add(figure.split(" ")[0]));
        }
        return metrics;
    }

    /** Whether the standard speaks of a unit: by its type and, where that matters, its students. Of one that nobody described it does. */
    boolean isIn(String code) {
        return isIn.computeIfAbsent(code, this::isSpokenOf);
    }

    /** The rows of the year of the units that it speaks of, by code. */
    Map<String, MetricValue> rows(String metric, String measure, Stage stage) {
        Map<String, MetricValue> rows = new TreeMap<>();
        ofUnits.stream()
                .filter(row -> row.metricId().equals(metric)
                        && row.measure().equals(measure)
                        && row.variant().isEmpty()
                        && row.stage().equals(stage.name())
                        && isIn(row.schoolCode()))
                .forEach(row -> rows.put(row.schoolCode(), row));
        return rows;
    }

    /**
     * The units that should have handed in something of a stage: those with students in it, and those open on September 1 that teach it
     * (where their stages are unknown: with a figure of it in some year), no school whose parts teach it. Where nobody is, nothing is
     * asked.
     */
    Set<String> asked(Stage stage) {
        return asked.computeIfAbsent(stage, this::thoseAsked);
    }

    private Set<String> thoseAsked(Stage stage) {
        Map<String, MetricValue> counts = rows(HEADCOUNT, "headcount", stage);
        Set<String> asked = new TreeSet<>(counts.keySet());
        LocalDate day = SchoolYear.firstDay(year);
        units.values().stream()
                .filter(unit -> isIn(unit.schoolCode()) && isOpen(unit, day) && teaches(unit, stage))
                .forEach(unit -> asked.add(unit.schoolCode()));
        counts.values().stream()
                .filter(row -> row.value() != null && row.value() == 0)
                .forEach(row -> asked.remove(row.schoolCode()));
        return asked;
    }

    /**
     * Whether the units that are asked have a figure, of a metric that has rows of units. Not asked is a unit younger than its stage is
     * long: it has no cohort that went through.
     */
    boolean isTold(String metric, String measure, Stage stage) {
        Map<String, MetricValue> rows = rows(metric, measure, stage);
        return !rows.isEmpty()
                && asked(stage).stream()
                        .filter(code -> wasOpenThroughout(stage, units.get(code)))
                        .allMatch(
                                code -> rows.containsKey(code) && rows.get(code).value() != null);
    }

    private boolean wasOpenThroughout(Stage stage, Unit unit) {
        return unit == null
                || unit.openedOn() == null
                || !unit.openedOn()
                        .isAfter(SchoolYear.firstDay(
                                year + 1 - unit.schoolingSystem().grades(stage).size()));
    }

    private boolean isSpokenOf(String code) {
        Unit unit = units.get(code);
        if (unit == null || unit.schoolType() == null) {
            return true;
        }
        if (standard.scope().without().contains(unit.schoolType())) {
            return false;
        }
        Integer least = standard.scope().least().get(unit.schoolType());
        Long students = least == null ? null : students(code);
        return students == null || students >= least;
    }

    /** Of its enrollment, else of its resources; null where neither says it. */
    private Long students(String code) {
        Long enrolled = students(code, Set.of(HEADCOUNT + " headcount"), row -> Math.round(row.value()));
        if (enrolled != null || standard.schools() == null) {
            return enrolled;
        }
        Set<String> resources = standard.schools().atLeast().keySet().stream()
                .map(metric -> metric + " value")
                .collect(Collectors.toSet());
        return students(code, resources, row -> row.n() == null ? 0 : row.n());
    }

    private Long students(String code, Set<String> figures, ToLongFunction<MetricValue> students) {
        Map<String, Long> byStage = new TreeMap<>();
        ofUnits.stream()
                .filter(row -> row.schoolCode().equals(code)
                        && row.variant().isEmpty()
                        && !row.stage().isEmpty()
                        && row.value() != null
                        && figures.contains(row.metricId() + " " + row.measure()))
                .forEach(row -> byStage.merge(row.stage(), students.applyAsLong(row), Math::max));
        return byStage.values().stream().reduce(Long::sum).orElse(null);
    }

    private boolean teaches(Unit unit, Stage stage) {
        return unit.stages().isEmpty()
                ? everWithFigures.getOrDefault(stage.name(), Set.of()).contains(unit.schoolCode())
                : unit.stages().contains(stage)
                        && !ofParts.getOrDefault(unit.schoolCode(), Set.of()).contains(stage);
    }

    private static boolean isOpen(Unit unit, LocalDate day) {
        return (unit.openedOn() == null || !unit.openedOn().isAfter(day))
                && (unit.closedOn() == null || unit.closedOn().isAfter(day));
    }
}
