package org.manyuan.store;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/** Rows go into the Iceberg tables; nobody sees them before the heads move. */
record LakeTables(Warehouse warehouse) implements WrittenTables {
    /** Enough that a change of one value rewrites little, few enough that no file is a crumb. */
    private static final int PLACES = 32;

    @Override
    public void append(String table, Dataset<Row> rows) {
        warehouse.prepare(table, rows.schema());
        try {
            rows.writeTo(Warehouse.sparkName(table))
                    .option("merge-schema", "true")
                    .append();
        } catch (NoSuchTableException gone) {
            throw new IllegalStateException("Table " + table + " vanished while it was written", gone);
        }
    }

    @Override
    public void replace(String table, Dataset<Row> rows) {
        writer(table, rows).createOrReplace();
    }

    @Override
    public void replace(String table, Dataset<Row> rows, String apart) {
        writer(table, rows)
                .partitionedBy(functions.partitioning$.MODULE$.bucket(PLACES, col(apart)))
                .createOrReplace();
    }

    @Override
    public void replace(String table, Dataset<Row> rows, List<String> apart) {
        Column[] columns = apart.stream().map(name -> col(name)).toArray(Column[]::new);
        writer(table, rows)
                .partitionedBy(columns[0], Arrays.copyOfRange(columns, 1, columns.length))
                .createOrReplace();
    }

    @Override
    public void change(String table, Dataset<Row> rows, Column places) {
        try {
            rows.writeTo(Warehouse.sparkName(table)).overwrite(places);
        } catch (NoSuchTableException gone) {
            throw new IllegalStateException("Table " + table + " vanished while it was written", gone);
        }
    }

    private static CreateTableWriter<Row> writer(String table, Dataset<Row> rows) {
        CreateTableWriter<Row> writer = rows.writeTo(Warehouse.sparkName(table)).using("iceberg");
        LakeCatalog.TABLE_PROPERTIES.forEach(writer::tableProperty);
        writer.tableProperty("write.parquet.dict-size-bytes", SparkEngine.DICTIONARY_BYTES);
        return writer;
    }

    @Override
    public Dataset<Row> read(String table) {
        return warehouse.current(table);
    }

    @Override
    public void remove(String table, Dataset<Row> rows, List<String> grain) {
        Column same = grain.stream()
                .map(name -> col(table + "." + name).eqNullSafe(col("gone." + name)))
                .reduce(Column::and)
                .orElseThrow();
        // merge, not "delete … where in": a key may hold nulls
        rows.as("gone")
                .mergeInto(Warehouse.sparkName(table), same)
                .whenMatched()
                .delete()
                .merge();
    }

    @Override
    public <T> T commit(Set<String> tables, SqlWork<T> work) {
        return warehouse.moveHeads(tables, work);
    }

    @Override
    public void discard() {
        warehouse.sweep();
    }
}
