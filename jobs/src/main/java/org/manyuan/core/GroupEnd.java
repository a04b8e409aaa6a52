package org.manyuan.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.manyuan.domain.MembershipSpan;

/**
 * One row per line about a group that was handed in and period in which it counted: until when the group was.
 *
 * @param dissolvedOn the last day of the group; null: it stands, as far as this file knows
 */
record GroupEnd(
        String groupCode,
        LocalDate dissolvedOn,
        Instant knownFrom,
        Instant knownTo,
        int precedence,
        LocalDate sourceOn,
        long receivedNo)
        implements Statement {

    /** The memberships without the days on which, as known at an instant, their group was no more. */
    static List<MembershipSpan> cut(List<MembershipSpan> spans, Collection<GroupEnd> ends, Instant instant) {
        Map<String, LocalDate> over = new HashMap<>();
        Statement.knownAt(instant, ends)
                .forEach(end -> over.put(end.groupCode, end.dissolvedOn == null ? null : end.dissolvedOn.plusDays(1)));
        return spans.stream()
                .flatMap(span -> over.get(span.groupCode()) == null
                        ? Stream.of(span)
                        : span.within(span.joinedOn(), over.get(span.groupCode())).stream())
                .toList();
    }
}
