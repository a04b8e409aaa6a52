package org.manyuan.core;

import java.time.LocalDate;

/**
 * One row per line of {@code stg_education_group}, as far as memberships follow from it.
 *
 * @param kind null where the file says nothing
 * @param dissolvedOn the last day of the group; null: it stands, as far as this file knows
 */
public record StoredGroup(
        String groupCode,
        String kind,
        LocalDate dissolvedOn,
        String submissionId,
        String submitter,
        int precedence,
        LocalDate sourceOn,
        long receivedNo,
        Long sourceLine)
        implements Stored {}
