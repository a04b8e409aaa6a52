package org.manyuan.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring_index;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row per bad cell of a rejected row ({@code rejected_row}): where it stood and what was wrong, never what it said.
 *
 * <p>In: read rows with {@code rejects}, the parts {@code CODE:source column} joined by {@code ;}. Out: submission_id, dataset,
 * source_line, source_column, code.
 */
public final class RejectedCells {
    private RejectedCells() {}

    /** The bad cells among the rows read for one dataset. */
    public static Dataset<Row> of(Dataset<Row> read, String dataset) {
        return read.where(col("rejects").isNotNull())
                .select(
                        col("submission_id"),
                        col("source_line"),
                        explode(split(col("rejects"), ";")).as("reject"))
                .select(
                        col("submission_id"),
                        lit(dataset).as("dataset"),
                        col("source_line"),
                        expr("substring(reject, instr(reject, ':') + 1)").as("source_column"),
                        substring_index(col("reject"), ":", 1).as("code"));
    }
}
