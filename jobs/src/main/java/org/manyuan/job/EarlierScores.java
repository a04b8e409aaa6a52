package org.manyuan.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.core.LinkedPupils;
import org.manyuan.core.PaperTotal;
import org.manyuan.core.PriorPapers;
import org.manyuan.core.SummedExams;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedPupil;
import org.manyuan.store.LakeQuery;

/** Pupils beside their earlier scores: which papers may be held against which, and the pupils who sat both. */
final class EarlierScores {
    private static final String SCORES = "exam_score";

    private final CurrentTables current;
    private final List<ExamPaper> papers;
    private final PriorPapers priors;
    private final SharedPupils shared;

    /**
     * Of these exams and papers.
     *
     * @param lake with {@code fct_school_exam}
     */
    EarlierScores(CurrentTables current, List<Exam> exams, List<ExamPaper> papers, LakeQuery lake) {
        this.current = current;
        this.shared = current.sharedPupils();
        this.papers = List.copyOf(papers);
        priors = new PriorPapers(exams, papers, everyone(lake));
    }

    /**
     * The exams to go through again where the scores of these have changed: these, and the later ones of whose pupils one sat them, or
     * was held against them when they were gone through last.
     */
    Set<String> restingOn(Set<String> exams) {
        Set<String> resting = priors.restingOn(exams);
        resting.retainAll(shared.with(exams));
        resting.addAll(shared.heldAgainst(exams));
        return resting;
    }

    /**
     * The pupils.
     *
     * @param exams the later exams that are asked for; empty: all
     */
    Dataset<LinkedPupil> pupils(Optional<Set<String>> exams) {
        PriorPapers asked = exams.map(priors::of).orElse(priors);
        Dataset<Row> scores = exams.map(some -> current.of(SCORES, "exam_code", needed(asked, some)))
                .orElseGet(() -> current.of(SCORES));
        return LinkedPupils.of(scores, summed(scores, papers), current.of("student_id_link"), asked);
    }

    /** Of the later and earlier exams those that a pupil of the later ones sat. */
    private Set<String> needed(PriorPapers asked, Set<String> exams) {
        Set<String> needed = asked.exams();
        needed.retainAll(shared.with(exams));
        return needed;
    }

    /** The exams whose totals are summed, because a total is asked for and no row of a pupil says one. */
    static SummedExams summed(Dataset<Row> scores, List<ExamPaper> papers) {
        Set<String> handedIn = SummedExams.withATotal(papers).isEmpty()
                ? Set.of()
                : Set.copyOf(scores.filter("subject = 'total' and school_code is not null")
                        .select("exam_code")
                        .distinct()
                        .as(Encoders.STRING())
                        .collectAsList());
        return SummedExams.of(papers, handedIn);
    }

    private static List<PaperTotal> everyone(LakeQuery lake) {
        return lake
                .rows("select exam_code, subject, sum(n)::bigint, sum(s1)::bigint, sum(s2)::bigint from fct_school_exam"
                        + " where s1 is not null and n > 0 group by all")
                .stream()
                .map(row -> new PaperTotal(
                        (String) row.get(0), (String) row.get(1), (Long) row.get(2), (Long) row.get(3), (Long)
                                row.get(4)))
                .toList();
    }
}
