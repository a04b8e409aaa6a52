package org.manyuan.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.SchoolSuccession;
import org.manyuan.record.RecordRows;

/** {@code dim_succession}: one row per predecessor, successor and day, as known now. */
public final class SchoolSuccessions {
    private SchoolSuccessions() {}

    /**
     * @param succession current rows of {@code stg_school_succession}; one without a kind is another code
     */
    public static Dataset<SchoolSuccession> of(Dataset<Row> succession) {
        return RecordRows.records(
                succession.withColumn("kind", coalesce(col("kind"), lit("recode"))), SchoolSuccession.class);
    }
}
