package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.FlowFact;
import org.manyuan.record.RecordRows;

/** {@code fct_flow}: one row per unit, school year, stage, grade, school of the zone and school before. */
public final class FlowFacts {
    private FlowFacts() {}

    /**
     * @param roll current rows of {@code stg_student_roll}; a row without a school belongs to no unit and is left out
     * @return synthetic where any of the pupils is
     */
    public static Dataset<FlowFact> of(Dataset<Row> roll) {
        return RecordRows.records(
                roll.filter(col("school_code").isNotNull())
                        .groupBy(
                                col("school_code"),
                                col("school_year"),
                                col("stage"),
                                col("grade"),
                                filled("zone_school_code"),
                                filled("origin_school_code"))
                        .agg(count(lit(1)).as("students"), max("origin").as("origin")),
                FlowFact.class);
    }

    private static Column filled(String name) {
        return when(col(name).notEqual(""), col(name)).as(name);
    }
}
