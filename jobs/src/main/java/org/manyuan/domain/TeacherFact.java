package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per teacher and school year.
 *
 * @param teacherKey keyed hash of the teacher's number
 * @param stage the stage taught; null where the file says nothing
 * @param talentLevel none, school, county, city, province, national; null where the file says nothing
 * @param talentStatus holder or candidate; null where the file says nothing
 * @param exchangeEligible whether the teacher counts for the exchange rate on September 1; null where the file says nothing
 * @param certificate the teacher's certificate; null where none is held
 * @param atSchoolSince the first day at this school; null where the file says nothing
 * @param exemptReason why exempt from exchange; null where not
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
        String certificate,
        LocalDate atSchoolSince,
        String exemptReason,
        Origin origin)
        implements Serializable {}
