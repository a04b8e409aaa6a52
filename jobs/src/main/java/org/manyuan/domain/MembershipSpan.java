package org.manyuan.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One row per group, unit, joined day and period in which we knew it so. Day d is inside when joinedOn ≤ d &lt; leftOn.
 *
 * @param memberKind new, weak, rural …; null where the file says nothing
 * @param leftOn null: still in
 * @param approximate rests on a stated joined day alone (before the first snapshot)
 * @param knownFrom when the warehouse, or the snapshot, first said so
 * @param knownTo when it was corrected; null: it is what we know now
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
        Origin origin) {
    /** Whether the unit is in the group on that day. */
    public boolean holdsOn(LocalDate day) {
        return !joinedOn.isAfter(day) && (leftOn == null || day.isBefore(leftOn));
    }
}
