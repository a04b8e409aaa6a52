package org.manyuan.store;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;

/**
 * What one command writes. Nothing of it is seen until {@link #commit}; then all of it is, together with the caller's own rows in
 * PostgreSQL. Closed without a commit it leaves nothing. Different tables may be written from several threads.
 */
public final class WarehouseWrite implements AutoCloseable {
    private final Warehouse warehouse;
    private final Set<String> touched = new TreeSet<>();
    private boolean committed;

    WarehouseWrite(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Adds rows. The table is made from the first rows' schema; a later column widens it, a missing one is null. */
    public void append(String table, Dataset<Row> rows) {
        touch(table);
        warehouse.prepare(table, rows.schema());
        try {
            rows.writeTo(Warehouse.sparkName(table))
                    .option("merge-schema", "true")
                    .append();
        } catch (NoSuchTableException gone) {
            throw new IllegalStateException("Table " + table + " vanished while it was written", gone);
        }
    }

    /** Adds rows of a dataset: the table's columns out of these rows, under their names. */
    public void append(StagingTable table, Dataset<Row> rows) {
        append(table.name(), rows.select(table.columns()));
    }

    /** Makes these rows the whole content; columns may change. */
    public void replace(String table, Dataset<Row> rows) {
        touch(table);
        CreateTableWriter<Row> writer = rows.writeTo(Warehouse.sparkName(table)).using("iceberg");
        LakeCatalog.TABLE_PROPERTIES.forEach(writer::tableProperty);
        writer.createOrReplace();
    }

    /**
     * Makes everything visible at once.
     *
     * @param work the caller's own rows, in the same transaction
     */
    public <T> T commit(SqlWork<T> work) {
        T result = warehouse.moveHeads(touched, work);
        committed = true;
        return result;
    }

    private void touch(String table) {
        synchronized (touched) {
            if (committed) {
                throw new IllegalStateException("This write is committed; begin another one for " + table);
            }
            touched.add(table);
        }
    }

    @Override
    public void close() {
        if (!committed && !touched.isEmpty()) {
            warehouse.sweep();
        }
    }
}
