package org.manyuan.core;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of schools that say nothing of seats and tags. */
final class SchoolRows {
    private SchoolRows() {}

    static Dataset<Row> plain(Dataset<Row> schools) {
        return schools.withColumn("seats", lit(null).cast("bigint"))
                .withColumn("tags", lit(null).cast("string"));
    }
}
