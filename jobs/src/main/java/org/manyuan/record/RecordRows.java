package org.manyuan.record;

import static org.apache.spark.sql.functions.col;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Rows of a stored table (columns in snake_case) as records, and records as rows. One record is one row; a plan, never an action. */
public final class RecordRows {
    private RecordRows() {}

    /**
     * Reads a table's rows as records, by name; columns that the record lacks are left behind. Whole numbers and decimals of another
     * width are cast; one that does not fit is an error of the run.
     *
     * @throws org.apache.spark.sql.AnalysisException naming a column that the table lacks
     */
    public static <T extends Record> Dataset<T> records(Dataset<Row> table, Class<T> type) {
        Encoder<T> encoder = RecordEncoder.of(type);
        Column[] columns = Arrays.stream(encoder.schema().fields())
                .map(field -> column(table, field))
                .toArray(Column[]::new);
        return table.select(columns).as(encoder);
    }

    /** Writes records as rows: the record's components in their order, in snake_case. */
    public static <T extends Record> Dataset<Row> table(Dataset<T> records, Class<T> type) {
        return records.select(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> col(name).as(columnName(name)))
                .toArray(Column[]::new));
    }

    /** The column that stores a component: {@code ciLo} is {@code ci_lo}. */
    public static String columnName(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Column column(Dataset<Row> table, StructField field) {
        String name = columnName(field.name());
        Column column = table.col(name);
        boolean both =
                table.schema().apply(name).dataType() instanceof NumericType && field.dataType() instanceof NumericType;
        return (both ? column.cast(field.dataType()) : column).as(field.name());
    }
}
