package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One row per entry of the ledger (台账): a dated fact about a group, a school or a person that is no roll and no score. Every column
 * but the number is null where the file says nothing.
 *
 * @param schoolCode the school it is about; of a shared facility its owner
 * @param otherSchoolCode the user of a facility, the school of a mentor
 * @param personKey keyed hash; of a mentoring the young teacher
 * @param otherPersonKey keyed hash of the mentor
 * @param heldOn the day it happened or from which it holds
 * @param until the last day on which it holds; null: open
 * @param schoolYear the year it speaks of; null: that of its day
 * @param bound exact, about, at_least, below
 * @param status planned, trial, in_force, ended
 */
public record LedgerEntry(
        String entryId,
        String authorityCode,
        String groupCode,
        String schoolCode,
        String otherSchoolCode,
        String personKey,
        String otherPersonKey,
        String kind,
        String item,
        LocalDate heldOn,
        LocalDate until,
        Integer schoolYear,
        Double value,
        Double value2,
        String unit,
        String bound,
        String grade,
        String status,
        Origin origin)
        implements Serializable {}
