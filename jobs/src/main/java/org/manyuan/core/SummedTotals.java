package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Totals that no sheet has: one row per exam and pupil, for exams whose papers include {@code total} (with a step) while no row of
 * scores does. The total is the sum over every other subject of the exam's papers; a pupil who lacks one has none: invalid where one
 * is, else exempt, else absent, else no row at all. A pupil whose subjects stand under several schools has none either.
 */
final class SummedTotals {
    private static final String TOTAL = "total";

    private SummedTotals() {}

    /** Rows like those of the scores: exam_code, subject, school_code, score, level, status, origin. */
    static Dataset<Row> of(Dataset<Row> scores, Dataset<Row> papers) {
        return ofPupils(scores, papers).drop("student_key");
    }

    /** The same with whose total it is: student_key first. */
    static Dataset<Row> ofPupils(Dataset<Row> scores, Dataset<Row> papers) {
        Dataset<Row> asked = papers.filter(
                        col("subject").equalTo(TOTAL).and(col("score_step").isNotNull()))
                .select(col("exam_code").as("summed_exam"));
        Dataset<Row> subjects = papers.filter(col("subject").notEqual(TOTAL))
                .groupBy(col("exam_code").as("subjects_exam"))
                .agg(count(lit(1)).as("subjects"));
        Dataset<Row> handedIn = scores.filter(col("subject").equalTo(TOTAL))
                .join(broadcast(asked), col("exam_code").equalTo(col("summed_exam")), "left_semi")
                .select(col("exam_code").as("handed_in_exam"))
                .distinct();
        Dataset<Row> summed = asked.join(subjects, col("summed_exam").equalTo(col("subjects_exam")), "inner")
                .join(broadcast(handedIn), col("summed_exam").equalTo(col("handed_in_exam")), "left_anti")
                .select("summed_exam", "subjects");
        Column status = col("status");
        Column present = status.isNull().or(status.equalTo("present"));
        Dataset<Row> pupils = scores.join(broadcast(summed), col("exam_code").equalTo(col("summed_exam")), "inner")
                .groupBy("exam_code", "student_key", "subjects")
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
                .when(col("there").equalTo(col("subjects")), "present");
        return pupils.filter(col("school_code").equalTo(col("other_school")))
                .withColumn("status", word)
                .filter(col("status").isNotNull())
                .select(
                        col("student_key"),
                        col("exam_code"),
                        lit(TOTAL).as("subject"),
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
