package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.SchoolExamFact;

/**
 * One series × subject of a territory, all years of it: what score metrics read. In any order.
 *
 * @param exams of the series
 * @param papers of the subject, at most one an exam
 * @param facts one per unit and exam. A fact of a unit that the territory does not know counts for what is taken over everyone who
 *     sat the paper (mean and SD of the paper, spread of its schools) and for nothing else
 * @param linked one per unit, exam and earlier exam: pupils with a score in both
 */
public record ScoreFamily(
        String series,
        String subject,
        List<Exam> exams,
        List<ExamPaper> papers,
        List<SchoolExamFact> facts,
        List<LinkedExamFact> linked) {
    public ScoreFamily {
        exams = List.copyOf(exams);
        papers = List.copyOf(papers);
        facts = List.copyOf(facts);
        linked = List.copyOf(linked);
    }
}
