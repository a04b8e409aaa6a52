package org.manyuan.core;

/**
 * One row of what says who is in which group, addressed to the units of one line in one kind of group: exactly one of the records is
 * there. So all that decides about a school meets in one place of the cluster. Public because Spark's generated code makes it.
 *
 * @param line the lowest code among units that follow each other or are parts of one school; the unit's own where there are none
 */
public record MembershipStatement(
        String line,
        String kind,
        MembershipRow row,
        SnapshotDay day,
        SuccessionRow succession,
        UnitPart part,
        GroupEnd end) {}
