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
 * @param intakeInZone entrants who live in the unit's zone
 * @param studentsInZone of all grades
 * @param migrants children of migrant workers, of all grades
 * @param stages what was put together; empty where it is one stage
 */
record UnitEnrollment(
        String schoolCode,
        LocalDate censusOn,
        Long students,
        Long intake,
        Long firstGrade,
        Long intakeInZone,
        Long studentsInZone,
        Long migrants,
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
                sum(stages, UnitEnrollment::students),
                sum(stages, UnitEnrollment::intake),
                sum(stages, UnitEnrollment::firstGrade),
                sum(stages, UnitEnrollment::intakeInZone),
                sum(stages, UnitEnrollment::studentsInZone),
                sum(stages, UnitEnrollment::migrants),
                Inputs.all(stages.stream().map(UnitEnrollment::inputs).toList()),
                List.copyOf(stages));
    }

    /** Null where one of them is. */
    static <T> Long sum(List<T> parts, Function<T, Long> count) {
        long sum = 0;
        for (T part : parts) {
            Long counted = count.apply(part);
            if (counted == null) {
                return null;
            }
            sum += counted;
        }
        return sum;
    }

    /** A count at its smallest: of stages put together that of each stage, where it is known. */
    Long fewest(Function<UnitEnrollment, Long> count) {
        return stages.isEmpty()
                ? count.apply(this)
                : Fewest.of(stages.stream().map(count).toArray(Long[]::new));
    }
}
