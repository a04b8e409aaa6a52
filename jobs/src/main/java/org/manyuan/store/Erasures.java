package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** That persons were forgotten: {@code control.erasure} and what hangs on it; nothing of a person. Works inside somebody's transaction. */
public final class Erasures {
    private Erasures() {}

    /** A frozen table of a release, and whether its snapshot was erased because it held somebody. */
    public record Frozen(LakeTable at, boolean isErased) {}

    /** An erasure whose old files are not all gone yet. */
    public record Open(long erasureId, List<String> tables) {}

    /**
     * Writes an erasure down, with the head without the persons: from here on no reader sees them. Frozen snapshots of its tables are
     * marked as erased.
     *
     * @param persons how many; 0 where only files named them
     * @param files of receipts, deleted already
     * @param rows by table, rows that are gone or emptied of the person
     * @return its id
     */
    public static long begin(
            Connection connection, Instant now, int persons, int files, Map<String, Long> rows, Set<String> submissions)
            throws SQLException {
        long id;
        try (PreparedStatement insert = connection.prepareStatement("insert into control.erasure (erased_at, erased_by,"
                + " persons, files) values (?, ?, ?, ?) returning erasure_id")) {
            insert.setTimestamp(1, Timestamp.from(now));
            insert.setString(2, System.getProperty("user.name"));
            insert.setInt(3, persons);
            insert.setInt(4, files);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                id = row.getLong(1);
            }
        }
        try (PreparedStatement insert =
                        connection.prepareStatement("insert into control.erasure_table values (?, ?, ?)");
                PreparedStatement mark = connection.prepareStatement("update control.release_table set erasure_id = ?"
                        + " where part = 'frozen' and lake_table = ? and erasure_id is null")) {
            for (Map.Entry<String, Long> table : rows.entrySet()) {
                insert.setLong(1, id);
                insert.setString(2, table.getKey());
                insert.setLong(3, table.getValue());
                insert.executeUpdate();
                mark.setLong(1, id);
                mark.setString(2, table.getKey());
                mark.executeUpdate();
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into control.erasure_submission values (?, ?)")) {
            for (String submission : submissions) {
                insert.setLong(1, id);
                insert.setString(2, submission);
                insert.executeUpdate();
            }
        }
        return id;
    }

    /** Those that a killed command left with old files. */
    public static List<Open> open(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select erasure_id, array(select table_name from"
                        + " control.erasure_table t where t.erasure_id = e.erasure_id order by 1)"
                        + " from control.erasure e where finished_at is null order by 1");
                ResultSet row = select.executeQuery()) {
            List<Open> open = new ArrayList<>();
            while (row.next()) {
                open.add(new Open(
                        row.getLong(1), List.of((String[]) row.getArray(2).getArray())));
            }
            return open;
        }
    }

    /** All old files of an erasure are gone. */
    public static void finish(Connection connection, long erasure, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update control.erasure set finished_at = ? where erasure_id = ?")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, erasure);
            update.executeUpdate();
        }
    }

    /** The releases of which a frozen snapshot of one of these tables is there. */
    public static Set<String> releases(Connection connection, Set<String> tables) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select distinct release from control.release_table"
                + " where part = 'frozen' and erasure_id is null and lake_table = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", tables.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Set<String> releases = new TreeSet<>();
                while (row.next()) {
                    releases.add(row.getString(1));
                }
                return releases;
            }
        }
    }

    /** The frozen set of a release, in order of name. */
    public static List<Frozen> frozen(Connection connection, String release) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select table_name, lake_table, snapshot_id,"
                        + " erasure_id is not null from control.release_table where release = ? and part = 'frozen' order by 1")) {
            select.setString(1, release);
            try (ResultSet row = select.executeQuery()) {
                List<Frozen> frozen = new ArrayList<>();
                while (row.next()) {
                    frozen.add(new Frozen(
                            new LakeTable(row.getString(1), row.getString(2), row.getLong(3)), row.getBoolean(4)));
                }
                return frozen;
            }
        }
    }

    /** The names of files that were handed in as these submissions, in order. */
    public static List<String> fileNames(Connection connection, Set<String> submissions) throws SQLException {
        return names(
                connection,
                "select case when submitter = '' then file_name else submitter || '/' || file_name end"
                        + " from control.submission s where submission_id = any (?) and not exists"
                        + " (select from control.topic_batch b where b.submission_id = s.submission_id)"
                        + " order by received_no",
                submissions);
    }

    /** The topics that these submissions were taken from. */
    public static List<String> topics(Connection connection, Set<String> submissions) throws SQLException {
        return names(
                connection,
                "select topic from control.topic_batch where submission_id = any (?) order by 1",
                submissions);
    }

    private static List<String> names(Connection connection, String sql, Set<String> submissions) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", submissions.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Set<String> names = new LinkedHashSet<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return List.copyOf(names);
            }
        }
    }
}
