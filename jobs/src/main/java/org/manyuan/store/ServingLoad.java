package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Replaces what the serving schema shows, inside somebody's transaction: readers see the old release until it commits, and then the new
 * one whole. Rows go the way that the export and the digest go too: sorted CSV.
 */
public final class ServingLoad {
    private final Connection connection;
    private final LakeQuery rows;

    private ServingLoad(Connection connection, LakeQuery rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /**
     * @param connection the transaction, of a user who may take the loader's role
     * @param rows the public tables
     */
    public static ServingLoad in(Connection connection, LakeQuery rows) {
        return new ServingLoad(connection, rows);
    }

    /**
     * Replaces one table by COPY.
     *
     * @return its rows and the SHA-256 of its sorted CSV
     * @throws IllegalStateException if the serving schema has no such table or other columns
     */
    public Release.PublicTable replace(LakeTable table) throws SQLException {
        String name = LakeView.quoted(table.name(), '"');
        checkColumns(table.name());
        run("set local role manyuan_loader");
        // COPY is not for tables with row security, so it fills one without and the rows move from there
        run("create temporary table arriving (like serving." + name + ") on commit drop");
        run("delete from serving." + name);
        CopiedText arriving = new CopiedText(connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy arriving from stdin with (format csv, header true)"));
        long written;
        try {
            written = rows.run("select * from " + name + " order by all", ResultFormat.CSV, arriving);
            arriving.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            arriving.cancel();
        }
        run("insert into serving." + name + " select * from arriving");
        run("drop table arriving");
        run("reset role");
        return new Release.PublicTable(table, written, arriving.digest());
    }

    /** Says which release it is. */
    public void release(Release release) throws SQLException {
        run("set local role manyuan_loader");
        run("delete from serving.release");
        try (PreparedStatement insert =
                connection.prepareStatement("insert into serving.release values (?, ?, ?, ?, ?)")) {
            insert.setString(1, release.name());
            insert.setTimestamp(2, Timestamp.from(release.releasedAt()));
            insert.setObject(3, release.asOf());
            insert.setString(4, release.digest());
            insert.setBoolean(5, release.isSynthetic());
            insert.executeUpdate();
        }
        run("reset role");
    }

    /** Gives the bureau of every loaded district its role and its subtree. */
    public void bureaus() throws SQLException {
        for (String district : districts()) {
            bureau(district);
        }
        run("set local role manyuan_loader");
        run("delete from serving.bureau_district");
        run("""
                insert into serving.bureau_district
                with recursive subtree (root, district_code) as (
                    select district_code, district_code from serving.dim_district
                    union
                    select root, below.district_code from subtree
                    join serving.dim_district below on below.parent_code = subtree.district_code
                )
                select 'manyuan_bureau_' || root, district_code from subtree""");
        run("reset role");
    }

    private List<String> districts() throws SQLException {
        List<String> districts = new ArrayList<>();
        run("set local role manyuan_loader");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select district_code from serving.dim_district order by 1")) {
            while (row.next()) {
                districts.add(row.getString(1));
            }
        }
        run("reset role");
        return districts;
    }

    private void bureau(String district) throws SQLException {
        String role = "manyuan_bureau_" + district;
        try (PreparedStatement known = connection.prepareStatement("select from pg_roles where rolname = ?")) {
            known.setString(1, role);
            try (ResultSet row = known.executeQuery()) {
                if (!row.next()) {
                    String name = LakeView.quoted(role, '"');
                    run("create role " + name + " nologin inherit");
                    run("grant manyuan_bureau to " + name);
                    run("grant " + name + " to manyuan_dashboard");
                }
            }
        }
    }

    private void checkColumns(String table) throws SQLException {
        List<String> served = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select attname from pg_attribute"
                + " where attrelid = to_regclass('serving.' || quote_ident(?)) and attnum > 0 and not attisdropped"
                + " order by attnum")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    served.add(row.getString(1));
                }
            }
        }
        List<String> released = rows.columns(table);
        if (!served.equals(released)) {
            throw new IllegalStateException("The released table " + table + " has the columns " + released
                    + ", but serving." + table + " has " + served
                    + ". Bring schemas/migration/serving and the table's maker together.");
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
