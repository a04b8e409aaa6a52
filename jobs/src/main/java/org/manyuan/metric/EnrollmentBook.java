package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/** The enrollment of a territory, opened once for a metric: one {@link UnitEnrollment} per unit, stage and school year. */
final class EnrollmentBook {
    private static final Function<EnrollmentFact, String> TEXT = EnrollmentBook::text;

    /** Stands for all stages together. */
    static final String ALL_STAGES = "";

    private final Territory territory;
    private final Map<String, NavigableMap<Integer, Map<String, UnitEnrollment>>> byStage = new TreeMap<>();
    private final Map<String, Set<String>> everEnrolled = new TreeMap<>();
    private final Map<String, EnrollmentFact> byGrade = new TreeMap<>();
    private final Set<String> otherSystem = new HashSet<>();
    private final Map<String, PanelUnits> panels = new HashMap<>();

    EnrollmentBook(Territory territory, List<EnrollmentFact> facts) {
        this.territory = territory;
        Map<String, List<EnrollmentFact>> cells = new TreeMap<>();
        facts.stream()
                .filter(fact -> territory.unit(fact.schoolCode()).isPresent())
                .forEach(fact -> cells.computeIfAbsent(
                                fact.stage() + "|" + fact.schoolYear() + "|" + fact.schoolCode(),
                                any -> new ArrayList<>())
                        .add(fact));
        Map<String, List<UnitEnrollment>> together = new TreeMap<>();
        cells.values().forEach(grades -> {
            grades.forEach(fact -> byGrade.put(cell(fact.schoolCode(), fact.schoolYear(), fact.grade()), fact));
            UnitEnrollment unit = read(grades);
            EnrollmentFact any = grades.get(0);
            put(any.stage().name(), any.schoolYear(), unit);
            together.computeIfAbsent(any.schoolYear() + "|" + any.schoolCode(), key -> new ArrayList<>())
                    .add(unit);
        });
        together.forEach((key, stages) ->
                put(ALL_STAGES, Integer.parseInt(key.substring(0, key.indexOf('|'))), UnitEnrollment.together(stages)));
    }

    /** The stages that occur, as codes. */
    List<String> stages() {
        return byStage.keySet().stream().filter(stage -> !stage.isEmpty()).toList();
    }

    /** The years with rows of a stage, oldest first. */
    List<Integer> years(String stage) {
        return byStage.containsKey(stage) ? List.copyOf(byStage.get(stage).keySet()) : List.of();
    }

    /** The units with rows of a stage in a year, by code. */
    Map<String, UnitEnrollment> units(String stage, int year) {
        return byStage.getOrDefault(stage, new TreeMap<>()).getOrDefault(year, Map.of());
    }

    Optional<UnitEnrollment> of(String stage, int year, String schoolCode) {
        return Optional.ofNullable(units(stage, year).get(schoolCode));
    }

    /** What a unit handed in of one grade; a grade belongs to one stage. */
    Optional<EnrollmentFact> grade(String schoolCode, int year, String grade) {
        return Optional.ofNullable(byGrade.get(cell(schoolCode, year, grade)));
    }

    /** The valid day of a unit: its census day, else September 1. */
    LocalDate day(String stage, int year, String schoolCode) {
        return of(stage, year, schoolCode).map(UnitEnrollment::censusOn).orElse(SchoolYear.firstDay(year));
    }

    /** Who belongs where in a year, each unit by its own valid day. */
    Scopes scopes(String stage, int year) {
        Set<LocalDate> days = new HashSet<>(Set.of(SchoolYear.firstDay(year)));
        units(stage, year).keySet().forEach(code -> days.add(day(stage, year, code)));
        return new Scopes(territory, days, code -> day(stage, year, code));
    }

    /**
     * The panel units of a stage: linked by what happened after the first census day of the base year and until the last of the current
     * one, since a chain of codes may have been counted on several.
     */
    PanelUnits panel(String stage, int baseYear, int year) {
        return panels.computeIfAbsent(stage + "|" + baseYear + "|" + year, any -> panelOf(stage, baseYear, year));
    }

    private PanelUnits panelOf(String stage, int baseYear, int year) {
        LocalDate then = days(stage, baseYear).min(Comparator.naturalOrder()).orElse(SchoolYear.firstDay(baseYear));
        LocalDate now = days(stage, year).max(Comparator.naturalOrder()).orElse(SchoolYear.firstDay(year));
        return new PanelUnits(territory.successions(), counted(stage, baseYear, then), counted(stage, year, now));
    }

    private PanelUnits.Year counted(String stage, int year, LocalDate day) {
        return new PanelUnits.Year(day, units(stage, year)::containsKey, code -> isExpected(stage, year, code));
    }

    private Stream<LocalDate> days(String stage, int year) {
        return units(stage, year).keySet().stream().map(code -> day(stage, year, code));
    }

    /** A count of the parts of a panel unit together; null where one of them does not say it, or there is none. */
    Long sum(String stage, int year, List<String> parts, Function<UnitEnrollment, Long> count) {
        return parts.isEmpty() ? null : UnitEnrollment.sum(rows(stage, year, parts), count);
    }

    /** The rows of those of the units that have any, in the given order. */
    List<UnitEnrollment> rows(String stage, int year, Collection<String> codes) {
        return codes.stream()
                .map(units(stage, year)::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the membership of one of the units rests on September 1 in place of an unknown census day. */
    boolean assumesADay(String stage, int year, List<String> codes) {
        return codes.stream().map(units(stage, year)::get).anyMatch(unit -> unit != null && unit.censusOn() == null);
    }

    /**
     * Whether the entrants of one of the units rest on a schooling system that its own rows contradict: it handed in a grade of the stage
     * that the system counts to another (grade 6 of junior school under 6-3).
     */
    boolean assumesASystem(String stage, int year, Collection<String> codes) {
        return codes.stream().anyMatch(code -> otherSystem.contains(cell(code, year, stage)));
    }

    /** The same of panel units, in either year. */
    boolean assumesASystem(String stage, int baseYear, int year, Collection<PanelUnit> panel) {
        return panel.stream()
                .anyMatch(unit ->
                        assumesASystem(stage, baseYear, unit.then()) || assumesASystem(stage, year, unit.now()));
    }

    /**
     * Those of the units that have rows without the count, with their students, and those that should have rows and have none: open
     * on the day, teaching the stage (where its stages are unknown: with rows in some year), no school whose parts stand for it.
     */
    LeftOut without(String stage, int year, List<String> codes, Function<UnitEnrollment, Long> count) {
        LeftOut leftOut = LeftOut.NOTHING;
        for (String code : codes) {
            UnitEnrollment unit = of(stage, year, code).orElse(null);
            if (unit == null ? isExpected(stage, year, code) : count.apply(unit) == null) {
                leftOut = unit == null || unit.students() == null
                        ? leftOut.plus(0)
                        : leftOut.counted(unit.students(), unit.fewest(UnitEnrollment::students));
            }
        }
        return leftOut;
    }

    private boolean isExpected(String stage, int year, String code) {
        Set<String> ever = everEnrolled.getOrDefault(stage, Set.of());
        Stage asked = stage.isEmpty() ? null : Stage.valueOf(stage);
        return Expected.of(territory, code, SchoolYear.firstDay(year), asked, () -> ever.contains(code));
    }

    private static String cell(String schoolCode, int year, String part) {
        return schoolCode + "|" + year + "|" + part;
    }

    private void put(String stage, int year, UnitEnrollment unit) {
        byStage.computeIfAbsent(stage, any -> new TreeMap<>())
                .computeIfAbsent(year, any -> new TreeMap<>())
                .put(unit.schoolCode(), unit);
        everEnrolled.computeIfAbsent(stage, any -> new HashSet<>()).add(unit.schoolCode());
    }

    private UnitEnrollment read(List<EnrollmentFact> grades) {
        EnrollmentFact any = grades.get(0);
        Unit unit = territory.unit(any.schoolCode()).orElseThrow();
        List<String> ofStage = unit.schoolingSystem().grades(any.stage());
        if (!ofStage.containsAll(grades.stream().map(EnrollmentFact::grade).toList())) {
            otherSystem.add(
                    cell(unit.schoolCode(), any.schoolYear(), any.stage().name()));
        }
        String first = ofStage.get(0);
        List<EnrollmentFact> ordered = grades.stream()
                .sorted(Comparator.comparing(
                                (EnrollmentFact fact) -> !fact.grade().equals(first))
                        .thenComparing(EnrollmentFact::grade))
                .toList();
        Optional<EnrollmentFact> entry =
                ordered.stream().filter(fact -> fact.grade().equals(first)).findFirst();
        return new UnitEnrollment(
                unit.schoolCode(),
                ordered.stream()
                        .map(EnrollmentFact::censusOn)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                UnitEnrollment.sum(ordered, EnrollmentFact::students),
                entry.map(EnrollmentFact::intake).orElse(null),
                entry.map(EnrollmentFact::students).orElse(null),
                entry.map(EnrollmentFact::intakeInZone).orElse(null),
                UnitEnrollment.sum(ordered, EnrollmentFact::studentsInZone),
                UnitEnrollment.sum(ordered, EnrollmentFact::migrantStudents),
                Inputs.all(ordered.stream().map(fact -> inputs(fact, unit)).toList()),
                List.of());
    }

    /** What one row says. */
    static Inputs inputs(EnrollmentFact fact, Unit unit) {
        return Inputs.of(fact.origin().and(unit.origin()), fact, TEXT);
    }

    private static String text(EnrollmentFact fact) {
        return String.join(
                "|",
                fact.schoolCode(),
                fact.schoolYear() + "|" + fact.stage() + "|" + fact.grade() + "|" + fact.censusOn(),
                fact.students() + "|" + fact.classes() + "|" + fact.intake(),
                fact.intakeInZone() + "|" + fact.studentsInZone() + "|" + fact.migrantStudents(),
                fact.transfersIn() + "|" + fact.transfersOut() + "|" + fact.graduates() + "|" + fact.deaths());
    }
}
