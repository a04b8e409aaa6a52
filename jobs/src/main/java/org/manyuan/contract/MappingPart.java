package org.manyuan.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mapping says about one dataset. Texts may hold {@code {name}} of a variable: of the file name or of an unpivot axis.
 *
 * @param distinct identical rows collapse quietly
 * @param axes unpivot: one list of variables an axis; a line becomes a row for every combination
 * @param columns by column of the contract: where its cells come from
 * @param constants by column of the contract: the same on every row
 * @param filters all must hold
 * @param rows constant rows, once a file (for every combination of the axes)
 */
record MappingPart(
        Contract contract,
        boolean distinct,
        List<Axis> axes,
        Map<String, CellSpec> columns,
        Map<String, String> constants,
        List<FilterSpec> filters,
        List<Map<String, String>> rows) {
    /**
     * One axis of an unpivot.
     *
     * @param steps the variables, step by step; empty where {@code match} finds them
     * @param match a pattern over header cells whose named groups are the variables; null where steps are listed
     */
    record Axis(List<Map<String, String>> steps, Pattern match) {}

    /**
     * A cell's origin and what is done to it.
     *
     * @param columns source columns; the first that is filled counts
     * @param substring first character and end, from 0; null: the whole
     * @param nulls words that mean empty
     * @param values values that mean others
     * @param dateFormat of a day; null: the usual forms
     * @param shareOf the base that it is a share of; null: it is no share
     * @param percent whether the share is in percent
     */
    record CellSpec(
            List<String> columns,
            List<Integer> substring,
            Set<String> nulls,
            Map<String, String> values,
            String dateFormat,
            String shareOf,
            boolean percent) {}

    /**
     * A condition on a line.
     *
     * @param nulls words that mean empty
     * @param values what the cell must be; empty: anything that is not empty
     */
    record FilterSpec(String column, Set<String> nulls, Set<String> values) {}
}
