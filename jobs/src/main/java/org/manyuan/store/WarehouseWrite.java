package org.manyuan.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one command writes. Nothing of it is seen until {@link #commit}; then all of it is, together with the caller's own rows in
 * PostgreSQL. Closed without a commit it leaves nothing. Different tables may be written from several threads.
 */
public final class WarehouseWrite implements AutoCloseable {
    private final Warehouse warehouse;
    private final WrittenTables tables;
    private final Set<String> touched = new TreeSet<>();
    private final Set<String> patches = new TreeSet<>();
    private boolean committed;

    WarehouseWrite(Warehouse warehouse, WrittenTables tables) {
        this.warehouse = warehouse;
        this.tables = tables;
    }

    /** Adds rows. The table is made from the first rows' schema; a later column widens it, a missing one is null. */
    public void append(String table, Dataset<Row> rows) {
        touch(table);
        tables.append(table, rows);
    }

    /** Adds rows of a dataset: the table's columns out of these rows, under their names. */
    public void append(StagingTable table, Dataset<Row> rows) {
        append(table.name(), rows.select(table.columns()));
    }

    /**
     * The same of a table that is later changed in part: rows of one value of that column lie together.
     *
     * @param apart a column by which rows are later taken out
     */
    public void replace(String table, Dataset<Row> rows, String apart) {
        touch(table);
        tables.replace(table, rows, apart);
    }

    /**
     * The same of a table of which whole places are later {@link #change}d: rows of each lie apart from all others.
     *
     * @param apart the columns that say a row's place; never null in a row
     */
    public void replace(String table, Dataset<Row> rows, List<String> apart) {
        touch(table);
        tables.replace(table, rows, apart);
    }

    /**
     * Makes these rows the whole content of some places of a table; it has rows, and they lie apart by place.
     *
     * @param places a condition on the columns that say a row's place, and on these alone
     */
    public void change(String table, Dataset<Row> rows, Column places) {
        touch(table);
        tables.change(table, rows, places);
    }

    /** Makes these rows the whole content; columns may change. */
    public void replace(String table, Dataset<Row> rows) {
        touch(table);
        tables.replace(table, rows);
    }

    /** Says, before rows are asked for that count, that a submission of this write replaces only the keys it holds. */
    public void patch(String submission) {
        patches.add(submission);
    }

    /** The submissions whose rows do not count, as they were when this write began, and those that patch, its own among them. */
    public CountedSubmissions counted() {
        return warehouse.counted().patchedBy(patches);
    }

    /** True where the table has rows that count, or this command has written to it. */
    public boolean has(String table) {
        return isTouched(table) || warehouse.has(table);
    }

    /** A table as this command has left it so far. */
    public Dataset<Row> read(String table) {
        return isTouched(table) ? tables.read(table) : warehouse.read(table);
    }

    /** The rows of a dataset as this command has left them so far; none where nobody handed one in. */
    public Dataset<Row> read(StagingTable table) {
        return isTouched(table.name()) ? tables.read(table.name()) : warehouse.read(table);
    }

    /**
     * Takes rows out again that this command has written.
     *
     * @param rows which; a null in them equals a null in the table
     * @param grain the columns that tell a row from the others, in both
     */
    public void remove(StagingTable table, Dataset<Row> rows, List<String> grain) {
        remove(table.name(), rows, grain);
    }

    /** The same of a table that this command changes in part; rows that counted before can go too. */
    public void remove(String table, Dataset<Row> rows, List<String> grain) {
        touch(table);
        tables.remove(table, rows, grain);
    }

    /** Where a table stands that this command has written, for who reads it before it counts. */
    public LakeTable written(String name, String lakeTable) {
        if (!isTouched(lakeTable)) {
            throw new IllegalArgumentException("This command has not written " + lakeTable + ".");
        }
        return new LakeTable(name, lakeTable, warehouse.currentSnapshot(lakeTable));
    }

    /** Where a table stands as this command has left it so far, written to or not. */
    public LakeTable standing(String table) {
        return isTouched(table)
                ? written(table, table)
                : new LakeTable(table, table, warehouse.heads().get(table));
    }

    /** Names a snapshot of a table for a release; without the release's row it is swept by the next command that writes. */
    public void tag(LakeTable table, String release) {
        warehouse.tag(table.lakeTable(), release, table.snapshot());
    }

    /**
     * Makes everything visible at once.
     *
     * @param work the caller's own rows, in the same transaction
     */
    public <T> T commit(SqlWork<T> work) {
        T result = tables.commit(touched, work);
        committed = true;
        return result;
    }

    private boolean isTouched(String table) {
        synchronized (touched) {
            return touched.contains(table);
        }
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
            tables.discard();
        }
    }
}
