package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.EducationGroup;

/**
 * Units whose figures one row puts together, and where that row stands: a group or a side of it, a district, or all leads or members
 * of a kind in a district.
 *
 * @param kind the kind of group that the set is made by; empty for a district as a whole
 * @param side {@code lead}, {@code member}, or empty for both
 * @param group null for a district
 * @param districtCode of a district; empty for a group
 * @param codes of the units, ascending
 * @param approximate whether a membership rests on a stated joined day alone
 * @param membership what says who belongs to it
 */
record Scope(
        String kind,
        String side,
        EducationGroup group,
        String districtCode,
        List<String> codes,
        boolean approximate,
        Inputs membership) {
    /** Puts the row where the set stands. */
    MetricRow place(MetricRow row) {
        return group == null ? row.district(districtCode) : row.group(group);
    }

    /** Whether membership in groups makes the set, so that the valid day matters. */
    boolean isByGroup() {
        return !kind.isEmpty();
    }
}
