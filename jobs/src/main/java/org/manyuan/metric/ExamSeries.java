package org.manyuan.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manyuan.domain.Stage;

/** What may be compared over years: the sittings of one series, subject, stage and grade (METRICS §0). */
final class ExamSeries {
    private final Territory territory;
    private final Stage stage;
    private final String grade;
    private final NavigableMap<Integer, List<Sitting>> sittings;
    private final NavigableMap<Integer, List<Sitting>> pooled;
    private final Set<String> sitters = new HashSet<>();

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
        all().forEach(sitting -> sitting.here().forEach(unit -> sitters.add(unit.schoolCode())));
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
        LeftOut leftOut = LeftOut.NOTHING;
        for (String code : schoolCodes) {
            if (sitting.of(code).isEmpty() && isExpected(code, sitting.heldOn())) {
                leftOut = without(leftOut, sitting.schoolYear(), code);
            }
        }
        return leftOut;
    }

    /** The same, and with their scores those that have results, but are not among the units that a figure uses. */
    LeftOut leftOut(Sitting sitting, List<String> schoolCodes, List<String> used) {
        LeftOut leftOut = leftOut(sitting, schoolCodes);
        for (String code : schoolCodes) {
            Optional<UnitMarks> marks = used.contains(code) ? Optional.empty() : sitting.of(code);
            leftOut = marks.isEmpty()
                    ? leftOut
                    : leftOut.plus(marks.get().n(), marks.get().fewest());
        }
        return leftOut;
    }

    /** Valid scores of a unit under any paper of a year. */
    long studentsIn(int schoolYear, String schoolCode) {
        return of(schoolYear).stream()
                .map(sitting -> sitting.of(schoolCode).orElse(null))
                .filter(Objects::nonNull)
                .mapToLong(UnitMarks::n)
                .sum();
    }

    /** With one unit more left out, counted by its valid scores in the current year, where it has none by those in the base year. */
    LeftOut without(LeftOut others, int schoolYear, int baseYear, String schoolCode) {
        return without(others, studentsIn(schoolYear, schoolCode) > 0 ? schoolYear : baseYear, schoolCode);
    }

    /** With one unit more left out, counted by its valid scores of the year. */
    LeftOut without(LeftOut others, int schoolYear, String schoolCode) {
        Long fewest = Fewest.of(of(schoolYear).stream()
                .flatMap(sitting -> sitting.of(schoolCode).stream())
                .mapToLong(UnitMarks::fewest));
        return others.plus(studentsIn(schoolYear, schoolCode), fewest == null ? 0 : fewest);
    }

    private boolean isExpected(String schoolCode, LocalDate day) {
        return territory.unit(schoolCode).isPresent()
                && Expected.of(territory, schoolCode, day, stage, () -> sitters.contains(schoolCode));
    }
}
