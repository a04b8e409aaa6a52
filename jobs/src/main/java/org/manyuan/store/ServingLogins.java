package org.manyuan.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * What a dashboard server needs of the workspace's PostgreSQL: a login that reads the serving schema (by itself it sees no row, a session
 * takes a role), and a database with a login of its own for what the server keeps.
 *
 * @param host of the PostgreSQL
 * @param dashboardUser reads the serving schema
 * @param serverDatabase for the dashboard server's own tables
 */
public record ServingLogins(
        String host,
        int port,
        String database,
        String dashboardUser,
        String dashboardPassword,
        String serverDatabase,
        String serverUser,
        String serverPassword) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESEARCHER = "manyuan_researcher";
    private static final String DASHBOARD = "manyuan_dashboard";
    private static final String SERVER = "manyuan_superset";

    /** Makes the logins and the database where they are not there, with passwords in owner-only files of the workspace. */
    public static ServingLogins prepare(Workspace workspace, Database database) {
        DatabaseAddress address = database.address();
        Properties parts = Driver.parseURL(address.url(), new Properties());
        if (parts == null) {
            throw new IllegalStateException("The database address " + address.url() + " cannot be taken apart.");
        }
        try {
            Path folder = OwnerOnly.folder(workspace.dashboards());
            String dashboard = secret(folder.resolve("dashboard.password"));
            String server = secret(folder.resolve("server.password"));
            try (Connection connection =
                    DriverManager.getConnection(address.url(), address.user(), address.password())) {
                // a password in a statement that fails would stand in the server's log
                run(connection, "set log_statement = 'none'");
                run(connection, "set log_min_error_statement = 'panic'");
                String home = PGProperty.PG_DBNAME.getOrDefault(parts);
                checkIsOurs(connection, home);
                login(connection, DASHBOARD, dashboard);
                login(connection, SERVER, server);
                if (!exists(connection, "select from pg_database where datname = ?", SERVER)) {
                    run(connection, "grant " + SERVER + " to current_user");
                    run(connection, "create database " + SERVER + " owner " + SERVER);
                }
                run(connection, "comment on database " + SERVER + " is " + LakeView.quoted(home, '\''));
            }
            return new ServingLogins(
                    PGProperty.PG_HOST.getOrDefault(parts),
                    Integer.parseInt(PGProperty.PG_PORT.getOrDefault(parts)),
                    PGProperty.PG_DBNAME.getOrDefault(parts),
                    DASHBOARD,
                    dashboard,
                    SERVER,
                    SERVER,
                    server);
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + workspace.dashboards() + " cannot be written.", cause);
        } catch (SQLException cause) {
            throw new DatabaseUnreachable(address, cause.getMessage(), cause);
        }
    }

    /**
     * Writes them into {@code dashboards/connection.json} of the workspace, for its owner only.
     *
     * @param release that is shown
     */
    public Path write(Workspace workspace, String release) {
        ObjectNode said = JSON.createObjectNode();
        said.put("host", host)
                .put("port", port)
                .put("database", database)
                .put("schema", "serving")
                .put("release", release);
        said.putObject("dashboard")
                .put("user", dashboardUser)
                .put("password", dashboardPassword)
                .put("role", RESEARCHER);
        said.putObject("superset")
                .put("user", serverUser)
                .put("password", serverPassword)
                .put("database", serverDatabase);
        Path file = workspace.dashboards().resolve("connection.json");
        try {
            Path half = file.resolveSibling(
                    "connection.json." + ProcessHandle.current().pid());
            Files.deleteIfExists(half);
            Files.writeString(OwnerOnly.file(half), said.toPrettyString() + "\n");
            return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", cause);
        }
    }

    private static String secret(Path file) throws IOException {
        return Files.readString(OwnerOnly.secret(file, 24)).strip();
    }

    /** One server serves the dashboards of one workspace: a second one would take over the logins of the first. */
    private static void checkIsOurs(Connection connection, String home) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select shobj_description(oid, 'pg_database') from pg_database where datname = ?")) {
            select.setString(1, SERVER);
            try (ResultSet row = select.executeQuery()) {
                if (row.next() && row.getString(1) != null && !home.equals(row.getString(1))) {
                    throw new IllegalStateException("This PostgreSQL serves the dashboards of the database "
                            + row.getString(1)
                            + " already, and only one workspace a server can have dashboards. Give this"
                            + " workspace a PostgreSQL of its own (database.url empty: the embedded one).");
                }
            }
        }
    }

    private static void login(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role)) {
            run(connection, "create role " + role + " noinherit");
        }
        run(connection, "alter role " + role + " login password " + LakeView.quoted(password, '\''));
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return dashboardUser + " and " + serverUser + " at " + host + ":" + port;
    }
}
