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
import java.util.Optional;
import org.manyuan.domain.Receipt;

/** The receipts of a workspace, in PostgreSQL ({@code control.submission} and what hangs on it). Works inside somebody's transaction. */
public final class Receipts {
    private Receipts() {}

    /** The next place in the order of submissions. */
    public static long nextReceivedNo(Connection connection) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("select nextval('control.received_no')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The last place that was given out in the order of submissions; 0 before the first. */
    public static long lastReceivedNo(Connection connection) throws SQLException {
        try (PreparedStatement last = connection.prepareStatement(
                        "select case when is_called then last_value else last_value - 1 end from control.received_no");
                ResultSet row = last.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Writes a receipt. A refused file handed in again gets a new one; an accepted one never does.
     *
     * @param meaning what the file's name says about its content; with the digest and the submitter it is the file's identity
     */
    public static void insert(Connection connection, Receipt receipt, String meaning) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into control.submission (submission_id,"
                + " received_no, digest, file_name, submitter, datasets, outcome, received_at, received_by, bytes,"
                + " meaning) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, receipt.submissionId());
            insert.setLong(2, receipt.receivedNo());
            insert.setString(3, receipt.digest());
            insert.setString(4, receipt.fileName());
            insert.setString(5, receipt.submitter());
            insert.setArray(6, connection.createArrayOf("text", datasets(receipt)));
            insert.setString(7, code(receipt.outcome()));
            insert.setTimestamp(8, Timestamp.from(receipt.receivedAt()));
            insert.setString(9, receipt.receivedBy());
            insert.setLong(10, receipt.bytes());
            insert.setString(11, meaning);
            insert.executeUpdate();
        }
        insertCounts(connection, receipt);
        insertProblems(connection, receipt);
        ReplacedReceipts.insert(connection, receipt);
    }

    private static void insertCounts(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.submission_count (submission_id, dataset, sheet, lines, filtered, rows_in,"
                        + " accepted, rejected, duplicate) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Receipt.Count count : receipt.counts()) {
                insert.setString(1, receipt.submissionId());
                insert.setString(2, count.dataset());
                insert.setString(3, count.sheet());
                insert.setLong(4, count.lines());
                insert.setLong(5, count.filtered());
                insert.setLong(6, count.rows());
                insert.setLong(7, count.accepted());
                insert.setLong(8, count.rejected());
                insert.setLong(9, count.duplicate());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertProblems(Connection connection, Receipt receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.submission_problem (submission_id, dataset, sheet, code, source_column,"
                        + " occurrences, first_lines, chinese, english) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Receipt.Problem problem : receipt.problems()) {
                insert.setString(1, receipt.submissionId());
                insert.setString(2, problem.dataset());
                insert.setString(3, problem.sheet());
                insert.setString(4, problem.code());
                insert.setString(5, problem.column());
                insert.setLong(6, problem.occurrences());
                insert.setArray(
                        7,
                        connection.createArrayOf("bigint", problem.firstLines().toArray()));
                insert.setString(8, problem.chinese());
                insert.setString(9, problem.english());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * The receipt of the very same file, if it was accepted, counts, and no other file of its name came after it; one that was refused or
     * taken back may be handed in again. The file is the same under another name or in another folder, where the name means the same.
     *
     * @param meaning what the name says about the content; receipts of old versions know none, there the name itself must be the same
     */
    public static Optional<Receipt> accepted(
            Connection connection, String digest, String submitter, String fileName, String meaning)
            throws SQLException {
        return select(
                        connection,
                        " s where digest = ? and submitter = ? and (meaning = ? or meaning = '' and file_name = ?)"
                                + " and outcome <> 'refused' and withdrawn_at is null and not exists ("
                                + "select 1 from control.submission later where later.file_name = s.file_name"
                                + " and later.submitter = s.submitter and later.outcome <> 'refused'"
                                + " and later.withdrawn_at is null and later.received_no > s.received_no) order by received_no desc limit 1",
                        digest,
                        submitter,
                        meaning,
                        fileName)
                .stream()
                .findFirst();
    }

    /** All receipts in the order they were handed in. */
    public static List<Receipt> all(Connection connection) throws SQLException {
        return select(connection, " order by received_no");
    }

    /**
     * The receipt of that id.
     *
     * @param id whole, or its part before the hyphen
     */
    public static Optional<Receipt> find(Connection connection, String id) throws SQLException {
        return select(connection, " where submission_id = ? or split_part(submission_id, '-', 1) = ?", id, id).stream()
                .findFirst();
    }

    /** The last receipts, newest first, at most so many. */
    public static List<Receipt> newest(Connection connection, int most) throws SQLException {
        return select(connection, " order by received_no desc limit ?", most);
    }

    /** Whether a receipt is of messages of a topic: there is no file to mark. */
    public static boolean isOfTopic(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select exists (select 1 from control.topic_batch where submission_id = ?)")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Whether there are rows of a dataset that count, or may. */
    public static boolean isHeld(Connection connection, String dataset) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select exists (select 1 from control.submission"
                + " where ? = any(datasets) and outcome <> 'refused' and withdrawn_at is null)")) {
            select.setString(1, dataset);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** What the file of a receipt is called. */
    public static Optional<String> fileName(Connection connection, String id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select file_name from control.submission where submission_id = ?")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** How many receipts there are. */
    public static long count(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select count(*) from control.submission");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<Receipt> select(Connection connection, String which, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select submission_id, received_no, digest,"
                + " file_name, submitter, outcome, received_at, received_by, bytes from control.submission" + which)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Receipt> receipts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String id = row.getString(1);
                    receipts.add(new Receipt(
                            id,
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Receipt.Outcome.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                            row.getTimestamp(7).toInstant(),
                            row.getString(8),
                            row.getLong(9),
                            counts(connection, id),
                            problems(connection, id),
                            ReplacedReceipts.of(connection, id),
                            false));
                }
            }
            return receipts;
        }
    }

    private static List<Receipt.Count> counts(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select dataset, sheet, lines, filtered, rows_in,"
                + " accepted, rejected, duplicate from control.submission_count where submission_id = ?"
                + " order by dataset, sheet")) {
            select.setString(1, id);
            List<Receipt.Count> counts = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.add(new Receipt.Count(
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getLong(8)));
                }
            }
            return counts;
        }
    }

    private static List<Receipt.Problem> problems(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select dataset, sheet, code, source_column,"
                + " occurrences, first_lines, chinese, english from control.submission_problem"
                + " where submission_id = ? order by dataset, sheet, code, source_column")) {
            select.setString(1, id);
            List<Receipt.Problem> problems = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    problems.add(new Receipt.Problem(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            lines(row.getArray(6)),
                            row.getString(7),
                            row.getString(8)));
                }
            }
            return problems;
        }
    }

    private static List<Long> lines(Array array) throws SQLException {
        return List.of((Long[]) array.getArray());
    }

    private static String[] datasets(Receipt receipt) {
        return receipt.counts().stream().map(Receipt.Count::dataset).distinct().toArray(String[]::new);
    }

    private static String code(Receipt.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
