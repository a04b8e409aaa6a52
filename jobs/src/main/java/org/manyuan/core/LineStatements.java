package org.manyuan.core;

import java.util.List;

/**
 * All that says who is in which group, as far as it concerns the units of one line in one kind of group. Units are of one line that
 * follow each other or are parts of one school.
 *
 * @param days snapshots of everybody who handed in one of the rows, whichever schools they name
 * @param parts campuses and sections of the line
 * @param ends lines about the groups in the rows of which one was told to end
 */
record LineStatements(
        String kind,
        List<MembershipRow> rows,
        List<SnapshotDay> days,
        List<SuccessionRow> successions,
        List<UnitPart> parts,
        List<GroupEnd> ends) {}
