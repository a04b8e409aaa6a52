package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per exchange of a teacher (交流轮岗).
 *
 * @param teacherKey keyed hash of the teacher's number
 * @param groupCode null where the exchange belongs to no group
 * @param endedOn the last day; null: still running
 * @param kind 轮岗, 支教, 挂职, 跟岗, 走教, 兼课, 派驻, 任教
 * @param talentLevel none, school, county, city, province, national; null where the file says nothing
 * @param fte full-time equivalents; null where the file says nothing
 */
public record ExchangeSpell(
        String exchangeId,
        String teacherKey,
        String groupCode,
        String fromSchoolCode,
        String toSchoolCode,
        LocalDate startedOn,
        LocalDate endedOn,
        String kind,
        String post,
        String talentLevel,
        Double fte,
        Origin origin)
        implements Serializable {}
