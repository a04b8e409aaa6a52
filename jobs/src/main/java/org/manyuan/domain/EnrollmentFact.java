package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per unit, school year, stage and grade. Counts are students; null where the file says nothing.
 *
 * @param censusOn the day the pupils were counted; null where the file says nothing
 * @param intake new entrants of the stage, on the row of its first grade
 * @param intakeInZone those of them who live in the unit's zone (施教区)
 * @param studentsInZone those of the students who live in the zone
 * @param migrantStudents children of migrant workers (随迁子女) among the students
 * @param transfersIn who came during the school year
 * @param transfersOut who left during the school year
 * @param graduates who finished the stage in this school year, on the row of its last grade
 * @param deaths who died during the school year
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
        Long intakeInZone,
        Long studentsInZone,
        Long migrantStudents,
        Long transfersIn,
        Long transfersOut,
        Long graduates,
        Long deaths,
        Origin origin)
        implements Serializable {}
