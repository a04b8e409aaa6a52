package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordEncoder;

/**
 * The second look at pupils: one row per pupil, exam and subject for whom an earlier score of the subject is known: that of the latest
 * earlier paper of the preceding school year that the pupil sat, else of the latest baseline. Numbers of one pupil are one pupil by
 * {@code student_id_link}, over at most three links. Baselines themselves have no earlier paper. Source: METRICS B6.
 */
public final class LinkedPupils {
    private static final String BASELINE = "baseline";

    private LinkedPupils() {}

    /**
     * @param scores current rows of {@code stg_exam_score}
     * @param papers current rows of {@code stg_exam_paper}, for totals that no sheet has
     * @param links current rows of {@code stg_student_id_link}
     * @param facts everyone's scores of every paper
     * @return in no order; a pupil who stands twice in one paper under two linked numbers counts once
     */
    public static Dataset<LinkedPupil> of(
            Dataset<Row> scores,
            Dataset<Row> papers,
            Dataset<Row> links,
            Dataset<Exam> exams,
            Dataset<ExamPaper> conformed,
            Dataset<SchoolExamFact> facts) {
        Dataset<Row> pairs = pairs(exams, conformed, facts);
        Dataset<Row> present = present(scores, papers);
        Dataset<Row> later = persons(
                present.join(
                        broadcast(pairs.select("exam", "subject").distinct()),
                        col("exam_code").equalTo(col("exam")).and(col("of").equalTo(col("subject"))),
                        "left_semi"),
                links);
        Dataset<Row> earlier = persons(
                present.join(
                        broadcast(pairs.select("prior_exam", "subject").distinct()),
                        col("exam_code")
                                .equalTo(col("prior_exam"))
                                .and(col("of").equalTo(col("subject"))),
                        "left_semi"),
                links);
        Dataset<Row> both = later.select(
                        col("person"),
                        col("of"),
                        col("exam_code").as("later_exam"),
                        col("school_code"),
                        col("score"),
                        col("origin"))
                .join(
                        earlier.select(
                                col("person").as("same_person"),
                                col("of").as("same_of"),
                                col("exam_code").as("earlier_exam"),
                                col("score").as("earlier_score"),
                                col("origin").as("earlier_origin")),
                        col("person").equalTo(col("same_person")).and(col("of").equalTo(col("same_of"))),
                        "inner")
                .join(
                        broadcast(pairs),
                        col("later_exam")
                                .equalTo(col("exam"))
                                .and(col("earlier_exam").equalTo(col("prior_exam")))
                                .and(col("of").equalTo(col("subject"))),
                        "inner");
        Column nearest = struct(
                col("how"),
                col("days"),
                col("prior_exam"),
                col("school_code"),
                steps("score", "step").as("score"),
                steps("earlier_score", "prior_step").as("prior"),
                when(col("origin").equalTo("synthetic").or(col("earlier_origin").equalTo("synthetic")), "synthetic")
                        .otherwise("reported")
                        .as("origin"),
                col("prior_step"),
                col("prior_n"),
                col("prior_s1"),
                col("prior_s2"));
        return both.groupBy("person", "later_exam", "of")
                .agg(min(nearest).as("nearest"))
                .select(
                        col("later_exam").as("examCode"),
                        col("of").as("subject"),
                        col("nearest.school_code").as("schoolCode"),
                        col("nearest.prior_exam").as("priorCode"),
                        col("nearest.prior").as("prior"),
                        col("nearest.score").as("score"),
                        col("nearest.prior_step").as("priorStep"),
                        col("nearest.prior_n").as("priorN"),
                        col("nearest.prior_s1").as("priorS1"),
                        col("nearest.prior_s2").as("priorS2"),
                        col("nearest.origin").as("origin"))
                .as(RecordEncoder.of(LinkedPupil.class));
    }

    /** One row per paper and earlier paper of the subject that may be its prior; {@code how}, {@code days}: which is nearer. */
    private static Dataset<Row> pairs(Dataset<Exam> exams, Dataset<ExamPaper> papers, Dataset<SchoolExamFact> facts) {
        Dataset<Row> dated = exams.select("examCode", "schoolYear", "kind", "heldOn")
                .join(
                        papers.filter(col("scoreStep").gt(0))
                                .select(col("examCode").as("paperOf"), col("subject"), col("scoreStep")),
                        col("examCode").equalTo(col("paperOf")),
                        "inner");
        Dataset<Row> everyone = facts.filter(col("s1").isNotNull().and(col("n").gt(0)))
                .groupBy(col("examCode").as("sat"), col("subject").as("satIn"))
                .agg(sum("n").as("prior_n"), sum("s1").as("prior_s1"), sum("s2").as("prior_s2"));
        Dataset<Row> prior = dated.join(
                        everyone,
                        col("examCode").equalTo(col("sat")).and(col("subject").equalTo(col("satIn"))),
                        "inner")
                .select(
                        col("examCode").as("prior_exam"),
                        col("subject").as("prior_subject"),
                        col("schoolYear").as("prior_year"),
                        col("kind").as("prior_kind"),
                        col("heldOn").as("prior_day"),
                        col("scoreStep").as("prior_step"),
                        col("prior_n"),
                        col("prior_s1"),
                        col("prior_s2"));
        Column preceding = col("prior_year").equalTo(col("schoolYear").minus(1));
        return dated.filter(col("kind").isNull().or(col("kind").notEqual(BASELINE)))
                .join(
                        prior,
                        col("subject")
                                .equalTo(col("prior_subject"))
                                .and(col("prior_day").lt(col("heldOn")))
                                .and(preceding.or(coalesce(col("prior_kind").equalTo(BASELINE), lit(false)))),
                        "inner")
                .select(
                        col("examCode").as("exam"),
                        col("subject"),
                        col("scoreStep").as("step"),
                        col("prior_exam"),
                        col("prior_step"),
                        col("prior_n"),
                        col("prior_s1"),
                        col("prior_s2"),
                        when(preceding, 0).otherwise(1).as("how"),
                        datediff(col("heldOn"), col("prior_day")).as("days"));
    }

    /** One row per valid score: exam_code, of (the subject), student_key, school_code, score, origin. */
    private static Dataset<Row> present(Dataset<Row> scores, Dataset<Row> papers) {
        Dataset<Row> placed = scores.filter(col("school_code").isNotNull());
        Column[] columns = {
            col("exam_code"),
            col("subject").as("of"),
            col("student_key"),
            col("school_code"),
            col("score"),
            col("status"),
            col("origin")
        };
        return placed.select(columns)
                .unionByName(SummedTotals.ofPupils(placed, papers).select(columns))
                .filter(col("score")
                        .isNotNull()
                        .and(col("status").isNull().or(col("status").equalTo("present"))))
                .drop("status");
    }

    /** The same with the number that stands for all of a pupil's. */
    private static Dataset<Row> persons(Dataset<Row> rows, Dataset<Row> links) {
        Dataset<Row> once =
                links.groupBy(col("old_key").as("old")).agg(max("new_key").as("new"));
        Dataset<Row> resolved = followed(followed(once, once), once);
        return rows.join(resolved, col("student_key").equalTo(col("old")), "left")
                .withColumn("person", coalesce(col("new"), col("student_key")))
                .drop("old", "new", "student_key");
    }

    private static Dataset<Row> followed(Dataset<Row> links, Dataset<Row> once) {
        Dataset<Row> next = once.select(col("old").as("from"), col("new").as("to"));
        return links.join(next, col("new").equalTo(col("from")), "left")
                .select(col("old"), coalesce(col("to"), col("new")).as("new"));
    }

    private static Column steps(String score, String step) {
        return col(score).divide(col(step)).cast("bigint");
    }
}
