package org.manyuan.metric;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What counts as one unit in two years: a unit with all that it came from, or went on as, in between.
 *
 * @param codes every code that is linked, ascending
 * @param then those that have the fact in the base year
 * @param now those that have the fact in the current year
 * @param isWhole whether nothing is missing of the base year's first codes and the current year's last ones
 */
record PanelUnit(Set<String> codes, List<String> then, List<String> now, boolean isWhole) {

    /** Whether it has the fact in both years, with all its parts. */
    boolean isInBoth() {
        return isWhole && !then.isEmpty() && !now.isEmpty();
    }

    /** Whether all its parts of the current year are among these units; one with parts elsewhere belongs to neither side. */
    boolean isNowWithin(Collection<String> units) {
        return !now.isEmpty() && units.containsAll(now);
    }

    /** Whether one of its codes is among these. */
    boolean touches(Collection<String> units) {
        return codes.stream().anyMatch(units::contains);
    }
}
