package org.manyuan.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Types;
import org.manyuan.record.RecordCells;

/**
 * Answers SELECTs over the heads of all tables, without Spark: DuckDB reads the Parquet files that Iceberg names, one view a table. It
 * can read these files and nothing else on this machine, and write nothing.
 */
public final class LakeQuery implements AutoCloseable {
    private final Connection duck;
    private final List<LakeView> views;
    private final boolean isOfThePast;

    private LakeQuery(Connection duck, List<LakeView> views, boolean isOfThePast) {
        this.duck = duck;
        this.views = List.copyOf(views);
        this.isOfThePast = isOfThePast;
    }

    /**
     * Opens every table at its head of now, without the rows of submissions that were taken back, and a view
     * {@code current_<dataset>} of the rows that count; what was released is asked for by its release.
     */
    public static LakeQuery open(Workspace workspace, Database database) {
        return open(
                workspace,
                database,
                new CountedViews(database.inTransaction(CountedSubmissions::now), KnownOn.NOW, false));
    }

    /** The same as it would be if exactly these submissions counted. */
    public static LakeQuery open(Workspace workspace, Database database, CountedSubmissions submissions) {
        return open(workspace, database, new CountedViews(submissions, KnownOn.NOW, false));
    }

    /** What had been handed in at that moment: {@code stg_}, {@code current_}, memberships; built tables are left out. */
    public static LakeQuery open(Workspace workspace, Database database, KnownOn known) {
        CountedSubmissions then = database.inTransaction(connection -> CountedSubmissions.on(connection, known));
        return open(workspace, database, new CountedViews(then, known, true));
    }

    private static LakeQuery open(Workspace workspace, Database database, CountedViews counted) {
        List<LakeTable> tables = database.inTransaction(Heads::read).entrySet().stream()
                .filter(head -> !LakeTable.isPublic(head.getKey()) && counted.shows(head.getKey()))
                .map(head -> new LakeTable(head.getKey(), head.getKey(), head.getValue()))
                .toList();
        return open(workspace, database, tables, counted);
    }

    /** Opens these tables as they lie there, and {@code current_<dataset>} beside each that holds what was handed in. */
    public static LakeQuery current(Workspace workspace, Database database, List<LakeTable> tables) {
        return open(
                workspace,
                database,
                tables,
                new CountedViews(database.inTransaction(CountedSubmissions::now), KnownOn.NOW, false));
    }

    /** Opens the public set of a release. */
    public static LakeQuery open(Workspace workspace, Database database, Release release) {
        return open(
                workspace,
                database,
                release.tables().stream().map(Release.PublicTable::at).toList());
    }

    /** Opens these tables of a release's frozen set, of which the rows counted that counted at that moment. */
    public static LakeQuery open(Workspace workspace, Database database, List<LakeTable> tables, Instant moment) {
        KnownOn then = new KnownOn(moment);
        CountedSubmissions counted = database.inTransaction(connection -> CountedSubmissions.on(connection, then));
        return open(workspace, database, tables, new CountedViews(counted, KnownOn.NOW, false));
    }

    /** Opens these tables and no other, as they lie there. */
    public static LakeQuery open(Workspace workspace, Database database, List<LakeTable> tables) {
        return open(
                workspace,
                database,
                tables,
                new CountedViews(new CountedSubmissions(Set.of(), Set.of()), KnownOn.NOW, false));
    }

    private static LakeQuery open(
            Workspace workspace, Database database, List<LakeTable> tables, CountedViews counted) {
        List<LakeView> views = new ArrayList<>();
        try (LakeCatalog catalog = new LakeCatalog(workspace, database)) {
            for (LakeTable table : tables) {
                views.add(LakeView.of(table.name(), catalog.load(table.lakeTable()), table.snapshot()));
            }
        }
        try {
            Connection duck = DriverManager.getConnection("jdbc:duckdb:");
            List<String> files =
                    views.stream().flatMap(view -> view.files().stream()).toList();
            try (Statement statement = duck.createStatement()) {
                statement.execute("set timezone = 'UTC'");
                // files of the lake never change, and several questions are asked of them
                statement.execute("set parquet_metadata_cache = true");
                counted.make(duck, views);
                statement.execute("set temp_directory = "
                        + LakeView.quoted(
                                workspace.temporary().resolve("duckdb").toString(), '\''));
                statement.execute("set autoinstall_known_extensions = false");
                statement.execute("set autoload_known_extensions = false");
                statement.execute("set allowed_paths = " + LakeView.list(files));
                statement.execute("set enable_external_access = false");
                statement.execute("set lock_configuration = true");
            }
            return new LakeQuery(duck, views, counted.isOfThePast());
        } catch (SQLException cause) {
            throw new IllegalStateException("DuckDB cannot open the tables: " + cause.getMessage(), cause);
        }
    }

    /** The tables that can be asked, in order of name. */
    public List<String> tables() {
        return views.stream().map(LakeView::name).sorted().toList();
    }

    /**
     * Keeps the answer of a SELECT under a name, for the questions that follow; it lies in memory and goes with this object.
     *
     * @throws QueryRefused if it is something else, or names what does not exist
     */
    public void keep(String name, String select) {
        checkIsOneSelect(select);
        try (Statement statement = duck.createStatement()) {
            statement.execute("create temporary table " + LakeView.quoted(name, '"') + " as\n" + select);
        } catch (SQLException cause) {
            throw refused(cause);
        }
    }

    /** The columns of a table, in order; none where there is no such table. */
    public List<String> columns(String table) {
        return views.stream()
                .filter(view -> view.name().equals(table))
                .flatMap(view -> view.schema().columns().stream())
                .map(Types.NestedField::name)
                .toList();
    }

    /**
     * Runs one SELECT (also WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE) and writes its answer.
     *
     * @return rows of the answer
     * @throws QueryRefused if it is something else, or names what does not exist
     */
    public long run(String sql, ResultFormat format, Appendable out) throws IOException {
        checkIsOneSelect(sql);
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return format.write(rows, out);
        } catch (SQLException cause) {
            throw refused(cause);
        }
    }

    /** The whole answer of a small query, for commands that show it their own way. */
    public List<List<Object>> rows(String sql) {
        checkIsOneSelect(sql);
        try (Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException cause) {
            throw refused(cause);
        }
    }

    /**
     * The whole answer of a small query, each row by the names of its columns in their order.
     *
     * @param parameters of the question marks, in order
     */
    public List<Map<String, Object>> select(String sql, Object... parameters) {
        checkIsOneSelect(sql);
        try (PreparedStatement statement = duck.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                List<Map<String, Object>> rows = new ArrayList<>();
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        } catch (SQLException cause) {
            throw refused(cause);
        }
    }

    /**
     * Rows of a table as records.
     *
     * @param where what of them, with question marks for its parameters; {@code true} for all
     */
    public <T extends Record> List<T> records(String table, Class<T> type, String where, Object... parameters) {
        RecordCells<T> cells = new RecordCells<>(type);
        String columns =
                cells.columns().stream().map(name -> LakeView.quoted(name, '"')).collect(Collectors.joining(", "));
        try (PreparedStatement statement =
                duck.prepareStatement("select " + columns + " from " + table + " where " + where)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> records = new ArrayList<>();
                while (rows.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= cells.columns().size(); i++) {
                        row.add(rows.getObject(i));
                    }
                    records.add(cells.read(row));
                }
                return records;
            }
        } catch (SQLException cause) {
            throw refused(cause);
        }
    }

    /** DuckDB's own parser says what a statement is: it can write only SELECTs as a tree. */
    private void checkIsOneSelect(String sql) {
        try (PreparedStatement parse = duck.prepareStatement(
                "select tree->>'error', tree->>'error_type', tree->>'error_message', json_array_length(tree->'statements')"
                        + " from (select json_serialize_sql(?::varchar) as tree)")) {
            parse.setString(1, sql);
            try (ResultSet answer = parse.executeQuery()) {
                answer.next();
                if (answer.getString(1).equals("true")) {
                    throw "parser".equals(answer.getString(2))
                            ? new QueryRefused("查询语句有误 / The query is not understood: " + answer.getString(3), null)
                            : onlySelect();
                }
                if (answer.getLong(4) != 1) {
                    throw onlySelect();
                }
            }
        } catch (SQLException cause) {
            throw refused(cause);
        }
    }

    private static QueryRefused onlySelect() {
        return new QueryRefused(
                "只能执行一条 SELECT 语句 / Only one SELECT can be run; the warehouse is read only here.", null);
    }

    private QueryRefused refused(SQLException cause) {
        String reason = cause.getMessage().lines().findFirst().orElse("");
        if (isOfThePast && reason.contains("does not exist")) {
            return new QueryRefused(
                    "查询失败 / The query failed: " + reason + "\n--known-on 只能查报送的数据（stg_、current_）和 brg_membership："
                            + "其余各表是按现有数据计算的，要看当时的数字请用 --release。/ --known-on answers for what was handed in"
                            + " (stg_, current_) and brg_membership; every other table is as it was last built: for figures"
                            + " as they were, ask a release (--release).",
                    cause);
        }
        String known = reason.contains("does not exist") ? " 现有表 / Tables: " + String.join(", ", tables()) + "." : "";
        return new QueryRefused("查询失败 / The query failed: " + reason + known, cause);
    }

    @Override
    public void close() {
        try {
            duck.close();
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
