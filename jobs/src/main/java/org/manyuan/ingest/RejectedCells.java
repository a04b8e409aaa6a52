package org.manyuan.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring_index;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row per bad cell of a rejected row ({@code rejected_row}): where it stood and what was wrong, never what it said.
 *
 * <p>In: read rows with {@code rejects}, the parts {@code CODE:source column} joined by {@code ;}. Out: submission_id, file_name,
 * dataset, sheet, source_line, source_column, code.
 */
public final class RejectedCells {
    private RejectedCells() {}

    /** The bad cells among the rows read for one dataset. */
    public static Dataset<Row> of(Dataset<Row> read, String dataset) {
        return read.where(col("rejects").isNotNull())
                .select(
                        col("submission_id"),
                        col("file_name"),
                        col("sheet"),
                        col("source_line"),
                        explode(split(col("rejects"), ";")).as("reject"))
                .select(
                        col("submission_id"),
                        col("file_name"),
                        lit(dataset).as("dataset"),
                        col("sheet"),
                        col("source_line"),
                        expr("substring(reject, instr(reject, ':') + 1)").as("source_column"),
                        substring_index(col("reject"), ":", 1).as("code"))
                // a bad key rejects every row of a wide line: one cell, told once
                .distinct();
    }

    /**
     * The lines that a check of severity error found.
     *
     * @param found rows of {@link Findings}, with file_name and source_column
     */
    public static Dataset<Row> ofFindings(Dataset<Row> found) {
        return found.select("submission_id", "file_name", "dataset", "sheet", "source_line", "source_column", "code");
    }

    /**
     * The conflicting ones among repeated rows: the whole line, its key named as the column.
     *
     * @param repeated rows of {@link RepeatedRows}, with file_name
     */
    public static Dataset<Row> ofConflicts(Dataset<Row> repeated, String dataset, List<String> key) {
        return repeated.where(col("repeat").equalTo(RepeatedRows.CONFLICT))
                .select(
                        col("submission_id"),
                        col("file_name"),
                        lit(dataset).as("dataset"),
                        col("sheet"),
                        col("source_line"),
                        lit(String.join(", ", key)).as("source_column"),
                        lit(RepeatedRows.CONFLICT_CODE).as("code"));
    }
}
