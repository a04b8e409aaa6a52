package org.manyuan.mart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.manyuan.SharedSpark;
import org.manyuan.TextTable;

/**
 * A small public set written as text tables, in a session of its own, and marts made of it. A column that a table does not name is
 * empty: OK for a flag, reported for an origin, null where the serving schema lets it be.
 */
final class Released {
    private static final Map<String, String> DEFAULTS = Map.of(
            "flag",
            "OK",
            "origin",
            "reported",
            "as_of",
            "2025-08-31",
            "card_version",
            "1",
            "approximate",
            "false",
            "scheme_version",
            "1",
            "joined_on",
            "2000-01-01",
            "ci_frame",
            "census");

    private final SparkSession session = SharedSpark.session().newSession();

    Released() {
        for (String table : ServingTable.names("")) {
            if (table.startsWith("rel_") || table.startsWith("dim_")) {
                session.createDataFrame(List.of(), ServingTable.of(table)).createOrReplaceTempView(table);
            }
        }
    }

    /** Fills a table. */
    Released with(String table, String text) {
        return with(table, TextTable.rows(text));
    }

    /** Fills a table with rows whose columns have the names of the table's. */
    Released with(String table, Dataset<Row> rows) {
        Set<String> given = new TreeSet<>(Arrays.asList(rows.columns()));
        Column[] columns = Arrays.stream(ServingTable.of(table).fields())
                .map(field -> given.contains(field.name())
                        ? functions.col(field.name()).cast(field.dataType()).as(field.name())
                        : missing(field))
                .toArray(Column[]::new);
        given.removeAll(Arrays.asList(ServingTable.of(table).fieldNames()));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(table + " has no column " + given);
        }
        session.createDataFrame(
                        rows.select(columns).collectAsList(),
                        rows.select(columns).schema())
                .createOrReplaceTempView(table);
        return this;
    }

    Dataset<Row> mart(String name) {
        return Mart.all().stream()
                .filter(mart -> mart.name().equals(name))
                .map(mart -> session.sql(mart.sql()))
                .findFirst()
                .orElseThrow();
    }

    /** Rows of a mart as sorted lines: a dash for null, blanks between the named columns. */
    String lines(String mart, String condition, String... columns) {
        return TextTable.lines(mart(mart).where(condition), columns);
    }

    private static Column missing(StructField field) {
        String value = DEFAULTS.getOrDefault(field.name(), field.nullable() ? null : "");
        return functions.lit(value).cast(field.dataType()).as(field.name());
    }
}
