package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;

/**
 * Where the tables keep persons: every column {@code …_key} of every table, in every file that is on the disk, whether it counts or
 * not. Reads without Spark; who erases holds the writer lock.
 */
public final class LakeErasure implements AutoCloseable {

    private final LakeCatalog catalog;
    private final Connection duck;
    private final Map<String, List<String>> keyColumns = new TreeMap<>();

    private LakeErasure(LakeCatalog catalog, Connection duck) {
        this.catalog = catalog;
        this.duck = duck;
        for (String name : catalog.tables()) {
            List<String> columns = catalog.load(name).schemas().values().stream()
                    .flatMap(schema -> schema.columns().stream())
                    .map(Types.NestedField::name)
                    .filter(column -> column.endsWith("_key"))
                    .distinct()
                    .sorted()
                    .toList();
            if (!columns.isEmpty()) {
                keyColumns.put(name, columns);
            }
        }
    }

    /** Opens the tables of a workspace and looks for nobody yet. */
    public static LakeErasure open(Workspace workspace, Database database) {
        try {
            Connection duck = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = duck.createStatement()) {
                statement.execute("create table sought (person varchar)");
            }
            return new LakeErasure(new LakeCatalog(workspace, database), duck);
        } catch (SQLException cause) {
            throw new IllegalStateException("DuckDB cannot start: " + cause.getMessage(), cause);
        }
    }

    /** The columns that hold persons, by table. */
    public Map<String, List<String>> keyColumns() {
        return Map.copyOf(keyColumns);
    }

    /** Of these keys those that are in some file, by table; tables that hold none are absent. */
    public Map<String, Set<String>> found(Set<String> keys) {
        seek(keys);
        Map<String, Set<String>> found = new TreeMap<>();
        for (Map.Entry<String, List<String>> table : keyColumns.entrySet()) {
            Set<String> here = new TreeSet<>();
            table.getValue().forEach(column -> here.addAll(texts(table.getKey(), column)));
            here.retainAll(keys);
            if (!here.isEmpty()) {
                found.put(table.getKey(), here);
            }
        }
        return found;
    }

    /** The submissions of which a table has rows with one of these keys. */
    public Set<String> submissions(String table, Set<String> keys) {
        seek(keys);
        return catalog.load(table).schema().findField("submission_id") == null
                ? Set.of()
                : texts(table, "submission_id");
    }

    /** Rows with one of these keys in a snapshot. */
    public long rows(String table, long snapshot, Set<String> keys) {
        seek(keys);
        List<String> files = LakeView.of(table, catalog.load(table), snapshot).files();
        return files.isEmpty() ? 0 : ((Number) select("count(*)", table, files).get(0)).longValue();
    }

    /**
     * Leaves a table with this snapshot and no other, no name of a release on it, and no file on the disk that it does not need. Safe
     * to do again after a crash.
     */
    public void keepOnly(String table, long head) {
        LakeFiles.keepOnly(catalog.load(table), head);
        removeUnreachable(table);
    }

    /** Removes what crashed commands left of every table with persons: files that no snapshot names, and folders of no table. */
    public void removeUnreachable(Workspace workspace) {
        keyColumns.keySet().forEach(this::removeUnreachable);
        Path folder = workspace.warehouse().resolve(LakeCatalog.NAMESPACE.toString());
        if (Files.isDirectory(folder)) {
            List<String> known = catalog.tables();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path lost : all.filter(
                                each -> !known.contains(each.getFileName().toString()))
                        .toList()) {
                    TemporaryFolder.delete(lost);
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }

    private void removeUnreachable(String table) {
        LakeFiles.removeUnreachable(catalog.load(table));
    }

    /** The values of a column in the rows of the sought, over all files of a table. */
    private Set<String> texts(String table, String column) {
        Table loaded = catalog.load(table);
        List<String> files = LakeFiles.parquet(loaded);
        if (files.isEmpty()) {
            return Set.of();
        }
        return select("distinct " + LakeView.quoted(column, '"'), table, files).stream()
                .filter(value -> value != null)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private List<Object> select(String what, String table, Collection<String> files) {
        Table loaded = catalog.load(table);
        // a file written before a column came has it as null
        String typed = loaded.schema().columns().stream()
                .filter(column ->
                        column.name().endsWith("_key") || column.name().equals("submission_id"))
                .map(column -> "null::varchar as " + LakeView.quoted(column.name(), '"'))
                .collect(Collectors.joining(", "));
        String rows = "(from (select " + typed + " where false) union all by name from read_parquet("
                + LakeView.list(List.copyOf(files)) + ", union_by_name = true))";
        String any = keyColumns.get(table).stream()
                .map(column -> LakeView.quoted(column, '"') + " in (select person from sought)")
                .collect(Collectors.joining(" or "));
        try (Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery("select " + what + " from " + rows + " where " + any)) {
            List<Object> values = new java.util.ArrayList<>();
            while (row.next()) {
                values.add(row.getObject(1));
            }
            return values;
        } catch (SQLException cause) {
            throw new IllegalStateException(
                    "The files of " + table + " cannot be searched: " + cause.getMessage(), cause);
        }
    }

    private void seek(Set<String> keys) {
        try (Statement statement = duck.createStatement();
                PreparedStatement insert = duck.prepareStatement("insert into sought values (?)")) {
            statement.execute("delete from sought");
            for (String key : keys) {
                insert.setString(1, key);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    @Override
    public void close() {
        catalog.close();
        try {
            duck.close();
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
