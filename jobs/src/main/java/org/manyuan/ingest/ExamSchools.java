package org.manyuan.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines of score sheets whose pupil is on the roll of that school year, but of another school. A pupil on the rolls of two schools, under
 * one number or an old and a new one, may sit the exam for either. Pupils on no roll of the year, or on more than two, are not told here.
 */
public final class ExamSchools {
    /** Beyond them the schools of a pupil cannot be told apart by the first and the last of them. */
    private static final int MOST_ROLLS = 2;

    private ExamSchools() {}

    /**
     * One big join, scores with the roll; the roll is joined with the links where there are any, everything else is small.
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
        Dataset<Row> listed = numbered(roll, links)
                .groupBy(
                        col("student_key").as("roll_student"),
                        col("school_year").as("roll_year"))
                .agg(
                        min("school_code").as("roll_school"),
                        max("school_code").as("other_school"),
                        count(lit(1)).as("rolls"))
                .where(col("rolls").leq(MOST_ROLLS));
        Dataset<Row> elsewhere = sat.join(
                        listed,
                        col("student_key")
                                .equalTo(col("roll_student"))
                                .and(col("exam_year").equalTo(col("roll_year"))),
                        "inner")
                .where(col("school_code")
                        .notEqual(col("roll_school"))
                        .and(col("school_code").notEqual(col("other_school"))));
        Dataset<Row> strange = KinUnits.strangers(
                        KinUnits.strangers(elsewhere, col("school_code"), col("roll_school"), kin),
                        col("school_code"),
                        col("other_school"),
                        kin)
                .select(Findings.placeAnd());
        return Findings.of(strange, "exam_score", code, "school_code");
    }

    /** The roll by every number of a pupil: the one on the roll, and all that lead to the same latest number over one link or two. */
    private static Dataset<Row> numbered(Dataset<Row> roll, Dataset<Row> links) {
        Dataset<Row> numbers = links.as("a")
                // left join: an exam number may lead to a temporary one, which leads to the national one
                .join(links.as("b"), col("a.new_key").equalTo(col("b.old_key")), "left")
                .selectExpr("a.old_key AS number", "coalesce(b.new_key, a.new_key) AS latest")
                // two links may say the same
                .distinct();
        Dataset<Row> enrolled = roll.where(col("school_code").isNotNull())
                .join(numbers, col("student_key").equalTo(col("number")), "left")
                .select(
                        coalesce(col("latest"), col("student_key")).as("student_key"),
                        col("school_year"),
                        col("school_code"));
        Dataset<Row> byEarlierNumbers = enrolled.as("r")
                .join(numbers.as("n"), col("r.student_key").equalTo(col("n.latest")), "inner")
                .selectExpr("n.number AS student_key", "r.school_year", "r.school_code");
        return enrolled.unionByName(byEarlierNumbers);
    }
}
