package org.manyuan.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The PostgreSQL of a workspace: schema {@code control} says what counts, schema {@code iceberg} holds the table catalog. */
public final class Database {
    static final String CATALOG_SCHEMA = "iceberg";
    private static final int OLDEST_MAJOR = 15;

    private final DatabaseAddress address;

    private Database(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Connects and brings the schemas up to date; what is up to date is left alone.
     *
     * @throws DatabaseUnreachable if it cannot be reached, is older than PostgreSQL 15 or refuses the migration
     */
    public static Database open(DatabaseAddress address) {
        Database database = new Database(address);
        int major =
                database.inTransaction(connection -> connection.getMetaData().getDatabaseMajorVersion());
        if (major < OLDEST_MAJOR) {
            throw new DatabaseUnreachable(address, "it is PostgreSQL " + major + "; Manyuan needs 15 or later", null);
        }
        database.migrate();
        return database;
    }

    public DatabaseAddress address() {
        return address;
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:schemas/migration/control")
                .schemas("control", CATALOG_SCHEMA)
                .createSchemas(true)
                .load()
                .migrate();
    }

    /** One transaction: everything or, on any exception, nothing. */
    public <T> T inTransaction(SqlWork<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException cause) {
            throw new DatabaseUnreachable(address, cause.getMessage(), cause);
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        login.setProperty("ApplicationName", "manyuan");
        return DriverManager.getConnection(address.url(), login);
    }
}
