package org.manyuan.store;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows of a command that only checks: files in its temporary folder, read as if they stood in the tables. The warehouse is never
 * written to, so there is nothing to take back.
 */
final class RehearsedTables implements WrittenTables {
    private final SparkSession spark;
    private final Warehouse warehouse;
    private final Path folder;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Dataset<Row>> added = new ConcurrentHashMap<>();

    RehearsedTables(SparkSession spark, Warehouse warehouse, Path folder) {
        this.spark = spark;
        this.warehouse = warehouse;
        // of its own: a check that begins again reads nothing of what it wrote before
        this.folder = folder.resolve("rehearsal-" + UUID.randomUUID());
    }

    @Override
    public void append(String table, Dataset<Row> rows) {
        Dataset<Row> stored = stored(table, rows);
        added.merge(table, stored, (before, more) -> before.unionByName(more, true));
    }

    @Override
    public void replace(String table, Dataset<Row> rows) {
        throw new IllegalStateException("A check only adds rows, and " + table + " would be replaced");
    }

    @Override
    public void replace(String table, Dataset<Row> rows, String apart) {
        replace(table, rows);
    }

    @Override
    public void replace(String table, Dataset<Row> rows, List<String> apart) {
        replace(table, rows);
    }

    @Override
    public void change(String table, Dataset<Row> rows, Column places) {
        replace(table, rows);
    }

    @Override
    public Dataset<Row> read(String table) {
        Dataset<Row> mine = added.get(table);
        return warehouse.has(table) ? warehouse.read(table).unionByName(mine, true) : mine;
    }

    @Override
    public void remove(String table, Dataset<Row> rows, List<String> grain) {
        Column same = grain.stream()
                .map(name -> col("kept." + name).eqNullSafe(col("gone." + name)))
                .reduce(Column::and)
                .orElseThrow();
        Dataset<Row> left = added.get(table).as("kept").join(rows.as("gone"), same, "left_anti");
        added.put(table, stored(table, left));
    }

    @Override
    public <T> T commit(Set<String> tables, SqlWork<T> work) {
        throw new IllegalStateException("A check writes nothing");
    }

    @Override
    public void discard() {
        added.clear();
    }

    private Dataset<Row> stored(String table, Dataset<Row> rows) {
        String place = folder.resolve(table + "-" + number.incrementAndGet()).toString();
        rows.write().parquet(place);
        // a reader takes brackets and stars of a path for a pattern
        return spark.read().schema(rows.schema()).parquet(place.replaceAll("[\\[\\]{}*?\\\\]", "\\\\$0"));
    }
}
