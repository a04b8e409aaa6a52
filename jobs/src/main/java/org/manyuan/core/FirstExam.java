package org.manyuan.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Exam;
import org.manyuan.domain.SchoolExamFact;

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
     * One row per unit.
     *
     * @param first the codes of the first exams
     * @return school_code, examinees: the most over the subjects of that exam; a unit that did not sit it has no row
     */
    public static Dataset<Row> examinees(Dataset<SchoolExamFact> facts, Set<String> first) {
        return facts.filter(col("examCode").isin(first.toArray()))
                .groupBy(col("schoolCode").as("school_code"))
                .agg(max("n").as("examinees"));
    }
}
