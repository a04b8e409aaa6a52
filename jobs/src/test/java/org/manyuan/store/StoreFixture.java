package org.manyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.manyuan.SharedSpark;

/**
 * The real things for tests, started once per JVM: a workspace with its PostgreSQL and a Spark session with the Iceberg catalog in
 * it. {@link #empty} gives the next test a bare warehouse.
 */
public final class StoreFixture {
    private static StoreFixture only;

    private final Workspace workspace;
    private final Database database;
    private final SparkSession spark;

    private StoreFixture() {
        try {
            workspace = new Workspace(Files.createTempDirectory("manyuan-县 ")).create();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        database = Database.open(new EmbeddedPostgres(workspace).start());
        // the tests' one Spark context is always theirs, whichever class comes first
        SharedSpark.session();
        spark = SparkEngine.start(workspace, database, "local[2]");
    }

    /** The started fixture. */
    public static synchronized StoreFixture started() {
        if (only == null) {
            only = new StoreFixture();
        }
        return only;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Database database() {
        return database;
    }

    public SparkSession spark() {
        return spark;
    }

    /** A reader's view of now. */
    public Warehouse warehouse() {
        return Warehouse.open(workspace, database, spark);
    }

    /** Removes every table and every row of what counts. */
    public StoreFixture empty() {
        database.inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(
                        "truncate control.head, control.built, control.run, control.submission, control.release, control.topic_offset, control.erasure cascade;"
                                + " drop schema if exists serving cascade");
            }
        });
        try (LakeCatalog catalog = new LakeCatalog(workspace, database)) {
            catalog.tables().forEach(catalog::drop);
        }
        return this;
    }

    private void end() {
        try {
            SparkSession.getActiveSession().foreach(session -> {
                session.stop();
                return null;
            });
            new EmbeddedPostgres(workspace).stop();
            try (Stream<Path> all = Files.walk(workspace.root())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }
}
