package org.manyuan.domain;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One row per unit, school year and stage: what a school has to teach with. Every figure is null where the file says nothing; persons
 * and rooms may be shares of one where two stages use them together.
 *
 * @param students of the stage, the weight of every resource figure
 * @param qualifiedTeachers above the required degree: 专科 and above in primary, 本科 and above in junior school
 * @param backboneTeachers of county level and above, each person once
 * @param artsSportsTeachers full-time teachers of physical education, music and art
 * @param teachingArea 教学及辅助用房, m², indoor sports rooms included
 * @param indoorSportsArea the part of it that is 室内体育用房, m²
 * @param sportsArea gymnasiums and sports fields, m²
 * @param equipmentValue yuan
 */
public record ResourceFact(
        String schoolCode,
        int schoolYear,
        Stage stage,
        Long students,
        BigDecimal teachers,
        BigDecimal qualifiedTeachers,
        BigDecimal backboneTeachers,
        BigDecimal artsSportsTeachers,
        BigDecimal intermediateTitleTeachers,
        Long seniorPosts,
        Long postsQuota,
        Long recruits,
        BigDecimal teachingArea,
        BigDecimal indoorSportsArea,
        BigDecimal sportsArea,
        BigDecimal equipmentValue,
        BigDecimal multimediaRooms,
        BigDecimal computers,
        BigDecimal books,
        Origin origin)
        implements Serializable {}
