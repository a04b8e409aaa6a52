package org.manyuan.core;

import java.util.List;
import org.manyuan.domain.Unit;

/**
 * What memberships follow from: of every dataset all rows that were ever handed in, not only the current ones, because what was
 * replaced or taken back is what we knew. In any order.
 *
 * @param units as they are now
 * @param submissions the periods in which they counted; a submission that is missing here always counted
 */
public record MembershipSources(
        List<StoredMembership> memberships,
        List<StoredGroup> groups,
        List<StoredSuccession> successions,
        List<Unit> units,
        List<CountedPeriod> submissions) {
    public MembershipSources {
        memberships = List.copyOf(memberships);
        groups = List.copyOf(groups);
        successions = List.copyOf(successions);
        units = List.copyOf(units);
        submissions = List.copyOf(submissions);
    }
}
