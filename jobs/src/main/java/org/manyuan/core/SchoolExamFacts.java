package org.manyuan.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;
import scala.Tuple3;

/**
 * {@code fct_school_exam}: one row per unit, exam and subject, the sufficient statistic of its scores. Students' rows are read once,
 * as they lie in memory (the named exception to "no action in a flow room": the plan of the scores is turned into an RDD); what
 * follows is a row per partition and key.
 */
public final class SchoolExamFacts {
    private SchoolExamFacts() {}

    /**
     * @param scores current rows of {@code stg_exam_score}; a row without a school belongs to no unit and is left out
     * @param totals current rows of {@code stg_exam_summary}; where pupils' scores of the same unit, exam and subject came, they
     *     count and its total does not
     * @param papers with their steps
     * @param summed exams whose totals are summed
     * @throws IllegalStateException in the run, where scores stand on a paper without a step or off its step
     */
    public static Dataset<SchoolExamFact> of(
            Dataset<Row> scores, Dataset<Row> totals, Collection<ExamPaper> papers, SummedExams summed) {
        Dataset<Row> rows = SummedTotals.with(
                scores, summed, columns("exam_code", "subject", "school_code", "score", "level", "status", "origin"));
        DecimalType stored = (DecimalType) rows.schema().apply("score").dataType();
        int scale = stored.scale();
        Map<List<String>, BigDecimal> steps = new HashMap<>();
        papers.forEach(paper -> steps.put(List.of(paper.examCode(), paper.subject()), paper.scoreStep()));
        Encoder<ScorePart> part = RecordEncoder.of(ScorePart.class);
        return passed(rows, stored)
                .unionByName(handedIn(totals))
                .groupBy(columns("examCode", "subject", "schoolCode"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING(), Encoders.STRING()), part)
                .mapGroups(
                        (MapGroupsFunction<Tuple3<String, String, String>, ScorePart, SchoolExamFact>)
                                (key, parts) -> merged(key, parts, steps.get(List.of(key._1(), key._2())), scale),
                        RecordEncoder.of(SchoolExamFact.class));
    }

    private static Dataset<ScorePart> passed(Dataset<Row> rows, DecimalType stored) {
        JavaRDD<ScorePart> parts =
                RowsInMemory.of(rows).mapPartitions(new ScorePass(stored.precision(), stored.scale()));
        return rows.sparkSession().createDataset(parts.rdd(), RecordEncoder.of(ScorePart.class));
    }

    private static Dataset<ScorePart> handedIn(Dataset<Row> totals) {
        Dataset<Row> facts = totals.withColumn("n", coalesce(col("examinees"), lit(0L)))
                .withColumn("absent", coalesce(col("candidates").minus(col("examinees")), lit(0L)))
                .withColumn("exempt", lit(0L))
                .withColumn("invalid", lit(0L))
                .withColumn("s1", lit(null).cast("bigint"))
                .withColumn("s2", lit(null).cast("bigint"))
                .withColumn("bins", lit(null).cast("array<int>"))
                .withColumn("counts", lit(null).cast("array<bigint>"))
                .withColumn("pass", col("passed"));
        return RecordRows.records(facts, SchoolExamFact.class)
                .map(
                        (MapFunction<SchoolExamFact, ScorePart>) total -> new ScorePart(
                                total.examCode(),
                                total.subject(),
                                total.schoolCode(),
                                0,
                                0,
                                0,
                                new long[0],
                                new long[0],
                                new long[0],
                                false,
                                total),
                        RecordEncoder.of(ScorePart.class));
    }

    private static SchoolExamFact merged(
            Tuple3<String, String, String> key, Iterator<ScorePart> parts, BigDecimal step, int scale) {
        ScoreTally tally = null;
        SchoolExamFact total = null;
        while (parts.hasNext()) {
            ScorePart part = parts.next();
            if (part.total() != null) {
                total = part.total();
            } else {
                tally = tally == null ? new ScoreTally() : tally;
                tally.add(part);
            }
        }
        return tally == null ? total : tally.fact(key._1(), key._2(), key._3(), step, scale);
    }

    private static Column[] columns(String... names) {
        return java.util.Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
    }
}
