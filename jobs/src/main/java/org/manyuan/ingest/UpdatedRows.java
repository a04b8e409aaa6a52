package org.manyuan.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row per accepted message that does not count, because its batch says the same key again. Within a partition the later message
 * corrects the earlier, which is a duplicate here whatever it said. Between partitions there is no order: where the last words of two
 * partitions are the same all but one are duplicates, where they differ each of them is a conflict.
 *
 * <p>In and out as {@link RepeatedRows}: accepted rows of a stored table (sheet = partition, source_line = offset); submission_id,
 * sheet, source_line, the key columns, {@code repeat}. Empty where no key is said twice.
 */
public final class UpdatedRows {
    private UpdatedRows() {}

    /**
     * Finds them.
     *
     * @param key stored names of the key columns; a null in a key equals another null
     * @param content stored names of all columns of the contract
     */
    public static Dataset<Row> of(Dataset<Row> accepted, List<String> key, List<String> content) {
        // who submits is part of what replaces what, so it is part of who is corrected
        List<String> grain = new ArrayList<>(List.of("submission_id", "submitter"));
        grain.addAll(key);
        List<String> place = new ArrayList<>(grain);
        place.add("sheet");
        Column isLast = row_number()
                .over(Window.partitionBy(columns(place))
                        .orderBy(col("source_line").desc()))
                .equalTo(1);
        WindowSpec wholeKey = Window.partitionBy(columns(grain))
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column firstOfLast = row_number()
                .over(Window.partitionBy(columns(grain))
                        .orderBy(col("is_last").desc(), col("sheet"), col("source_line")));
        Column lastWords = when(col("is_last"), col("content"));
        Dataset<Row> told = accepted.withColumn(
                        "content", xxhash64(content.stream().map(accepted::col).toArray(Column[]::new)))
                .select(columns(Stream.concat(grain.stream(), Stream.of("sheet", "source_line", "content"))
                        .toList()))
                .withColumn("is_last", isLast)
                .withColumn("times", count(lit(1)).over(wholeKey))
                .withColumn("one", min(lastWords).over(wholeKey))
                .withColumn("other", max(lastWords).over(wholeKey))
                .withColumn("place_no", firstOfLast)
                .where(col("times").gt(1));
        Column conflicts = col("is_last").and(col("one").notEqual(col("other")));
        return told.where(conflicts.or(col("place_no").gt(1)))
                .withColumn("repeat", when(conflicts, RepeatedRows.CONFLICT).otherwise(RepeatedRows.DUPLICATE))
                .drop("is_last", "times", "one", "other", "place_no", "content", "submitter");
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
