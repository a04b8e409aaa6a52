package org.manyuan.metric;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The smallest number of students behind a figure. Metrics hide nothing; they say it, so that disclosure can tell which totals hold a
 * count that may not be told. Null where there is none.
 */
final class Fewest {
    /** A row of a metric about students that rests on no count of them at all. */
    static final Long NO_STUDENTS = Long.MAX_VALUE;

    private Fewest() {}

    /** Of these counts. */
    static Long of(LongStream counts) {
        OptionalLong fewest = counts.min();
        return fewest.isPresent() ? fewest.getAsLong() : null;
    }

    /** Of the units' valid scores, paper by paper. */
    static Long of(Collection<UnitMarks> units) {
        long fewest = Long.MAX_VALUE;
        for (UnitMarks unit : units) {
            fewest = Math.min(fewest, unit.fewest());
        }
        return units.isEmpty() ? null : fewest;
    }

    /** Of what is known of several. */
    static Long of(Long... known) {
        Long fewest = null;
        for (Long one : known) {
            fewest = fewest == null || one != null && one < fewest ? one : fewest;
        }
        return fewest;
    }
}
