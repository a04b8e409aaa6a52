package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;

/**
 * What a rule of a region asks: a number found in rows of a relation, held against a limit, for each period and each of several.
 *
 * @param shape how the number is found
 * @param relation the rows, by the name that {@code schemas/rules/relations.sql} gives them; of {@link Shape#SQL} the whole SELECT
 * @param where SQL that says which rows count; empty: all
 * @param among of a share: SQL that says which rows it is a share of; empty: all
 * @param sum SQL of what is added up; empty: rows are counted
 * @param distinct SQL of what is counted once; empty: rows are counted
 * @param measuredIn what a span is measured in
 * @param period what it is asked of
 * @param each the things of which it is asked, one by one
 * @param by the column that names the unit of {@code each}
 * @param matching which rows belong to a period
 * @param reachesRegion rows that name neither group nor unit count as well
 * @param handedIn SQL that says by which rows one sees that something was handed in at all; empty: all rows. Of a share also of which
 *     rows one knows whether they are among those of {@code where}
 * @param isHandedInByGroup whether each group must have handed in, else somebody in the region
 */
public record Requirement(
        Shape shape,
        String relation,
        String where,
        String among,
        String sum,
        String distinct,
        Measure measuredIn,
        Period period,
        Each each,
        String by,
        Matching matching,
        boolean reachesRegion,
        String handedIn,
        boolean isHandedInByGroup,
        Limit limit)
        implements Serializable {
    /** How the number is found. */
    public enum Shape {
        /** Rows, things or a sum of something. */
        COUNT,
        /** Rows or things of one sort among those of another, 0 to 1. */
        SHARE,
        /** How long each row lasts. */
        SPAN,
        /** The most days between rows of a term, with the term's ends as limits. */
        GAP,
        /** SQL that gives the cases itself. */
        SQL
    }

    /** What a span is measured in. */
    public enum Measure {
        TERMS,
        DAYS,
        MONTHS,
        YEARS
    }

    /** Which rows belong to a period. */
    public enum Matching {
        /** Those that happen, or begin, within it. */
        STARTED,
        /** Those that hold on some day of it. */
        OVERLAPPING,
        /** Those that hold on its last day. */
        IN_FORCE
    }

    /**
     * What a requirement is asked of.
     *
     * @param day of {@link Every#DAY}: month and day, such as 09-01
     * @param months of {@link Every#MONTH}: these alone, 1 to 12; empty: all
     * @param termDays of {@link Every#MONTH}: only months with so many days of term, or all of theirs where they have fewer
     * @param isWhole only periods that the subject lived through from end to end
     * @param isOver only periods that have ended by the day of the build
     * @param firstYear school years before it are not asked; 0: none
     */
    public record Period(
            Every every, String day, List<Integer> months, int termDays, boolean isWhole, boolean isOver, int firstYear)
            implements Serializable {
        public Period {
            months = List.copyOf(months);
        }
    }

    /** The length of a period. */
    public enum Every {
        SCHOOL_YEAR,
        TERM,
        MONTH,
        /** The calendar year that begins within the school year's autumn term's year. */
        CALENDAR_YEAR,
        DAY,
        /** The day on which the group was founded, in the school year of that day alone. */
        FOUNDING,
        /** The day of the build, in the school year of that day alone. */
        BUILD
    }

    /**
     * The things of which a requirement is asked, one by one.
     *
     * @param what none, the units of the group in some role, or words
     * @param column of words: the column that must be the word
     */
    public record Each(What what, String column, List<String> words) implements Serializable {
        /** Nothing but the subject itself. */
        static final Each NONE = new Each(What.NONE, "", List.of());

        public Each {
            words = List.copyOf(words);
        }

        /** Whether the things are units of the group. */
        public boolean isOfUnits() {
            return what == What.MEMBER || what == What.UNIT || what == What.LEAD;
        }
    }

    /** What sort of things. */
    public enum What {
        NONE,
        MEMBER,
        UNIT,
        LEAD,
        WORD
    }

    /**
     * Which numbers meet a requirement: all that is given must hold.
     *
     * @param atLeast null: none, as are the others
     * @param exactly one of these; empty: none
     */
    public record Limit(Double atLeast, Double atMost, Double above, List<Double> exactly) implements Serializable {
        public Limit {
            exactly = List.copyOf(exactly);
        }

        /** Whether nothing is given. */
        public boolean isNone() {
            return atLeast == null && atMost == null && above == null && exactly.isEmpty();
        }

        /** Whether a number that can only grow meets it once and for all. */
        public boolean isFloor() {
            return atMost == null && exactly.isEmpty();
        }

        /** The one number that it holds against; null where there are several or none. */
        public Double threshold() {
            if (exactly.size() == 1) {
                return exactly.get(0);
            }
            if (!exactly.isEmpty() || atLeast != null && atMost != null) {
                return null;
            }
            return atLeast != null ? atLeast : atMost != null ? atMost : above;
        }
    }
}
