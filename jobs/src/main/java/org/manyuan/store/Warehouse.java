package org.manyuan.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The tables of a workspace as they counted when this was opened: readers resolve every table through its head, so that what a
 * running or a crashed command wrote is not seen, and two reads of one command agree.
 */
public final class Warehouse implements AutoCloseable {
    private final SparkSession spark;
    private final Database database;
    private final LakeCatalog catalog;
    private Map<String, Long> heads;
    private CountedSubmissions counted;

    private Warehouse(SparkSession spark, Database database, LakeCatalog catalog) {
        this.spark = spark;
        this.database = database;
        this.catalog = catalog;
        this.heads = database.inTransaction(Heads::read);
        this.counted = database.inTransaction(CountedSubmissions::now);
    }

    /** Opens for reading. */
    public static Warehouse open(Workspace workspace, Database database, SparkSession spark) {
        return new Warehouse(spark, database, new LakeCatalog(workspace, database));
    }

    /** The snapshot that counts, by table; tables without rows yet are absent. */
    public Map<String, Long> heads() {
        return Map.copyOf(heads);
    }

    /** The submissions whose rows do not count, and those that patch. */
    public CountedSubmissions counted() {
        return counted;
    }

    /** True where the table has a head, even one without rows. */
    public boolean has(String table) {
        return heads.containsKey(table);
    }

    /**
     * The rows that count.
     *
     * @throws IllegalArgumentException if nothing was ever written to the table
     */
    public Dataset<Row> read(String table) {
        Long head = heads.get(table);
        if (head == null) {
            throw new IllegalArgumentException(
                    "The warehouse has no table " + table + " yet. It has: " + String.join(", ", heads.keySet()) + ".");
        }
        return spark.read().option("versionAsOf", head).table(sparkName(table));
    }

    /** A table as it was at a snapshot that a release names. */
    public Dataset<Row> read(LakeTable table) {
        return spark.read().option("versionAsOf", table.snapshot()).table(sparkName(table.lakeTable()));
    }

    /** The rows that count, or none where nothing was ever written to the table. */
    public Dataset<Row> readOrEmpty(String table, StructType schema) {
        return has(table) ? read(table) : spark.createDataFrame(List.of(), schema);
    }

    /** The rows of a dataset as handed in, history included; none where nobody handed one in. */
    public Dataset<Row> read(StagingTable table) {
        return readOrEmpty(table.name(), table.schema());
    }

    /**
     * Begins to write. What a crashed command left after the heads is removed first.
     *
     * @param lock proof that nobody else writes
     */
    public WarehouseWrite write(WriterLock lock) {
        Objects.requireNonNull(lock);
        heads = database.inTransaction(Heads::read);
        counted = database.inTransaction(CountedSubmissions::now);
        sweep();
        return new WarehouseWrite(this, new LakeTables(this));
    }

    /**
     * Begins to write as if: what is written is read back by this command and by nobody else, and cannot be committed. Needs no lock.
     *
     * @param folder where the rows lie meanwhile; the caller removes it
     */
    public WarehouseWrite rehearse(Path folder) {
        return new WarehouseWrite(this, new RehearsedTables(spark, this, folder));
    }

    /** A table with all that was written to it, whether it counts or not. */
    Dataset<Row> current(String table) {
        return spark.read().table(sparkName(table));
    }

    void sweep() {
        new Sweep(catalog, heads, releases()).run();
    }

    void sweep(String table) {
        new Sweep(catalog, heads, releases()).run(table);
    }

    private Set<String> releases() {
        return Set.copyOf(database.inTransaction(Releases::names));
    }

    void tag(String table, String release, long snapshot) {
        ReleaseTag.put(catalog.load(table), release, snapshot);
    }

    /** The snapshot that a table was moved to by the write that has just ended. */
    long currentSnapshot(String table) {
        return catalog.load(table).currentSnapshot().snapshotId();
    }

    /** Makes the table, or adds the columns that it has not. */
    void prepare(String table, StructType schema) {
        if (catalog.has(table)) {
            catalog.widen(table, schema);
        } else {
            catalog.create(table, schema);
        }
    }

    <T> T moveHeads(Set<String> tables, SqlWork<T> work) {
        Map<String, Long> moved = new TreeMap<>();
        tables.forEach(table -> moved.put(table, currentSnapshot(table)));
        T result = database.inTransaction(connection -> {
            Heads.move(connection, moved);
            return work.on(connection);
        });
        heads.putAll(moved);
        return result;
    }

    static String sparkName(String table) {
        return SparkEngine.CATALOG + "." + LakeCatalog.NAMESPACE + "." + table;
    }

    @Override
    public void close() {
        catalog.close();
    }
}
