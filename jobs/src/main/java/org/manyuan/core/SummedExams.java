package org.manyuan.core;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.manyuan.domain.ExamPaper;

/**
 * Exams whose totals are summed from their subjects: those whose papers include {@code total} with a step while no sheet holds it.
 *
 * @param subjects by exam, how many subjects a total is the sum of
 */
public record SummedExams(Map<String, Integer> subjects) {
    static final String TOTAL = "total";

    public SummedExams {
        subjects = Map.copyOf(subjects);
    }

    /** The exams whose totals may have to be summed. */
    public static Set<String> withATotal(Collection<ExamPaper> papers) {
        return papers.stream()
                .filter(paper -> paper.subject().equals(TOTAL) && paper.scoreStep() != null)
                .map(ExamPaper::examCode)
                .collect(Collectors.toSet());
    }

    /**
     * Those whose totals are summed.
     *
     * @param handedIn exams of which a sheet holds totals
     */
    public static SummedExams of(Collection<ExamPaper> papers, Set<String> handedIn) {
        Set<String> asked = withATotal(papers);
        Map<String, Integer> subjects = new TreeMap<>();
        papers.stream()
                .filter(paper -> !paper.subject().equals(TOTAL))
                .map(ExamPaper::examCode)
                .filter(exam -> asked.contains(exam) && !handedIn.contains(exam))
                .forEach(exam -> subjects.merge(exam, 1, Integer::sum));
        return new SummedExams(subjects);
    }
}
