package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.synthesis.CountyPlan.Paper;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.CountyPlan.Series;

/**
 * Reads the score files of a county as a stranger would, from headers and cells alone: valid scores by exam, subject and school. What
 * is above the full mark, off the step or of no known school is left out. Shares no step with what wrote them.
 */
final class HandedInScores {
    private static final Map<String, String> SUBJECTS =
            Map.of("语文", "chinese", "数学", "math", "英语", "english", "物理", "physics", "总分", "total");
    private static final Set<String> PUPILS = Set.of("student_id", "学籍号", "考号");
    private static final Set<String> SCHOOLS = Set.of("school_code", "学校标识码", "学校");
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Map<String, List<Double>>> scores = new LinkedHashMap<>();
    private long cells;

    HandedInScores(CountyPlan plan, List<CountyFile> files) {
        for (School school : plan.schools()) {
            codes.put(school.code(), school.code());
            codes.put(school.shortNames().get(0), school.code());
        }
        for (CountyFile file : files) {
            if (file.name().startsWith("exam_score-")) {
                String exam = file.name()
                        .substring("exam_score-".length(), file.name().lastIndexOf('.'));
                Series series = plan.series().stream()
                        .filter(s -> exam.startsWith(s.code() + "-"))
                        .findFirst()
                        .orElseThrow();
                read(file, exam, series);
            }
        }
    }

    /** Score cells seen, good and bad. */
    long cells() {
        return cells;
    }

    /** Scores by school. */
    Map<String, List<Double>> of(String exam, String subject) {
        return scores.get(exam + "/" + subject);
    }

    private void read(CountyFile file, String exam, Series series) {
        int pupil = place(file, PUPILS);
        int school = place(file, SCHOOLS);
        int subject = place(file, Set.of("subject", "科目"));
        int score = place(file, Set.of("score", "成绩"));
        Set<List<String>> seen = new HashSet<>();
        for (List<String> row : file.rows().get()) {
            String code = codes.get(row.get(school));
            boolean usable = code != null && !row.get(pupil).isEmpty() && seen.add(row);
            for (int i = 0; i < row.size(); i++) {
                String name = subject >= 0 ? row.get(subject) : file.header().get(i);
                boolean isScore =
                        subject >= 0 ? i == score : SUBJECTS.containsKey(name) || SUBJECTS.containsValue(name);
                if (isScore && !row.get(i).isEmpty()) {
                    cells++;
                    if (usable) {
                        keep(exam, SUBJECTS.getOrDefault(name, name), code, Double.parseDouble(row.get(i)), series);
                    }
                }
            }
        }
    }

    private void keep(String exam, String subject, String school, double score, Series series) {
        Paper paper = series.allPapers().get(subject);
        double steps = score / paper.step().doubleValue();
        if (score <= paper.fullMark().doubleValue() && steps == Math.rint(steps)) {
            scores.computeIfAbsent(exam + "/" + subject, key -> new LinkedHashMap<>())
                    .computeIfAbsent(school, key -> new ArrayList<>())
                    .add(score);
        }
    }

    private static int place(CountyFile file, Set<String> names) {
        for (int i = 0; i < file.header().size(); i++) {
            if (names.contains(file.header().get(i))) {
                return i;
            }
        }
        return -1;
    }
}
