package org.manyuan.domain;

import java.time.LocalDate;

/**
 * One row per unit, school year, stage and grade. Counts are students; null where the file says nothing.
 *
 * @param censusOn the day the pupils were counted; null where the file says nothing
 * @param intake new entrants of the stage, on the row of its first grade
 */
public record EnrollmentFact(
        String schoolCode,
        int schoolYear,
        Stage stage,
        String grade,
        LocalDate censusOn,
        Long students,
        Long classes,
        Long intake,
        Origin origin) {}
