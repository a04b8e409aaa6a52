package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What commands did, and which rows the last build saw. All methods work on the caller's connection. */
public final class RunRegister {
    private RunRegister() {}

    /**
     * One row per command that wrote.
     *
     * @param endedAt null: it runs, or it was killed
     * @param outcome one line; null while there is no end
     */
    public record Run(long runId, String command, Instant startedAt, Instant endedAt, String outcome) {}

    /** Notes that a command begins; returns its number. */
    public static long begin(Connection connection, String command, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.run (command, started_at) values (?, ?) returning run_id")) {
            insert.setString(1, command);
            insert.setTimestamp(2, Timestamp.from(at));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Notes how a command ended. */
    public static void end(Connection connection, long runId, Instant at, String outcome) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update control.run set ended_at = ?, outcome = ? where run_id = ?")) {
            update.setTimestamp(1, Timestamp.from(at));
            update.setString(2, outcome);
            update.setLong(3, runId);
            update.executeUpdate();
        }
    }

    /** The run that began last. */
    public static Optional<Run> last(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select run_id, command, started_at, ended_at, outcome from control.run order by run_id desc limit 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Timestamp ended = row.getTimestamp(4);
            return Optional.of(new Run(
                    row.getLong(1),
                    row.getString(2),
                    row.getTimestamp(3).toInstant(),
                    ended == null ? null : ended.toInstant(),
                    row.getString(5)));
        }
    }

    /** Replaces what the last build saw. */
    public static void built(Connection connection, Map<String, Long> heads, Instant at) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from control.built");
                PreparedStatement insert = connection.prepareStatement("insert into control.built values (?, ?, ?)")) {
            delete.executeUpdate();
            for (Map.Entry<String, Long> head : heads.entrySet()) {
                insert.setString(1, head.getKey());
                insert.setLong(2, head.getValue());
                insert.setTimestamp(3, Timestamp.from(at));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The staging tables whose head the last build has not seen, with that head. */
    public static Map<String, Long> notBuilt(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select h.table_name, h.snapshot_id from control.head h"
                                + " left join control.built b using (table_name)"
                                + " where h.table_name like 'stg\\_%' and b.snapshot_id is distinct from h.snapshot_id");
                ResultSet rows = select.executeQuery()) {
            Map<String, Long> heads = new TreeMap<>();
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getLong(2));
            }
            return heads;
        }
    }
}
