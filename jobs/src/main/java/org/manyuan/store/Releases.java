package org.manyuan.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The releases of a workspace: a release exists by its row here. Works inside somebody's transaction. */
public final class Releases {
    private Releases() {}

    /** The names, latest first. */
    public static List<String> names(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select release from control.release order by released_at desc, 1");
                ResultSet rows = select.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** The release of that name. */
    public static Optional<Release> find(Connection connection, String name) throws SQLException {
        List<Release.PublicTable> tables = tables(connection, name);
        try (PreparedStatement select = connection.prepareStatement(
                "select released_at, as_of, digest, is_synthetic from control.release where release = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Release(
                                name,
                                row.getTimestamp(1).toInstant(),
                                row.getDate(2).toLocalDate(),
                                row.getString(3),
                                row.getBoolean(4),
                                tables))
                        : Optional.empty();
            }
        }
    }

    private static List<Release.PublicTable> tables(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select table_name, lake_table, snapshot_id, rows, digest from control.release_table"
                        + " where release = ? and part = 'public' order by table_name collate \"C\"")) {
            select.setString(1, name);
            List<Release.PublicTable> tables = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tables.add(new Release.PublicTable(
                            new LakeTable(row.getString(1), row.getString(2), row.getLong(3)),
                            row.getLong(4),
                            row.getString(5)));
                }
            }
            return tables;
        }
    }

    /**
     * Writes a release down: from here on it exists.
     *
     * @param frozen snapshot of every table, public ones apart
     */
    public static void insert(Connection connection, Release release, Map<String, Long> frozen) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into control.release values (?, ?, ?, ?, ?)")) {
            insert.setString(1, release.name());
            insert.setTimestamp(2, Timestamp.from(release.releasedAt()));
            insert.setDate(3, Date.valueOf(release.asOf()));
            insert.setString(4, release.digest());
            insert.setBoolean(5, release.isSynthetic());
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into control.release_table values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, Long> table : frozen.entrySet()) {
                add(insert, release.name(), "frozen", new LakeTable(table.getKey(), table.getKey(), table.getValue()));
                insert.setObject(6, null);
                insert.setString(7, null);
                insert.addBatch();
            }
            for (Release.PublicTable table : release.tables()) {
                add(insert, release.name(), "public", table.at());
                insert.setLong(6, table.rows());
                insert.setString(7, table.digest());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, String release, String part, LakeTable table)
            throws SQLException {
        insert.setString(1, release);
        insert.setString(2, part);
        insert.setString(3, table.name());
        insert.setString(4, table.lakeTable());
        insert.setLong(5, table.snapshot());
    }
}
