package org.manyuan.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Submissions that were taken back: {@code control.withdrawal}, and the mark on {@code control.submission}. Works inside somebody's transaction. */
public final class Withdrawals {
    private Withdrawals() {}

    /**
     * That a submission was taken back, and maybe given back.
     *
     * @param undoneAt empty: it is in force
     */
    public record Withdrawal(
            Instant withdrawnAt,
            String withdrawnBy,
            Optional<String> reason,
            Optional<Instant> undoneAt,
            Optional<String> undoneBy) {}

    /** A submission, as far as taking it back needs to know. */
    public record Submission(String submissionId, String fileName, boolean isRefused, List<String> datasets) {}

    /**
     * The submission of a receipt.
     *
     * @param id whole, or its part before the hyphen
     */
    public static Optional<Submission> submission(Connection connection, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select submission_id, file_name, outcome = 'refused', datasets from control.submission"
                        + " where submission_id = ? or split_part(submission_id, '-', 1) = ?")) {
            select.setString(1, id);
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Array datasets = row.getArray(4);
                return Optional.of(
                        new Submission(row.getString(1), row.getString(2), row.getBoolean(3), List.of((String[])
                                datasets.getArray())));
            }
        }
    }

    /**
     * A submission and a period in which it counted.
     *
     * @param to empty: it counts
     */
    public record Counted(String submissionId, Instant from, Optional<Instant> to, boolean isPatch) {}

    /** Every period in which a submission counted: from when it was received or given back until it was taken back. */
    public static List<Counted> periods(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select s.submission_id, began.at,"
                        + " (select min(w.withdrawn_at) from control.withdrawal w"
                        + " where w.submission_id = s.submission_id and w.withdrawn_at >= began.at), s.mode = 'patch'"
                        + " from control.submission s, lateral (select s.received_at as at union all select w.undone_at"
                        + " from control.withdrawal w where w.submission_id = s.submission_id"
                        + " and w.undone_at is not null) began order by s.received_no, began.at");
                ResultSet row = select.executeQuery()) {
            List<Counted> periods = new ArrayList<>();
            while (row.next()) {
                periods.add(new Counted(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant),
                        row.getBoolean(4)));
            }
            return periods;
        }
    }

    /** Every time that a submission was taken back, the first one first. */
    public static List<Withdrawal> of(Connection connection, String submission) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select withdrawn_at, withdrawn_by, reason,"
                + " undone_at, undone_by from control.withdrawal where submission_id = ? order by withdrawn_at")) {
            select.setString(1, submission);
            try (ResultSet row = select.executeQuery()) {
                List<Withdrawal> withdrawals = new ArrayList<>();
                while (row.next()) {
                    withdrawals.add(new Withdrawal(
                            row.getTimestamp(1).toInstant(),
                            row.getString(2),
                            Optional.ofNullable(row.getString(3)),
                            Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                            Optional.ofNullable(row.getString(5))));
                }
                return withdrawals;
            }
        }
    }

    /** The withdrawal that keeps a submission from counting; empty: it counts. */
    public static Optional<Withdrawal> inForce(Connection connection, String submission) throws SQLException {
        return of(connection, submission).stream()
                .filter(each -> each.undoneAt().isEmpty())
                .findFirst();
    }

    /** How many submissions do not count because they were taken back. */
    public static long count(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select count(*) from control.withdrawal where undone_at is null");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Takes a submission back: from that instant on its rows count no more. */
    public static void begin(Connection connection, String submission, Instant now, String by, Optional<String> reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into control.withdrawal (submission_id, withdrawn_at, withdrawn_by, reason) values (?, ?, ?, ?)")) {
            insert.setString(1, submission);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setString(3, by);
            insert.setString(4, reason.orElse(null));
            insert.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update control.submission set withdrawn_at = ?, withdrawn_by = ? where submission_id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, by);
            update.setString(3, submission);
            update.executeUpdate();
        }
    }

    /** Lets it count again. */
    public static void undo(Connection connection, String submission, Instant now, String by) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update control.withdrawal set undone_at = ?,"
                + " undone_by = ? where submission_id = ? and undone_at is null")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setString(2, by);
            update.setString(3, submission);
            update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update control.submission set withdrawn_at = null, withdrawn_by = null where submission_id = ?")) {
            update.setString(1, submission);
            update.executeUpdate();
        }
    }
}
