package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Role;

/**
 * One row per line of {@code group_membership} that was handed in, with the kind of its group. Public because Spark's generated code
 * makes it.
 *
 * @param role null where the file says nothing
 * @param joinedOn null in a snapshot that does not say
 * @param asOf the day of a snapshot; null for a span
 * @param snapshotDays days since 1970-01-01 of every snapshot of this submitter, whether or not it names the school
 * @param receivedAt when it came
 */
public record MembershipRow(
        String groupCode,
        String kind,
        String schoolCode,
        Role role,
        String memberKind,
        LocalDate joinedOn,
        LocalDate leftOn,
        LocalDate asOf,
        String submitter,
        int[] snapshotDays,
        Instant receivedAt,
        int precedence,
        LocalDate sourceOn,
        long receivedNo,
        Origin origin) {
    /** What counts first comes last: precedence, then the file's own day, then arrival. */
    static final Comparator<MembershipRow> BY_RANK = Comparator.comparingInt(MembershipRow::precedence)
            .thenComparing(MembershipRow::sourceOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(MembershipRow::receivedNo);

    /** The span that starts on a day with this row's words; its known time is not said. */
    MembershipSpan span(LocalDate from, LocalDate to, LocalDate firstSnapshot) {
        LocalDate before = firstSnapshot != null && from.isBefore(firstSnapshot) ? firstSnapshot : null;
        return new MembershipSpan(
                groupCode, schoolCode, role, memberKind, from, to, before != null, null, null, origin, before);
    }
}
