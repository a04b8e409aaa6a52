package org.manyuan.domain;

/**
 * One row per teacher and school year.
 *
 * @param teacherKey keyed hash of the teacher's number
 * @param stage the stage taught; null where the file says nothing
 * @param talentLevel none, school, county, city, province, national; null where the file says nothing
 * @param talentStatus holder or candidate; null where the file says nothing
 * @param exchangeEligible whether the teacher counts for the exchange rate on September 1; null where the file says nothing
 */
public record TeacherFact(
        String teacherKey,
        int schoolYear,
        String schoolCode,
        Stage stage,
        String talentLevel,
        String talentStatus,
        String post,
        Boolean fullTimeTeacher,
        Boolean exchangeEligible,
        Origin origin) {}
