package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a build was made with: {@code control.built_with} the last, {@code control.release_built_with} that of a release. Works inside somebody's transaction. */
public final class BuiltWith {
    private BuiltWith() {}

    /** The conditions of the last build by name; none where there was no build that kept them. */
    public static Map<String, String> read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select name, value from control.built_with")) {
            return conditions(select);
        }
    }

    /** Keeps the conditions of a build in place of those of the build before. */
    public static void write(Connection connection, Map<String, String> conditions) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from control.built_with")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into control.built_with values (?, ?)")) {
            for (Map.Entry<String, String> condition : conditions.entrySet()) {
                insert.setString(1, condition.getKey());
                insert.setString(2, condition.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Keeps the conditions of the last build as those of a release of it. */
    public static void keep(Connection connection, String release) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.release_built_with select ?, name, value from control.built_with")) {
            insert.setString(1, release);
            insert.executeUpdate();
        }
    }

    /** The conditions that a release was built under, by name; none where it is older than their keeping. */
    public static Map<String, String> of(Connection connection, String release) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name, value from control.release_built_with where release = ?")) {
            select.setString(1, release);
            return conditions(select);
        }
    }

    private static Map<String, String> conditions(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            Map<String, String> conditions = new TreeMap<>();
            while (rows.next()) {
                conditions.put(rows.getString(1), rows.getString(2));
            }
            return conditions;
        }
    }

    /** The number of the last submission; 0 where there is none. */
    public static long lastReceived(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(received_no), 0) from control.submission");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * The submissions that counted for the last build and do not now, or the other way round.
     *
     * @param lastReceived number of the last submission that the build saw
     */
    public static Set<String> submissionsSince(Connection connection, long lastReceived) throws SQLException {
        return texts(
                connection,
                "select submission_id from control.submission where received_no > " + lastReceived
                        + " union select submission_id from control.withdrawal,"
                        + " (select max(built_at) as at from control.built) built"
                        + " where withdrawn_at > at or undone_at > at");
    }

    /** Whether somebody was forgotten since the last build. */
    public static boolean hasErasuresSince(Connection connection) throws SQLException {
        return !texts(
                        connection,
                        "select erasure_id::text from control.erasure"
                                + " where erased_at > (select max(built_at) from control.built)")
                .isEmpty();
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            Set<String> texts = new TreeSet<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
