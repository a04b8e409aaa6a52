package org.manyuan.record;

import static org.apache.spark.sql.functions.col;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of a stored table (columns in snake_case) as records, and records as rows. One record is one row; a plan, never an action. */
public final class RecordRows {
    private RecordRows() {}

    /**
     * Reads a table's rows as records, by name; columns that the record lacks are left behind.
     *
     * @throws org.apache.spark.sql.AnalysisException naming a column that the table lacks
     */
    public static <T extends Record> Dataset<T> records(Dataset<Row> table, Class<T> type) {
        return table.select(columns(type, true)).as(RecordEncoder.of(type));
    }

    /** Writes records as rows: the record's components in their order, in snake_case. */
    public static <T extends Record> Dataset<Row> table(Dataset<T> records, Class<T> type) {
        return records.select(columns(type, false));
    }

    /** The column that stores a component: {@code ciLo} is {@code ci_lo}. */
    public static String columnName(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Column[] columns(Class<? extends Record> type, boolean fromTable) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name ->
                        fromTable ? col(columnName(name)).as(name) : col(name).as(columnName(name)))
                .toArray(Column[]::new);
    }
}
