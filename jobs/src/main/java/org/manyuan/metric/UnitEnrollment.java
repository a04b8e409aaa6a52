package org.manyuan.metric;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One unit, school year and stage (or all its stages together): counts of students, null where a part of the count is unknown.
 *
 * @param censusOn the day the first grade was counted, else that of another grade; null where no file says it
 * @param students of all grades
 * @param intake new entrants of the first grade; of all stages together their sum
 * @param firstGrade students of the first grade
 * @param stages what was put together; empty where it is one stage
 */
record UnitEnrollment(
        String schoolCode,
        LocalDate censusOn,
        Long students,
        Long intake,
        Long firstGrade,
        Inputs inputs,
        List<UnitEnrollment> stages) {

    /** The stages of one unit put together. */
    static UnitEnrollment together(List<UnitEnrollment> stages) {
        return new UnitEnrollment(
                stages.get(0).schoolCode,
                stages.stream()
                        .map(UnitEnrollment::censusOn)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                sum(stages.stream().map(UnitEnrollment::students).toList()),
                sum(stages.stream().map(UnitEnrollment::intake).toList()),
                sum(stages.stream().map(UnitEnrollment::firstGrade).toList()),
                Inputs.all(stages.stream().map(UnitEnrollment::inputs).toList()),
                List.copyOf(stages));
    }

    /** Null where one of them is. */
    static Long sum(List<Long> counts) {
        return counts.stream().anyMatch(Objects::isNull)
                ? null
                : (Long) counts.stream().mapToLong(Long::longValue).sum();
    }

    /** A count at its smallest: of stages put together that of each stage, where it is known. */
    Long fewest(Function<UnitEnrollment, Long> count) {
        return stages.isEmpty()
                ? count.apply(this)
                : Fewest.of(stages.stream().map(count).toArray(Long[]::new));
    }

    Long entry(Entry entry) {
        return entry == Entry.INTAKE ? intake : firstGrade;
    }
}
