package org.manyuan.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines of score sheets whose pupil is on the roll of that school year, but of another school. A pupil who is on no roll of the year is
 * not told here.
 */
public final class ExamSchools {
    private ExamSchools() {}

    /**
     * One big join, scores with the roll; everything else is small.
     *
     * @param scores rows of this call: exam_code, student_key, school_code and where they stand
     * @param exams exam_code, school_year
     * @param roll rows that count: student_key, school_year, school_code
     * @param links old_key, new_key: a pupil may sit under an exam number; none where nobody handed any in
     * @param kin of {@link KinUnits}
     */
    public static Dataset<Row> of(
            Dataset<Row> scores,
            Dataset<Row> exams,
            Dataset<Row> roll,
            Dataset<Row> links,
            Dataset<Row> kin,
            String code) {
        Dataset<Row> sat = scores.select(Findings.placeAnd("exam_code", "student_key", "school_code"))
                // inner join: one school year an exam
                .join(
                        broadcast(exams.groupBy(col("exam_code").as("its_exam"))
                                .agg(max("school_year").as("exam_year"))),
                        col("exam_code").equalTo(col("its_exam")),
                        "inner");
        Dataset<Row> enrolled = roll.select("student_key", "school_year", "school_code");
        Dataset<Row> byOldNumber = enrolled.as("r")
                .join(links.as("l"), col("r.student_key").equalTo(col("l.new_key")), "inner")
                .selectExpr("l.old_key AS student_key", "r.school_year", "r.school_code");
        // one row per number and year: an old number may be on the roll itself too, then either school is right
        Dataset<Row> listed = enrolled.unionByName(byOldNumber)
                .groupBy(
                        col("student_key").as("roll_student"),
                        col("school_year").as("roll_year"))
                .agg(min("school_code").as("roll_school"), max("school_code").as("other_school"));
        Dataset<Row> elsewhere = sat.join(
                        listed,
                        col("student_key")
                                .equalTo(col("roll_student"))
                                .and(col("exam_year").equalTo(col("roll_year"))),
                        "inner")
                .where(col("school_code")
                        .notEqual(col("roll_school"))
                        .and(col("school_code").notEqual(col("other_school"))));
        Dataset<Row> strange = KinUnits.strangers(elsewhere, col("school_code"), col("roll_school"), kin)
                .select(Findings.placeAnd());
        return Findings.of(strange, "exam_score", code, "school_code");
    }
}
