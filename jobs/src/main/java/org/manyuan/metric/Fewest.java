package org.manyuan.metric;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
        return counts.boxed().min(Long::compare).orElse(null);
    }

    /** Of the units' valid scores, paper by paper. */
    static Long of(Collection<UnitMarks> units) {
        return of(units.stream().mapToLong(UnitMarks::fewest));
    }

    /** Of what is known of several. */
    static Long of(Long... known) {
        return Stream.of(known).filter(Objects::nonNull).min(Long::compare).orElse(null);
    }
}
