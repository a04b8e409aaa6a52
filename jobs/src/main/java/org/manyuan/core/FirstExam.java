package org.manyuan.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.Exam;

/** The first exam with results of each district whose pupils sat exams, and how many sat it. */
public final class FirstExam {
    private static final Comparator<Exam> FIRST =
            Comparator.comparing(Exam::heldOn).thenComparing(Exam::examCode);

    private FirstExam() {}

    /**
     * The first exam of each district; exams without a day are none.
     *
     * @param sat codes of exams with results
     */
    public static Set<String> codes(Collection<Exam> exams, Set<String> sat) {
        Map<String, Exam> first = new HashMap<>();
        exams.stream()
                .filter(exam -> exam.heldOn() != null && sat.contains(exam.examCode()))
                .forEach(exam -> first.merge(
                        exam.districtCode(), exam, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other));
        Set<String> codes = new HashSet<>();
        first.values().forEach(exam -> codes.add(exam.examCode()));
        return codes;
    }

    /**
     * The most over the subjects of the first exam; a unit that did not sit it has none.
     *
     * @param first the codes of the first exams
     * @return by unit
     */
    public static Map<String, Long> examinees(Collection<ExamSize> sat, Set<String> first) {
        Map<String, Long> examinees = new HashMap<>();
        sat.stream()
                .filter(paper -> first.contains(paper.examCode()))
                .forEach(paper -> examinees.merge(paper.schoolCode(), paper.n(), Math::max));
        return examinees;
    }
}
