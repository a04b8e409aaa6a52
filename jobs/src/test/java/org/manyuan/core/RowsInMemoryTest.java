package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.vectorized.ColumnarBatchRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.manyuan.SharedSpark;

class RowsInMemoryTest {
    private static final int ROWS = 10_000;

    @TempDir
    Path folder;

    private Dataset<Row> stored;

    @BeforeEach
    void store() {
        String file = folder.resolve("rows").toString();
        SharedSpark.session()
                .range(0, ROWS, 1, 2)
                .select(
                        concat(lit("S"), col("id").mod(7)).as("school"),
                        when(col("id").mod(11).equalTo(0), lit(null))
                                .otherwise(col("id").cast("decimal(9,3)"))
                                .as("score"),
                        concat(lit("R"), col("id").mod(3)).as("receipt"),
                        col("id"))
                .write()
                .parquet(file);
        stored = SharedSpark.session().read().parquet(file);
    }

    @Test
    void batchesAreGoneThroughAsTheyAreWithTheColumnsInTheOrderAskedFor() {
        assertSame(stored.select("score", "school", "id"), true, ROWS);
    }

    @Test
    void rowsThatAreLeftOutAreLeftOut() {
        assertSame(
                stored.filter(not(col("receipt").isin("R1")))
                        .filter("id < 9000")
                        .select("score", "school", "id"),
                true,
                6000);
    }

    @Test
    void nothingIsLeftWhereEveryRowIsLeftOut() {
        assertSame(stored.filter(col("receipt").equalTo("nobody")).select("score", "school", "id"), true, 0);
    }

    @Test
    void aPlanThatDoesMoreIsRun() {
        assertSame(stored.select(col("score"), concat(col("school"), lit("!")).as("school"), col("id")), false, ROWS);
    }

    private static void assertSame(Dataset<Row> rows, boolean areBatches, long count) {
        List<String> expected = rows.collectAsList().stream()
                .map(row -> row.getDecimal(0) + "|" + row.getString(1) + "|" + row.getLong(2))
                .sorted()
                .toList();
        assertThat(RowsInMemory.of(rows).map(RowsInMemoryTest::text).collect())
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(Math.toIntExact(count));
        assertThat(RowsInMemory.of(rows)
                        .map(row -> row instanceof ColumnarBatchRow)
                        .distinct()
                        .collect())
                .isEqualTo(count == 0 ? List.of() : List.of(areBatches));
    }

    private static String text(InternalRow row) {
        return (row.isNullAt(0) ? null : row.getDecimal(0, 9, 3)) + "|" + row.getUTF8String(1) + "|" + row.getLong(2);
    }
}
