package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;

/**
 * One row per line of {@code group_membership} that was handed in and period in which it counted, with the kind of its group.
 *
 * @param role null where the file says nothing
 * @param joinedOn null in a snapshot that does not say
 * @param asOf the day of a snapshot; null for a span
 */
record MembershipRow(
        String groupCode,
        String kind,
        String schoolCode,
        Role role,
        String memberKind,
        LocalDate joinedOn,
        LocalDate leftOn,
        LocalDate asOf,
        String submitter,
        Instant knownFrom,
        Instant knownTo,
        int precedence,
        LocalDate sourceOn,
        long receivedNo,
        Origin origin)
        implements Statement {
    /** The day of which the line speaks: that of its snapshot, else the file's own, else the day it came. */
    LocalDate saidOn() {
        if (asOf != null) {
            return asOf;
        }
        return sourceOn != null ? sourceOn : LocalDate.ofInstant(knownFrom, ZoneOffset.UTC);
    }

    /** Whether, by this line, the school is in the group on the day of its snapshot; a snapshot may list who has left. */
    boolean isIn() {
        return leftOn == null || leftOn.isAfter(asOf);
    }

    /** The span that starts on a day with this row's words; its known time is not said. */
    MembershipSpan span(LocalDate from, LocalDate to, LocalDate firstSnapshot) {
        LocalDate before = firstSnapshot != null && from.isBefore(firstSnapshot) ? firstSnapshot : null;
        return new MembershipSpan(
                groupCode, schoolCode, role, memberKind, from, to, before != null, null, null, origin, before);
    }
}
