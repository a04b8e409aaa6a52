package org.manyuan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Small Datasets written as text: the first line is the header ({@code name:type}, text where no type is said), cells by bars, a dash
 * is null. What follows the last header column is the reason of a row and is not read.
 */
public final class TextTable {
    private TextTable() {}

    public static Dataset<Row> rows(String table) {
        List<String> lines = table.strip().lines().map(String::strip).toList();
        String[] header = lines.get(0).split("\\s*\\|\\s*");
        StructType text = new StructType();
        List<Column> typed = new ArrayList<>();
        for (String cell : header) {
            String[] words = cell.split(":", 2);
            text = text.add(words[0], DataTypes.StringType);
            typed.add(functions
                    .col(words[0])
                    .cast(words.length == 1 ? "string" : words[1])
                    .as(words[0]));
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\\s*\\|\\s*");
            Object[] values = new Object[header.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = cells[i].equals("-") ? null : cells[i];
            }
            rows.add(RowFactory.create(values));
        }
        return SharedSpark.session().createDataFrame(rows, text).select(typed.toArray(Column[]::new));
    }

    /** Rows as sorted lines, a dash for null, blanks between the named columns. */
    public static String lines(Dataset<Row> rows, String... columns) {
        return rows
                .select(java.util.Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
                .collectAsList()
                .stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < row.size(); i++) {
                        cells.add(row.isNullAt(i) ? "-" : String.valueOf(row.get(i)));
                    }
                    return String.join(" ", cells);
                })
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
