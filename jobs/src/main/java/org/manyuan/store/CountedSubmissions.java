package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What PostgreSQL says of submissions that decides which of their rows count.
 *
 * @param leftOut those whose rows do not count: taken back, or not received yet at the moment that is asked of
 * @param patches those that replace only the keys they hold
 */
public record CountedSubmissions(Set<String> leftOut, Set<String> patches) {
    public CountedSubmissions {
        leftOut = Set.copyOf(leftOut);
        patches = Set.copyOf(patches);
    }

    /** As it is now. A submission that is not known here counts. */
    public static CountedSubmissions now(Connection connection) throws SQLException {
        return on(connection, KnownOn.NOW);
    }

    /** As it was at that moment. */
    static CountedSubmissions on(Connection connection, KnownOn known) throws SQLException {
        return new CountedSubmissions(
                ids(
                        connection,
                        "select submission_id from control.submission where received_at >= ? union"
                                + " select submission_id from control.withdrawal"
                                + " where withdrawn_at < ? and (undone_at is null or undone_at >= ?)",
                        known,
                        3),
                ids(connection, "select submission_id from control.submission where mode = 'patch'", known, 0));
    }

    /** The same without one more. */
    public CountedSubmissions without(String submission) {
        return new CountedSubmissions(
                Stream.concat(leftOut.stream(), Stream.of(submission)).collect(Collectors.toSet()), patches);
    }

    /** The same, these being patches too: what a command hands in that has not ended yet. */
    public CountedSubmissions patchedBy(Set<String> more) {
        return new CountedSubmissions(
                leftOut, Stream.concat(patches.stream(), more.stream()).collect(Collectors.toSet()));
    }

    /** Says that a submission replaces only the keys it holds. */
    public static void patches(Connection connection, String submission) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update control.submission set mode = 'patch' where submission_id = ?")) {
            update.setString(1, submission);
            update.executeUpdate();
        }
    }

    private static Set<String> ids(Connection connection, String sql, KnownOn known, int times) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= times; i++) {
                select.setTimestamp(i, Timestamp.from(known.until()));
            }
            try (ResultSet row = select.executeQuery()) {
                Set<String> ids = new HashSet<>();
                while (row.next()) {
                    ids.add(row.getString(1));
                }
                return ids;
            }
        }
    }
}
