package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** One row per key: the first in an order that all columns together make total, so that it is the same row in every run. */
final class Latest {
    private Latest() {}

    static Dataset<Row> of(Dataset<Row> rows, List<String> key, List<Column> first) {
        List<Column> order = new ArrayList<>(first);
        for (String name : rows.columns()) {
            order.add(col(name).asc());
        }
        Column[] keys = key.stream().map(name -> col(name)).toArray(Column[]::new);
        return rows.withColumn(
                        "place", row_number().over(Window.partitionBy(keys).orderBy(order.toArray(Column[]::new))))
                .filter(col("place").equalTo(lit(1)))
                .drop("place");
    }
}
