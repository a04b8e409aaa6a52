package org.manyuan.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row per line of a submission and what a check finds wrong there: submission_id, sheet, source_line, dataset, code, column_name.
 * Where it stands and which check says so, never what it says.
 */
public final class Findings {
    private static final int FIRST_LINES = 20;

    /** Where a row of a dataset came from. */
    static final String[] PLACE = {"submission_id", "sheet", "source_line"};

    private static final String[] COLUMNS = {"submission_id", "sheet", "source_line", "dataset", "code", "column_name"};

    private Findings() {}

    /**
     * Names the check on the lines that it finds.
     *
     * @param placed rows with submission_id, sheet and source_line; a wide line may stand in it several times
     * @param column the column of the dataset that is told
     */
    static Dataset<Row> of(Dataset<Row> placed, String dataset, String code, String column) {
        return named(placed.withColumn("column_name", lit(column)), dataset, code);
    }

    /** The same where each row says its column_name. */
    static Dataset<Row> named(Dataset<Row> placed, String dataset, String code) {
        return placed.withColumn("dataset", lit(dataset))
                .withColumn("code", lit(code))
                .select(columns(COLUMNS))
                // the subjects of a wide line share its cells: one finding
                .distinct();
    }

    /**
     * One row per submission, sheet, dataset, code and column: these, line_count, first_lines (ascending, at most
     * {@value #FIRST_LINES}).
     */
    public static Dataset<Row> summary(Dataset<Row> found) {
        Column[] place = columns("submission_id", "sheet", "dataset", "code", "column_name");
        return found.withColumn(
                        "place_no", row_number().over(Window.partitionBy(place).orderBy(col("source_line"))))
                .groupBy(place)
                .agg(
                        count(lit(1)).as("line_count"),
                        sort_array(collect_list(when(col("place_no").leq(FIRST_LINES), col("source_line"))))
                                .as("first_lines"));
    }

    static Column[] columns(String... names) {
        return Arrays.stream(names).map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    }

    /** Where the row came from, and more of its columns. */
    static Column[] placeAnd(String... names) {
        return columns(Stream.concat(Arrays.stream(PLACE), Arrays.stream(names)).toArray(String[]::new));
    }
}
