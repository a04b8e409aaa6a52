package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measure that an ingest is held against: one DuckDB script that does to a sheet of scores what Manyuan does to it, checks, keyed
 * hash, repeated rows and Parquet files. It reads the same registers out of their CSV files.
 */
public final class ScoreYardstick {
    private static final int BLOCK_BYTES = 64;

    private final Path registers;
    private final Path results;
    private final byte[] secret;

    /**
     * @param registers folder with exam.csv, exam_paper.csv and school.csv
     * @param results an empty folder for what it writes
     * @param key of the workspace; at most 64 bytes, as its own keys are
     */
    public ScoreYardstick(Path registers, Path results, SecretKey key) {
        this.registers = registers;
        this.results = results;
        this.secret = key.secret();
        if (secret.length > BLOCK_BYTES) {
            throw new IllegalArgumentException("the yardstick takes a key of at most %d bytes".formatted(BLOCK_BYTES));
        }
    }

    /**
     * What came out.
     *
     * @param seconds for the sheet, registers not counted
     * @param rejected rows by reason, as the row checks write it
     * @param pupils distinct keys of pupils among the accepted rows
     */
    public record Measured(
            double seconds,
            long accepted,
            long duplicates,
            long conflicts,
            Map<String, Long> rejected,
            long pupils,
            String scoreSum) {}

    /** Runs the script. */
    public Measured run(Path scores, int threads, String memory) {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set memory_limit = " + text(memory));
            statement.execute(
                    "set temp_directory = " + text(results.resolve("spill").toString()));
            register(statement, "exam", "select exam_code from ", "exam.csv");
            register(statement, "school", "select school_code from ", "school.csv");
            register(
                    statement,
                    "paper",
                    "select exam_code, subject, full_mark::decimal(9, 3) as full_mark, score_step::decimal(9, 3) as score_step from ",
                    "exam_paper.csv");
            long began = System.nanoTime();
            for (String step : script(scores).split(";\n")) {
                if (!step.isBlank()) {
                    statement.execute(step);
                }
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return measured(statement, seconds);
        } catch (SQLException cause) {
            throw new IllegalStateException("The yardstick failed: " + cause.getMessage(), cause);
        }
    }

    /** The key of a number as the script makes it, in hexadecimal: the same 128 bits as the workspace's own. */
    public String key(String number) {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(
                        "select left(sha256(unhex('%s') || unhex(sha256(unhex('%s') || encode('student|' || %s)))), 32)"
                                .formatted(pad(0x5c), pad(0x36), text(number)))) {
            row.next();
            return row.getString(1);
        } catch (SQLException cause) {
            throw new IllegalStateException("The yardstick failed: " + cause.getMessage(), cause);
        }
    }

    private void register(Statement statement, String name, String select, String file) throws SQLException {
        statement.execute("create temp table " + name + " as " + select + "read_csv("
                + text(registers.resolve(file).toString()) + ", all_varchar = true)");
    }

    private String script(Path scores) {
        try (InputStream sql = ScoreYardstick.class.getResourceAsStream("score_yardstick.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${scores}", text(scores.toString()))
                    .replace("${accepted}", text(accepted().toString()))
                    .replace("${rejected}", text(rejected().toString()))
                    .replace("${outer}", pad(0x5c))
                    .replace("${inner}", pad(0x36));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Measured measured(Statement statement, double seconds) throws SQLException {
        Map<String, Long> rejected = new TreeMap<>();
        long conflicts = 0;
        try (ResultSet rows = statement.executeQuery("select code, source_column, count(*) from read_parquet("
                + text(rejected().toString()) + ") group by all")) {
            while (rows.next()) {
                if (rows.getString(1).equals("CONFLICTING_ROWS")) {
                    conflicts = rows.getLong(3);
                } else {
                    rejected.put(rows.getString(1) + ":" + rows.getString(2), rows.getLong(3));
                }
            }
        }
        long duplicates;
        try (ResultSet row =
                statement.executeQuery("select coalesce(sum(times - 1), 0)::bigint from repeated where is_same")) {
            row.next();
            duplicates = row.getLong(1);
        }
        try (ResultSet row = statement.executeQuery(
                "select count(*), count(distinct student_key), sum(score)::varchar from read_parquet("
                        + text(accepted().toString()) + ")")) {
            row.next();
            return new Measured(
                    seconds, row.getLong(1), duplicates, conflicts, rejected, row.getLong(2), row.getString(3));
        }
    }

    private Path accepted() {
        return results.resolve("accepted.parquet");
    }

    private Path rejected() {
        return results.resolve("rejected.parquet");
    }

    private String pad(int with) {
        byte[] block = new byte[BLOCK_BYTES];
        System.arraycopy(secret, 0, block, 0, secret.length);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= (byte) with;
        }
        return HexFormat.of().formatHex(block);
    }

    private static String text(String value) {
        return LakeView.quoted(value, '\'');
    }
}
