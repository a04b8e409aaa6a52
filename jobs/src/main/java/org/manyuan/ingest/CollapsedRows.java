package org.manyuan.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Equal rows of one submission become one, on the first line that says so: what a mapping's {@code distinct} means, where a file names
 * a district on each line of its schools.
 */
public final class CollapsedRows {
    private CollapsedRows() {}

    /** The rows, each once; same columns. */
    public static Dataset<Row> of(Dataset<Row> rows) {
        String[] names = rows.columns();
        Column[] said = Arrays.stream(names)
                .filter(name -> !name.equals("source_line"))
                .map(org.apache.spark.sql.functions::col)
                .toArray(Column[]::new);
        return rows.groupBy(said)
                .agg(min("source_line").as("source_line"))
                .select(Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new));
    }
}
