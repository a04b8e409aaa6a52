package org.manyuan.core;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.SchoolExamFact;

/** What a build says of totals, for tests of what rests on it. */
final class TotalsOf {
    private TotalsOf() {}

    /** The exams whose totals no sheet has. */
    static SummedExams sheets(Dataset<Row> scores, List<ExamPaper> papers) {
        return SummedExams.of(
                papers,
                Set.copyOf(scores.filter("subject = 'total' and school_code is not null")
                        .select("exam_code")
                        .distinct()
                        .as(Encoders.STRING())
                        .collectAsList()));
    }

    /** The facts of these sheets; of papers only their steps matter. */
    static Dataset<SchoolExamFact> facts(Dataset<Row> scores, Dataset<Row> totals, Dataset<Row> papers) {
        List<ExamPaper> known = papers.select("exam_code", "subject", "score_step").collectAsList().stream()
                .map(row ->
                        new ExamPaper(row.getString(0), row.getString(1), null, row.getDecimal(2), null, null, null))
                .toList();
        return SchoolExamFacts.of(scores, totals, known, sheets(scores, known));
    }
}
