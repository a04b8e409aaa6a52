package org.manyuan.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.domain.Stage;

/** What may be compared over years: the sittings of one series, subject, stage and grade (METRICS §0). */
final class ExamSeries {
    private final Territory territory;
    private final Stage stage;
    private final String grade;
    private final NavigableMap<Integer, List<Sitting>> sittings;
    private final NavigableMap<Integer, List<Sitting>> pooled;
    private final Map<Integer, Map<String, List<UnitMarks>>> marks = new HashMap<>();
    private final Set<String> sitters = new HashSet<>();
    private final Map<Sitting, Map<List<String>, LeftOut>> leftOut = new HashMap<>();

    /**
     * @param sittings by school year; within a year in order of day and exam_code
     * @param pooled where several papers of a year have one full mark: all of them put together
     */
    ExamSeries(
            Territory territory,
            Stage stage,
            String grade,
            NavigableMap<Integer, List<Sitting>> sittings,
            NavigableMap<Integer, List<Sitting>> pooled) {
        this.territory = territory;
        this.stage = stage;
        this.grade = grade;
        this.sittings = sittings;
        this.pooled = pooled;
        all().forEach(sitting -> sitting.here().forEach(unit -> {
            sitters.add(unit.schoolCode());
            marks.computeIfAbsent(sitting.schoolYear(), any -> new HashMap<>())
                    .computeIfAbsent(unit.schoolCode(), any -> new ArrayList<>())
                    .add(unit);
        }));
    }

    Stage stage() {
        return stage;
    }

    String grade() {
        return grade;
    }

    /** The years with results, oldest first. */
    List<Integer> years() {
        return List.copyOf(sittings.keySet());
    }

    /** The sittings of a year; none is an empty list. */
    List<Sitting> of(int schoolYear) {
        return sittings.getOrDefault(schoolYear, List.of());
    }

    /** The papers that a pooled sitting puts together: those of its year with its full mark. */
    List<Sitting> partsOf(Sitting pool) {
        BigDecimal fullMark = pool.paper().fullMark();
        return of(pool.schoolYear()).stream()
                .filter(part -> fullMark == null
                        ? part.paper().fullMark() == null
                        : part.paper().fullMark() != null
                                && part.paper().fullMark().compareTo(fullMark) == 0)
                .toList();
    }

    /** The pooled sittings of a year; none is an empty list. */
    List<Sitting> pooledOf(int schoolYear) {
        return pooled.getOrDefault(schoolYear, List.of());
    }

    /** Every sitting proper, oldest first. */
    List<Sitting> all() {
        return sittings.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The sittings that a district has rows of, oldest first: every paper that a unit of it sat, and where these are several the
     * pooled one.
     */
    List<Sitting> in(String districtCode) {
        return allWithPooled().stream()
                .filter(sitting -> sitting.concerns(districtCode))
                .toList();
    }

    /** Every sitting, the pooled ones last. */
    List<Sitting> allWithPooled() {
        return Stream.concat(all().stream(), pooled.values().stream().flatMap(List::stream))
                .toList();
    }

    /**
     * Those of the units that should have results in a sitting and have none, with the scores they have under other papers of the
     * year. Expected is a unit that teaches the stage (where its stages are unknown: one that sat the series in some year) and is
     * open on the day; a school whose parts have figures of their own is not expected itself.
     */
    LeftOut leftOut(Sitting sitting, List<String> schoolCodes) {
        return leftOut.computeIfAbsent(sitting, any -> new HashMap<>())
                .computeIfAbsent(schoolCodes, codes -> withoutResults(sitting, codes));
    }

    private LeftOut withoutResults(Sitting sitting, List<String> schoolCodes) {
        LeftOut without = LeftOut.NOTHING;
        for (String code : schoolCodes) {
            if (sitting.of(code).isEmpty() && isExpected(code, sitting.heldOn())) {
                without = without(without, sitting.schoolYear(), List.of(code));
            }
        }
        return without;
    }

    /** The same, and with their scores those that have results, but are not among the units that a figure uses. */
    LeftOut leftOut(Sitting sitting, List<String> schoolCodes, List<String> used) {
        Set<String> usedCodes = new HashSet<>(used);
        LeftOut without = leftOut(sitting, schoolCodes);
        for (String code : schoolCodes) {
            Optional<UnitMarks> unused = usedCodes.contains(code) ? Optional.empty() : sitting.of(code);
            without = unused.isEmpty()
                    ? without
                    : without.plus(unused.get().n(), unused.get().fewest());
        }
        return without;
    }

    /** Valid scores of a unit under any paper of a year. */
    long studentsIn(int schoolYear, String schoolCode) {
        return marksIn(schoolYear, schoolCode).stream().mapToLong(UnitMarks::n).sum();
    }

    /** The panel units of two sittings. */
    PanelUnits panel(Sitting base, Sitting now) {
        return new PanelUnits(territory.successions(), sat(base), sat(now));
    }

    /** Whether one of the units of the current sitting, or what it came from, sat an earlier one. */
    boolean satBy(List<String> units, Sitting base, Sitting now) {
        return panel(base, now).linked(units).stream()
                .anyMatch(code -> base.of(code).isPresent());
    }

    private PanelUnits.Year sat(Sitting sitting) {
        return new PanelUnits.Year(
                sitting.heldOn(), code -> sitting.of(code).isPresent(), code -> isExpected(code, sitting.heldOn()));
    }

    /**
     * Those of the units with results in either year that a panel does not use: each panel unit once, counted by its valid scores in
     * the current year, where it has none by those in the base year.
     *
     * @param base null where the base year has no results
     */
    LeftOut leftOut(Sitting now, int baseYear, Sitting base, Collection<String> codes, List<PanelUnit> used) {
        TreeSet<String> rest = new TreeSet<>(codes);
        rest.removeIf(code -> studentsIn(now.schoolYear(), code) + studentsIn(baseYear, code) == 0);
        used.forEach(unit -> rest.removeAll(unit.codes()));
        LeftOut leftOut = LeftOut.NOTHING;
        while (!rest.isEmpty()) {
            Set<String> parts = new TreeSet<>(Set.of(rest.first()));
            if (base != null) {
                parts.addAll(panel(base, now).linked(parts));
                parts.retainAll(rest);
            }
            rest.removeAll(parts);
            boolean isNow = parts.stream().anyMatch(code -> studentsIn(now.schoolYear(), code) > 0);
            leftOut = without(leftOut, isNow ? now.schoolYear() : baseYear, parts);
        }
        return leftOut;
    }

    /** With one unit more left out, counted by the valid scores of its parts in the year. */
    private LeftOut without(LeftOut others, int schoolYear, Collection<String> parts) {
        long students =
                parts.stream().mapToLong(code -> studentsIn(schoolYear, code)).sum();
        Long fewest = Fewest.of(parts.stream()
                .flatMap(code -> marksIn(schoolYear, code).stream())
                .mapToLong(UnitMarks::fewest));
        return others.plus(students, fewest == null ? 0 : fewest);
    }

    /** The marks of a unit of the territory under every paper of a year. */
    private List<UnitMarks> marksIn(int schoolYear, String schoolCode) {
        return marks.getOrDefault(schoolYear, Map.of()).getOrDefault(schoolCode, List.of());
    }

    private boolean isExpected(String schoolCode, LocalDate day) {
        return Expected.of(territory, schoolCode, day, stage, () -> sitters.contains(schoolCode));
    }
}
