package org.manyuan.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row per accepted row that does not count, because its submission says the same key twice: with the same content all but the
 * first line are duplicates, with other content every one of them is rejected.
 *
 * <p>In: accepted rows of a stored table. Out: submission_id, sheet, source_line, the key columns, {@code repeat} ({@link #DUPLICATE} or
 * {@link #CONFLICT}). Empty for a clean file, which costs one pass over the key columns.
 */
public final class RepeatedRows {
    /** The same key with the same content: this one is left out quietly. */
    public static final String DUPLICATE = "duplicate";

    /** The same key with other content: nobody can say which is right. */
    public static final String CONFLICT = "conflict";

    /** The reason that receipts and rejected rows give for a conflict. */
    public static final String CONFLICT_CODE = "CONFLICTING_ROWS";

    private static final int FIRST_LINES = 20;

    private RepeatedRows() {}

    /**
     * Finds them.
     *
     * @param key stored names of the key columns; a null in a key equals another null
     * @param content stored names of all columns that the file filled
     */
    public static Dataset<Row> of(Dataset<Row> accepted, List<String> key, List<String> content) {
        List<String> grain = new ArrayList<>(List.of("submission_id"));
        grain.addAll(key);
        Column[] columns = Stream.concat(grain.stream(), Stream.of("sheet", "source_line", "content"))
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        Dataset<Row> rows = accepted.withColumn(
                        "content", xxhash64(content.stream().map(accepted::col).toArray(Column[]::new)))
                .select(columns);
        Dataset<Row> repeated = rows.groupBy(grain.stream().map(rows::col).toArray(Column[]::new))
                .agg(
                        count(lit(1)).as("times"),
                        min("content").as("one"),
                        max("content").as("other"))
                .where(col("times").gt(1));
        // inner join: repeated is unique in the grain
        Dataset<Row> found = rows.as("r")
                .join(
                        repeated.as("k"),
                        grain.stream()
                                .map(name -> col("r." + name).eqNullSafe(col("k." + name)))
                                .reduce(Column::and)
                                .orElseThrow())
                .selectExpr(selection(grain));
        Column first = row_number()
                .over(Window.partitionBy(grain.stream()
                                .map(org.apache.spark.sql.functions::col)
                                .toArray(Column[]::new))
                        .orderBy(col("sheet"), col("source_line")))
                .equalTo(1);
        return found.withColumn("is_first", first)
                .where(col("one").notEqual(col("other")).or(col("is_first").equalTo(false)))
                .withColumn(
                        "repeat",
                        when(col("one").equalTo(col("other")), DUPLICATE).otherwise(CONFLICT))
                .drop("one", "other", "is_first");
    }

    /**
     * The rows without the repeated ones.
     *
     * @param repeated rows of {@link #of} over the same rows and key
     */
    public static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> repeated, List<String> key) {
        List<String> grain = new ArrayList<>(List.of("submission_id", "sheet", "source_line"));
        grain.addAll(key);
        // left anti join: repeated is unique in the grain
        return rows.as("r")
                .join(
                        repeated.as("k"),
                        grain.stream()
                                .map(name -> col("r." + name).eqNullSafe(col("k." + name)))
                                .reduce(Column::and)
                                .orElseThrow(),
                        "left_anti");
    }

    /**
     * One row per submission, sheet and repeat: submission_id, sheet, repeat, row_count, first_lines (ascending, at most
     * {@value #FIRST_LINES}).
     */
    public static Dataset<Row> summary(Dataset<Row> repeated) {
        Column[] place = {col("submission_id"), col("sheet"), col("repeat")};
        return repeated.withColumn(
                        "place_no", row_number().over(Window.partitionBy(place).orderBy(col("source_line"))))
                .groupBy(place)
                .agg(
                        count(lit(1)).as("row_count"),
                        sort_array(collect_list(when(col("place_no").leq(FIRST_LINES), col("source_line"))))
                                .as("first_lines"));
    }

    private static String[] selection(List<String> grain) {
        List<String> columns =
                new ArrayList<>(grain.stream().map(name -> "r." + name).toList());
        columns.addAll(List.of("r.sheet", "r.source_line", "k.one", "k.other"));
        return columns.toArray(String[]::new);
    }
}
