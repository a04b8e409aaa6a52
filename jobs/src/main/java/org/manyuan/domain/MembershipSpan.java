package org.manyuan.domain;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row per group, unit, joined day and period in which we knew it so. Day d is inside when joinedOn ≤ d &lt; leftOn. A unit whose
 * role changes has a span for each role.
 *
 * @param memberKind new, weak, rural …; null where the file says nothing
 * @param leftOn null: still in
 * @param approximate some of its days rest on a stated joined day alone
 * @param knownFrom when the warehouse, or the snapshot, first said so
 * @param knownTo when it was corrected; null: it is what we know now
 * @param approximateBefore the first snapshot: days of the span before it rest on the stated joined day alone; null: none does
 */
public record MembershipSpan(
        String groupCode,
        String schoolCode,
        Role role,
        String memberKind,
        LocalDate joinedOn,
        LocalDate leftOn,
        boolean approximate,
        Instant knownFrom,
        Instant knownTo,
        Origin origin,
        LocalDate approximateBefore)
        implements Serializable {
    /** A span that is approximate on all of its days, or on none. */
    public MembershipSpan(
            String groupCode,
            String schoolCode,
            Role role,
            String memberKind,
            LocalDate joinedOn,
            LocalDate leftOn,
            boolean approximate,
            Instant knownFrom,
            Instant knownTo,
            Origin origin) {
        this(
                groupCode,
                schoolCode,
                role,
                memberKind,
                joinedOn,
                leftOn,
                approximate,
                knownFrom,
                knownTo,
                origin,
                approximate ? LocalDate.of(9999, 12, 31) : null);
    }

    /** A span as releases show it, without when it was known and what else was said of it. */
    public static MembershipSpan ofDays(
            String groupCode, String schoolCode, Role role, LocalDate joinedOn, LocalDate leftOn) {
        return new MembershipSpan(
                groupCode, schoolCode, role, null, joinedOn, leftOn, false, Instant.EPOCH, null, Origin.REPORTED);
    }

    /** Whether the unit is in the group on that day. */
    public boolean holdsOn(LocalDate day) {
        return !joinedOn.isAfter(day) && (leftOn == null || day.isBefore(leftOn));
    }

    /** Whether that day rests on a stated joined day alone. */
    public boolean isApproximateOn(LocalDate day) {
        return approximateBefore != null && day.isBefore(approximateBefore);
    }

    /** Whether the two have a valid day in common. */
    public boolean overlaps(MembershipSpan other) {
        return (leftOn == null || other.joinedOn.isBefore(leftOn))
                && (other.leftOn == null || joinedOn.isBefore(other.leftOn));
    }

    /** The days from one day on and before another; empty where the span has none of them. {@code LocalDate.MAX}: without an end. */
    public Optional<MembershipSpan> within(LocalDate from, LocalDate to) {
        LocalDate begin = joinedOn.isBefore(from) ? from : joinedOn;
        LocalDate end = leftOn == null || leftOn.isAfter(to) ? to : leftOn;
        return begin.isBefore(end)
                ? Optional.of(part(begin, end.equals(LocalDate.MAX) ? null : end, role))
                : Optional.empty();
    }

    /** The same of another unit, whose rows come from there too. */
    public MembershipSpan of(String unit, Origin and) {
        return new MembershipSpan(
                groupCode,
                unit,
                role,
                memberKind,
                joinedOn,
                leftOn,
                approximate,
                knownFrom,
                knownTo,
                origin.and(and),
                approximateBefore);
    }

    /** The same with other valid days and role; days before the first snapshot stay approximate. */
    public MembershipSpan part(LocalDate from, LocalDate to, Role as) {
        LocalDate before = approximateBefore != null && from.isBefore(approximateBefore) ? approximateBefore : null;
        return new MembershipSpan(
                groupCode, schoolCode, as, memberKind, from, to, before != null, knownFrom, knownTo, origin, before);
    }

    /** The same, known in another period. */
    public MembershipSpan known(Instant from, Instant to) {
        return new MembershipSpan(
                groupCode,
                schoolCode,
                role,
                memberKind,
                joinedOn,
                leftOn,
                approximate,
                from,
                to,
                origin,
                approximateBefore);
    }
}
