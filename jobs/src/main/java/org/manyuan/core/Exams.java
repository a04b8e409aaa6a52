package org.manyuan.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Exam;
import org.manyuan.record.RecordRows;

/** {@code dim_exam}: one row per exam. */
public final class Exams {
    private Exams() {}

    /**
     * @param exam current rows of {@code stg_exam}
     * @return one row per exam_code; an empty series reads kind-stage-grade-term, what is unknown left out (METRICS §0)
     */
    public static Dataset<Exam> of(Dataset<Row> exam) {
        Column said = when(col("series").notEqual(""), col("series"));
        Column made = concat_ws("-", col("kind"), col("stage"), col("grade"), col("term"));
        return RecordRows.records(exam.withColumn("series", coalesce(said, made)), Exam.class);
    }
}
