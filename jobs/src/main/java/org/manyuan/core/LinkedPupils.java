package org.manyuan.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.record.RecordEncoder;
import scala.Tuple2;

/**
 * The second look at pupils: one row per pupil, exam and subject for whom an earlier score of the subject is known: that of the nearest
 * of the {@link PriorPapers} that the pupil sat. Numbers of one pupil are one pupil by {@code student_id_link}, over at most three
 * links. One shuffle brings the few scores of a pupil in a subject together.
 */
public final class LinkedPupils {
    /** Where a pupil stands twice in one paper, under two linked numbers. */
    private static final Comparator<PupilScore> FIRST =
            Comparator.comparing(PupilScore::schoolCode).thenComparing(PupilScore::score);

    private LinkedPupils() {}

    /**
     * @param scores current rows of {@code stg_exam_score}
     * @param summed exams whose totals are summed
     * @param links current rows of {@code stg_student_id_link}
     * @param priors the papers that are asked for
     * @return in no order; a pupil who stands twice in one paper under two linked numbers counts once
     */
    public static Dataset<LinkedPupil> of(
            Dataset<Row> scores, SummedExams summed, Dataset<Row> links, PriorPapers priors) {
        return persons(present(scores, summed, priors), links)
                .as(RecordEncoder.of(PupilScore.class))
                .groupBy(col("person"), col("subject"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()), RecordEncoder.of(PupilScore.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<Tuple2<String, String>, PupilScore, LinkedPupil>) (pupil, rows) -> {
                            Map<String, PupilScore> byExam = new HashMap<>();
                            rows.forEachRemaining(row -> byExam.merge(
                                    row.examCode(), row, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other));
                            return linked(byExam, pupil._2(), priors).iterator();
                        },
                        RecordEncoder.of(LinkedPupil.class));
    }

    private static List<LinkedPupil> linked(Map<String, PupilScore> byExam, String subject, PriorPapers priors) {
        List<LinkedPupil> linked = new ArrayList<>();
        for (PupilScore later : byExam.values()) {
            priors.nearest(later.examCode(), subject, byExam.keySet()).ifPresent(prior -> {
                PupilScore earlier = byExam.get(prior.examCode());
                linked.add(new LinkedPupil(
                        later.examCode(),
                        subject,
                        later.schoolCode(),
                        prior.examCode(),
                        steps(earlier.score(), prior.step()),
                        steps(later.score(), priors.step(later.examCode(), subject)),
                        prior.step(),
                        prior.everyone().n(),
                        prior.everyone().s1(),
                        prior.everyone().s2(),
                        later.origin().and(earlier.origin())));
            });
        }
        return linked;
    }

    /** One row per valid score of these papers. */
    private static Dataset<Row> present(Dataset<Row> scores, SummedExams summed, PriorPapers priors) {
        Dataset<Row> asked = scores.filter(col("school_code").isNotNull())
                .filter(col("exam_code").isin(priors.exams().toArray()));
        return SummedTotals.with(
                        asked,
                        summed,
                        col("exam_code"),
                        col("subject"),
                        col("student_key"),
                        col("school_code"),
                        col("score"),
                        col("status"),
                        col("origin"))
                .filter(col("score")
                        .isNotNull()
                        .and(col("status").isNull().or(col("status").equalTo("present"))));
    }

    /** The same with the number that stands for all of a pupil's. */
    private static Dataset<Row> persons(Dataset<Row> rows, Dataset<Row> links) {
        Dataset<Row> once =
                links.groupBy(col("old_key").as("old")).agg(max("new_key").as("new"));
        Dataset<Row> resolved = followed(followed(once, once), once);
        return rows.join(resolved, col("student_key").equalTo(col("old")), "left")
                .select(
                        coalesce(col("new"), col("student_key")).as("person"),
                        col("subject"),
                        col("exam_code").as("examCode"),
                        col("school_code").as("schoolCode"),
                        col("score"),
                        col("origin"));
    }

    private static Dataset<Row> followed(Dataset<Row> links, Dataset<Row> once) {
        Dataset<Row> next = once.select(col("old").as("from"), col("new").as("to"));
        return links.join(next, col("new").equalTo(col("from")), "left")
                .select(col("old"), coalesce(col("to"), col("new")).as("new"));
    }

    private static long steps(BigDecimal score, BigDecimal step) {
        return score.divideToIntegralValue(step).longValueExact();
    }
}
