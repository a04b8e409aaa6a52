package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Exam;
import org.manyuan.domain.SchoolExamFact;

/** How many sat the first exam with results: one row per unit. The first of each district whose pupils sat exams. */
public final class FirstExam {
    private FirstExam() {}

    /**
     * @return school_code, examinees: the most over the subjects of that exam; a unit that did not sit it has no row
     */
    public static Dataset<Row> examinees(Dataset<SchoolExamFact> facts, Dataset<Exam> exams) {
        Dataset<Row> sat = facts.select(col("examCode"), col("schoolCode").as("school_code"), col("n"))
                .join(
                        broadcast(exams.select(col("examCode").as("exam"), col("districtCode"), col("heldOn"))),
                        col("examCode").equalTo(col("exam")),
                        "inner")
                .filter(col("heldOn").isNotNull());
        Dataset<Row> first = Latest.of(
                        sat.select("districtCode", "heldOn", "examCode").distinct(),
                        List.of("districtCode"),
                        List.of(col("heldOn").asc(), col("examCode").asc()))
                .select(col("examCode").as("first_exam"));
        return sat.join(broadcast(first), col("examCode").equalTo(col("first_exam")), "left_semi")
                .groupBy("school_code")
                .agg(max("n").as("examinees"));
    }
}
