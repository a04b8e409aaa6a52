package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * A table at one snapshot as DuckDB can read it: its columns and the Parquet files that hold its rows.
 *
 * @param isUniform every file has every column
 */
record LakeView(String name, Schema schema, List<String> files, boolean isUniform) {
    /**
     * @throws IllegalStateException if rows were deleted beside the files: reading the files alone would bring them back
     */
    static LakeView of(String name, Table table, long snapshot) {
        List<String> files = new ArrayList<>();
        try (CloseableIterable<FileScanTask> tasks =
                table.newScan().useSnapshot(snapshot).planFiles()) {
            for (FileScanTask task : tasks) {
                if (!task.deletes().isEmpty()) {
                    throw new IllegalStateException("Snapshot " + snapshot + " of table " + name
                            + " has delete files, which a query over its Parquet files would ignore. Manyuan itself writes none:"
                            + " rewrite the table (rewrite_data_files) with the tool that deleted the rows.");
                }
                files.add(task.file().location());
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The files of table " + name + " cannot be listed: " + cause.getMessage(), cause);
        }
        Schema schema = table.schemas().get(table.snapshot(snapshot).schemaId());
        return new LakeView(name, schema, files, table.schemas().size() == 1);
    }

    /** The statement that makes the view. A column that a file has not is null. */
    String sql() {
        String columns =
                schema.columns().stream().map(c -> quoted(c.name(), '"')).collect(Collectors.joining(", "));
        String typed = schema.columns().stream()
                .map(c -> "null::" + type(c.type()) + " as " + quoted(c.name(), '"'))
                .collect(Collectors.joining(", "));
        String nothing = "(select " + typed + " where false)";
        // a folder's name says a partition's value, but not its type: the column in the file counts
        String scan = "read_parquet(" + list(files) + ", union_by_name = true, hive_partitioning = false)";
        String rows;
        if (files.isEmpty()) {
            rows = nothing;
        } else if (isUniform) {
            rows = scan;
        } else {
            rows = "(from " + nothing + " union all by name from " + scan + ")";
        }
        return "create view " + quoted(name, '"') + " as select " + columns + " from " + rows + " as "
                + quoted(name, '"');
    }

    static String list(List<String> texts) {
        return texts.stream().map(text -> quoted(text, '\'')).collect(Collectors.joining(", ", "[", "]"));
    }

    static String quoted(String text, char quote) {
        return quote + text.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    private static String type(Type type) {
        return switch (type.typeId()) {
            case STRING -> "varchar";
            case INTEGER -> "integer";
            case LONG -> "bigint";
            case DOUBLE -> "double";
            case FLOAT -> "real";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> ((Types.TimestampType) type).shouldAdjustToUTC() ? "timestamptz" : "timestamp";
            case DECIMAL -> type.toString();
            case LIST -> type(type.asListType().elementType()) + "[]";
            default -> throw new IllegalStateException("no table has a column of type " + type);
        };
    }
}
