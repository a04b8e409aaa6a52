package org.manyuan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** The serving schema that dashboards read: its tables, words, roles and row security come from {@code schemas/migration/serving}. */
public final class Serving {
    private Serving() {}

    /**
     * Brings the schema up to date; what is up to date is left alone.
     *
     * @throws DatabaseUnreachable if the workspace's user is no superuser: roles and row security of the serving schema need one
     */
    public static void migrate(Database database) {
        DatabaseAddress address = database.address();
        if (!database.inTransaction(Serving::isSuperuser)) {
            throw new DatabaseUnreachable(
                    address,
                    "releases need its user to be a superuser, for the roles and the row security of the serving schema"
                            + " / 发布需要超级用户权限，用于建立展示库的角色与行级权限",
                    null);
        }
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:schemas/migration/serving")
                .schemas("serving")
                .createSchemas(true)
                .load()
                .migrate();
    }

    private static boolean isSuperuser(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select rolsuper from pg_roles where rolname = current_user");
                var row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** The release that is shown; empty: none yet. */
    public static Optional<String> shown(Database database) {
        return database.inTransaction(connection -> {
            try (var exists = connection.prepareStatement("select to_regclass('serving.release') is not null");
                    var row = exists.executeQuery()) {
                row.next();
                return row.getBoolean(1) ? nameIn(connection) : Optional.empty();
            }
        });
    }

    private static Optional<String> nameIn(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select release from serving.release");
                var row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
