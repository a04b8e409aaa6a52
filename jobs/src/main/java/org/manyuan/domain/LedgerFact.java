package org.manyuan.domain;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One entry of the ledger (台账) as the condition of a scheme sees it; every column but the number is null where the file says nothing.
 *
 * @param schoolYear the year it speaks of; null: that of its day
 * @param level national, province, city, county, school; other words as they came
 * @param status planned, trial, in_force, ended
 */
public record LedgerFact(
        String entryId,
        String groupCode,
        String schoolCode,
        String kind,
        String item,
        LocalDate heldOn,
        Integer schoolYear,
        Double value,
        String level,
        String grade,
        String status,
        Origin origin)
        implements Serializable {}
