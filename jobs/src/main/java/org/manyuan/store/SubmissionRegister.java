package org.manyuan.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Receipts in PostgreSQL. All methods work on the caller's connection, so that a receipt is stored with the heads it belongs to. */
public final class SubmissionRegister {
    private static final String RECEIPT =
            "select submission_id, received_no, digest, file_name, submitter, datasets, outcome, received_at, received_by, bytes"
                    + " from control.submission ";

    private SubmissionRegister() {}

    /** The next number in the order of submissions. A number that is not used leaves a gap, never a tie. */
    public static long nextReceivedNo(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('control.received_no')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Stores a receipt with its counts and problems. */
    public static void add(Connection connection, Submission submission) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.submission (submission_id, received_no, digest, file_name, submitter, datasets, outcome,"
                        + " received_at, received_by, bytes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, submission.submissionId());
            insert.setLong(2, submission.receivedNo());
            insert.setString(3, submission.digest());
            insert.setString(4, submission.fileName());
            insert.setString(5, submission.submitter());
            insert.setArray(
                    6, connection.createArrayOf("text", submission.datasets().toArray()));
            insert.setString(7, submission.outcome().name().toLowerCase(Locale.ROOT));
            insert.setTimestamp(8, Timestamp.from(submission.receivedAt()));
            insert.setString(9, submission.receivedBy());
            insert.setLong(10, submission.bytes());
            insert.executeUpdate();
        }
        for (Submission.Count count : submission.counts()) {
            add(connection, submission.submissionId(), count);
        }
    }

    private static void add(Connection connection, String id, Submission.Count count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.submission_count values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, count.dataset());
            insert.setString(3, count.sheet());
            long[] numbers = {
                count.lines(), count.filtered(), count.rowsIn(), count.accepted(), count.rejected(), count.duplicate()
            };
            for (int i = 0; i < numbers.length; i++) {
                insert.setLong(4 + i, numbers[i]);
            }
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into control.submission_problem values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Submission.Occurrence problem : count.problems()) {
                insert.setString(1, id);
                insert.setString(2, count.dataset());
                insert.setString(3, count.sheet());
                insert.setString(4, problem.code());
                insert.setString(5, problem.column());
                insert.setLong(6, problem.count());
                insert.setArray(
                        7,
                        connection.createArrayOf("bigint", problem.firstLines().toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Receipts of the same bytes, the latest first. */
    public static List<Submission> withDigest(Connection connection, String digest) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(RECEIPT + "where digest = ? order by received_no desc")) {
            select.setString(1, digest);
            return receipts(connection, select);
        }
    }

    /** The latest receipts, the latest first. */
    public static List<Submission> latest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECEIPT + "order by received_no desc limit ?")) {
            select.setInt(1, limit);
            return receipts(connection, select);
        }
    }

    private static List<Submission> receipts(Connection connection, PreparedStatement select) throws SQLException {
        List<Submission> receipts = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                receipts.add(new Submission(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        List.of((String[]) row.getArray(6).getArray()),
                        Submission.Outcome.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                        row.getTimestamp(8).toInstant(),
                        row.getString(9),
                        row.getLong(10),
                        counts(connection, row.getString(1))));
            }
        }
        return receipts;
    }

    private static List<Submission.Count> counts(Connection connection, String id) throws SQLException {
        List<Submission.Count> counts = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select dataset, sheet, lines, filtered, rows_in, accepted,"
                        + " rejected, duplicate from control.submission_count where submission_id = ? order by dataset, sheet")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.add(new Submission.Count(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8),
                            problems(connection, id, row.getString(1), row.getString(2))));
                }
            }
        }
        return counts;
    }

    private static List<Submission.Occurrence> problems(Connection connection, String id, String dataset, String sheet)
            throws SQLException {
        List<Submission.Occurrence> problems = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select code, source_column, occurrences, first_lines"
                        + " from control.submission_problem where submission_id = ? and dataset = ? and sheet = ?"
                        + " order by code, source_column")) {
            select.setString(1, id);
            select.setString(2, dataset);
            select.setString(3, sheet);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Array lines = row.getArray(4);
                    problems.add(new Submission.Occurrence(
                            row.getString(1), row.getString(2), row.getLong(3), List.of((Long[]) lines.getArray())));
                }
            }
        }
        return problems;
    }
}
