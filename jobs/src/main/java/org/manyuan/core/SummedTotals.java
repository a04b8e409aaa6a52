package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Totals that no sheet has: one row per exam and pupil of {@link SummedExams}. The total is the sum over every other subject of the
 * exam's papers; a pupil who lacks one has none: invalid where one is, else exempt, else absent, else no row at all. A pupil whose
 * subjects stand under several schools has none either.
 */
final class SummedTotals {
    private SummedTotals() {}

    /** The scores with the totals that were summed, these columns of them; student_key may be one. */
    static Dataset<Row> with(Dataset<Row> scores, SummedExams summed, Column... columns) {
        return summed.subjects().isEmpty()
                ? scores.select(columns)
                : scores.select(columns).unionByName(of(scores, summed).select(columns));
    }

    private static Dataset<Row> of(Dataset<Row> scores, SummedExams summed) {
        Column[] known = summed.subjects().entrySet().stream()
                .flatMap(exam -> Stream.of(lit(exam.getKey()), lit(exam.getValue())))
                .toArray(Column[]::new);
        Column status = col("status");
        Column present = status.isNull().or(status.equalTo("present"));
        Dataset<Row> pupils = scores.filter(col("school_code").isNotNull())
                .filter(col("exam_code").isin(summed.subjects().keySet().toArray()))
                .groupBy("exam_code", "student_key")
                .agg(
                        min("school_code").as("school_code"),
                        max("school_code").as("other_school"),
                        count(when(present.and(col("score").isNotNull()), 1)).as("there"),
                        sum(when(present, col("score"))).as("points"),
                        any("invalid"),
                        any("exempt"),
                        any("absent"),
                        max("origin").as("origin"));
        Column word = when(col("invalid"), "invalid")
                .when(col("exempt"), "exempt")
                .when(col("absent"), "absent")
                .when(col("there").equalTo(element_at(map(known), col("exam_code"))), "present");
        return pupils.filter(col("school_code").equalTo(col("other_school")))
                .withColumn("status", word)
                .filter(col("status").isNotNull())
                .select(
                        col("student_key"),
                        col("exam_code"),
                        lit(SummedExams.TOTAL).as("subject"),
                        col("school_code"),
                        when(col("status").equalTo("present"), col("points"))
                                .cast(scores.schema().apply("score").dataType())
                                .as("score"),
                        lit(null).cast("string").as("level"),
                        col("status"),
                        col("origin"));
    }

    private static Column any(String status) {
        return max(col("status").equalTo(status).and(col("status").isNotNull())).as(status);
    }
}
