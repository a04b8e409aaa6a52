package org.manyuan.contract;

import java.io.Serializable;
import java.util.List;

/**
 * A check over several columns of one row. Columns that are empty satisfy it, unless its kind is about emptiness.
 *
 * @param kind what is checked
 * @param columns the columns in the order the kind expects; the first one is named in a reject
 * @param when the column that decides whether the rule applies; null: always
 * @param codes values of {@code when} for which it applies
 * @param among what AMONG allows; empty for every other kind
 */
public record Rule(Kind kind, List<String> columns, String when, List<String> codes, List<String> among)
        implements Serializable {
    /** The kinds of checks that contracts can name. */
    public enum Kind {
        /** The first day lies after the second, else ENDS_BEFORE_BEGIN. */
        AFTER,
        /** The first day is the second or lies after it, else ENDS_BEFORE_BEGIN. */
        NOT_BEFORE,
        /** The first number is at most the second, else PART_ABOVE_WHOLE. */
        AT_MOST,
        /** The two values differ, else SAME_VALUE. */
        DIFFERENT,
        /** At least one is filled, else REQUIRED. */
        FILLED,
        /** All are empty, else NOT_EMPTY. */
        EMPTY,
        /** The value, a text, is one of those the rule lists, else CODE: an open list that is closed for some rows. */
        AMONG,
        /** Stage, grade: the grade belongs to the stage in some schooling system, else GRADE_NOT_IN_STAGE. */
        GRADE_OF_STAGE,
        /** Exam, subject, score: a known paper, at most its full mark, on its step; else UNKNOWN_PAPER, ABOVE_FULL_MARK, OFF_STEP. */
        ON_PAPER
    }
}
