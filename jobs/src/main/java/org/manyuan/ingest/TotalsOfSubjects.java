package org.manyuan.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines whose total is not the sum of the subjects, where every subject of the exam's papers has a score of the pupil in the same call,
 * and totals of pupils who missed every subject.
 * For sheets with one line a subject; the reader itself adds up the cells of a wide line.
 */
public final class TotalsOfSubjects {
    private static final String TOTAL = "total";

    private TotalsOfSubjects() {}

    /** The rows that say a total: without any, nothing is to be added up. */
    public static Dataset<Row> totals(Dataset<Row> scores) {
        return scores.where(col("subject").equalTo(TOTAL));
    }

    /**
     * @param scores rows of this call: exam_code, subject, student_key, score, status and where they stand
     * @param papers exam_code, subject
     * @param points by which a total may be off
     */
    public static Dataset<Row> of(Dataset<Row> scores, Dataset<Row> papers, double points, String code) {
        Dataset<Row> subjects = papers.where(col("subject").notEqual(TOTAL))
                .groupBy(col("exam_code").as("its_exam"))
                .agg(countDistinct("subject").as("subjects"));
        Column isTotal = col("subject").equalTo(TOTAL);
        Column sat = coalesce(col("status"), lit("present")).equalTo("present");
        Column there = sat.and(col("score").isNotNull());
        Dataset<Row> off = scores.groupBy("exam_code", "student_key")
                .agg(
                        sum(when(isTotal.and(there), col("score"))).as("total"),
                        sum(when(isTotal.equalTo(false).and(there), col("score")))
                                .as("points"),
                        count(when(isTotal.equalTo(false).and(there), 1)).as("there"),
                        count(when(isTotal.equalTo(false).and(sat.equalTo(false)), 1))
                                .as("missed"),
                        min(when(isTotal, struct(Findings.columns(Findings.PLACE))))
                                .as("place"))
                .join(broadcast(subjects), col("exam_code").equalTo(col("its_exam")), "inner")
                .where(col("there")
                        .equalTo(col("subjects"))
                        .and(abs(col("total").minus(col("points"))).gt(lit(points)))
                        .or(col("there")
                                .equalTo(0)
                                .and(col("missed").gt(0))
                                .and(col("total").isNotNull())));
        return Findings.of(off.select("place.*"), "exam_score", code, "score");
    }
}
