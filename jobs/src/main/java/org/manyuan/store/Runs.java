package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that wrote to a workspace, and what the last build saw. Works inside somebody's transaction. */
public final class Runs {
    private Runs() {}

    /** A command that wrote; without an end it still runs, or it was killed. */
    public record Run(
            long runId, String command, Instant startedAt, Optional<Instant> endedAt, Optional<String> outcome) {}

    /** Notes that a command has begun, and names it. */
    public static long begin(Connection connection, String command, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.run (command, started_at) values (?, ?) returning run_id")) {
            insert.setString(1, command);
            insert.setTimestamp(2, Timestamp.from(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Notes how it ended. */
    public static void end(Connection connection, long runId, String outcome, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update control.run set ended_at = ?, outcome = ? where run_id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, outcome);
            update.setLong(3, runId);
            update.executeUpdate();
        }
    }

    /** The last commands, newest first. */
    public static List<Run> last(Connection connection, int many) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select run_id, command, started_at, ended_at, outcome from control.run order by run_id desc limit ?")) {
            select.setInt(1, many);
            List<Run> runs = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(new Run(
                            row.getLong(1),
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                            Optional.ofNullable(row.getString(5))));
                }
            }
            return runs;
        }
    }

    /** Keeps the heads that a build read, in place of those of the build before. */
    public static void built(Connection connection, Map<String, Long> heads, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from control.built")) {
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into control.built values (?, ?, ?)")) {
            for (Map.Entry<String, Long> head : heads.entrySet()) {
                insert.setString(1, head.getKey());
                insert.setLong(2, head.getValue());
                insert.setTimestamp(3, Timestamp.from(now));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** When figures were last built; empty: never. */
    public static Optional<Instant> builtAt(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select max(built_at) from control.built");
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
        }
    }

    /** The handed-in tables of which the last build saw other rows than those that count now, in order of name. */
    public static List<String> notBuilt(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select head.table_name from control.head"
                        + " left join control.built using (table_name)"
                        + " where head.table_name like 'stg\\_%' and (head.snapshot_id is distinct from built.snapshot_id"
                        + " or exists (select 1 from control.withdrawal join control.submission using (submission_id)"
                        + " where head.table_name = any (select 'stg_' || unnest(datasets))"
                        + " and (withdrawal.withdrawn_at > built_at) <> coalesce(undone_at > built_at, false)))"
                        + " order by 1");
                ResultSet row = select.executeQuery()) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }
}
