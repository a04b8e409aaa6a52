package org.manyuan.core;

import java.time.LocalDate;
import org.manyuan.domain.Origin;

/**
 * One row per line of {@code stg_group_membership}.
 *
 * @param role as written; null or empty where the file says nothing
 * @param joinedOn null in a snapshot that does not say
 * @param asOf the day of a snapshot; null for a span
 */
public record StoredMembership(
        String groupCode,
        String schoolCode,
        String role,
        String memberKind,
        LocalDate joinedOn,
        LocalDate leftOn,
        LocalDate asOf,
        Origin origin,
        String submissionId,
        String submitter,
        int precedence,
        LocalDate sourceOn,
        long receivedNo,
        Long sourceLine)
        implements Stored {}
