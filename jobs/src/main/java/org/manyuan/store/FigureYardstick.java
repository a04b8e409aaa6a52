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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The measure that a build is held against: one DuckDB script that computes eleven metrics from the same accepted rows, and says where
 * its figures and those of the workspace are not the same.
 */
public final class FigureYardstick {
    /** The metrics that the script computes. */
    public static final List<String> METRICS = List.of(
            "GAP-01", "GAP-06", "GAP-07", "GAP-08b", "GAP-11", "ENR-01", "ENR-02", "ENR-03", "ENR-04", "EXM-01",
            "EXM-02");

    private static final String KEY =
            "metric_id, measure, variant, district_code, group_code, school_code, school_year, base_year, exam_code, stage, grade, subject";

    private static final List<String> SOURCES = List.of(
            "district",
            "school",
            "education_group",
            "group_membership",
            "exam",
            "exam_paper",
            "exam_score",
            "enrollment");

    private final Workspace workspace;
    private final Database database;
    private final String territoryLevel;

    /**
     * @param territoryLevel as the workspace's settings have it
     */
    public FigureYardstick(Workspace workspace, Database database, String territoryLevel) {
        this.workspace = workspace;
        this.database = database;
        this.territoryLevel = territoryLevel;
    }

    /**
     * Runs the script: from the accepted rows to a Parquet file of figures.
     *
     * @return seconds; opening the tables is not in them
     */
    public double run(Path figures, int threads, String memory) {
        try (Connection duck = open(SOURCES.stream().map(name -> "stg_" + name).toList());
                Statement statement = duck.createStatement()) {
            statement.execute("set threads = " + threads);
            statement.execute("set memory_limit = " + text(memory));
            statement.execute("set temp_directory = "
                    + text(figures.resolveSibling("spill").toString()));
            long began = System.nanoTime();
            scores(statement);
            for (String step : script(figures).split(";\n")) {
                if (!step.isBlank()) {
                    statement.execute(step);
                }
            }
            return (System.nanoTime() - began) / 1e9;
        } catch (SQLException cause) {
            throw new IllegalStateException("The yardstick failed: " + cause.getMessage(), cause);
        }
    }

    /** What was compared: figures of the script, and where the two differ, by metric, each with one example. */
    public record Compared(long figures, List<String> differences) {}

    /**
     * Holds the script's figures against the workspace's, of every reading that the script has. The same is what differs by no more than
     * a billionth, or a billionth of a thousandth where both are about zero.
     */
    public Compared compare(Path figures) {
        try (Connection duck = open(List.of("metric_value"));
                Statement statement = duck.createStatement()) {
            statement.execute(
                    "create temp table theirs as select * replace (coalesce(base_year, 0) as base_year) from read_parquet("
                            + text(figures.toString()) + ")");
            statement.execute(
                    "create temp table ours as select * replace (coalesce(base_year, 0) as base_year) from metric_value"
                            + " where value is not null and (metric_id, measure, variant) in (select (metric_id, measure, variant) from theirs)");
            statement.execute(
                    "create temp table different as select " + KEY
                            + ", ours.value as ours, theirs.value as theirs from ours full join theirs using (" + KEY
                            + ")"
                            + " where ours.value is null or theirs.value is null"
                            + " or abs(ours.value - theirs.value) > greatest(1e-12, 1e-9 * greatest(abs(ours.value), abs(theirs.value)))");
            List<String> differences = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select metric_id, count(*), min({" + example() + "}) from different group by 1"
                            + " union all select 'GAP-01', 0, null where not exists (from theirs) order by 1")) {
                while (rows.next()) {
                    differences.add("%s: %d, %s".formatted(rows.getString(1), rows.getLong(2), rows.getString(3)));
                }
            }
            try (ResultSet row = statement.executeQuery("select count(*) from theirs")) {
                row.next();
                return new Compared(row.getLong(1), differences);
            }
        } catch (SQLException cause) {
            throw new IllegalStateException("The figures cannot be compared: " + cause.getMessage(), cause);
        }
    }

    private Connection open(List<String> tables) throws SQLException {
        Map<String, Long> heads = database.inTransaction(Heads::read);
        List<LakeView> views = new ArrayList<>();
        try (LakeCatalog catalog = new LakeCatalog(workspace, database)) {
            for (String table : tables) {
                if (!heads.containsKey(table)) {
                    throw new IllegalStateException("The workspace has no table " + table + ".");
                }
                views.add(LakeView.of(table, catalog.load(table), heads.get(table)));
            }
        }
        Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        CountedSubmissions counted = database.inTransaction(CountedSubmissions::now);
        new CountedViews(counted, KnownOn.NOW, false).make(duck, views);
        return duck;
    }

    /**
     * The scores that count. Where each exam and subject was said by one submission, which the narrow columns tell, all of them do; where
     * a later file says all of an exam and subject again, its rows do; where it is less plain the rule is gone through in full.
     */
    private static void scores(Statement statement) throws SQLException {
        String from = "stg_exam_score";
        if (holds(
                statement,
                "select 1 from (select distinct exam_code, subject, submission_id from stg_exam_score)"
                        + " group by exam_code, subject having count(*) > 1")) {
            statement.execute(
                    "create temp table winner as select exam_code, subject, school_code, arg_max(submission_id,"
                            + " row(coalesce(precedence, 0), coalesce(source_on, date '0001-01-01'), received_no)) as submission_id,"
                            + " count(distinct submitter) as submitters from stg_exam_score group by all");
            boolean isPlain = !holds(statement, "select 1 from " + CurrentView.PATCHES)
                    && !holds(
                            statement,
                            "select 1 from winner group by exam_code, subject"
                                    + " having count(distinct submission_id) > 1 or max(submitters) > 1");
            from = isPlain
                    ? "stg_exam_score join (select distinct exam_code, subject, submission_id from winner)"
                            + " using (exam_code, subject, submission_id)"
                    : "current_exam_score";
        }
        statement.execute("create temp view scores as select * from " + from);
    }

    private static boolean holds(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql + " limit 1")) {
            return rows.next();
        }
    }

    private String script(Path figures) {
        try (InputStream sql = FigureYardstick.class.getResourceAsStream("figure_yardstick.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${territory}", text(territoryLevel))
                    .replace("${figures}", text(figures.toString()));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String example() {
        return "measure, variant, district_code, group_code, school_code, exam_code, school_year, subject, ours, theirs"
                .replaceAll("(\\w+)", "'$1': $1");
    }

    private static String text(String value) {
        return LakeView.quoted(value, '\'');
    }
}
