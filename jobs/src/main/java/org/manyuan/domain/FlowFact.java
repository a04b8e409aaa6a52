package org.manyuan.domain;

import java.io.Serializable;

/**
 * One row per unit, school year, stage, grade, school of the zone and school before: how many pupils.
 *
 * @param schoolCode where they are
 * @param zoneSchoolCode in whose zone they live; null where outside or unknown
 * @param originSchoolCode where they were before; null where outside or unknown
 */
public record FlowFact(
        String schoolCode,
        int schoolYear,
        Stage stage,
        String grade,
        String zoneSchoolCode,
        String originSchoolCode,
        long students,
        Origin origin)
        implements Serializable {}
