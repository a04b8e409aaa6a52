package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.manyuan.contract.Tree;

/**
 * A series of exams with one paper, the total: one exam each of its years, code and year in its code. Pupils of a grade keep their
 * numbers over the years, so that an exam a year and a grade earlier is of the same pupils. {@code level}: where the mean of a school
 * lies, in SDs of the paper; {@code excellent}: how many reach the cut, as drawn where empty.
 */
record ExamBlock(Tree place, Map<String, Tree> keys) {
    private static final Set<String> OWN =
            Set.of("code", "years", "where", "pupils", "level", "excellent", "mean", "sd");
    private static final Set<String> PAPER = Set.of("full_mark", "score_step", "excellent_cut", "pass_cut", "low_cut");
    private static final Set<String> EXAM =
            Set.of("district_code", "series", "term", "kind", "stage", "grade", "held_on", "lawful_use_note");
    private static final double LASTING = 0.7;

    static ExamBlock of(Tree tree) {
        Set<String> allowed = new TreeSet<>(OWN);
        allowed.addAll(PAPER);
        allowed.addAll(EXAM);
        Map<String, Tree> keys = tree.map(allowed);
        for (String needed :
                List.of("code", "years", "stage", "grade", "held_on", "mean", "sd", "full_mark", "score_step")) {
            if (!keys.containsKey(needed)) {
                throw tree.wrong("an exam needs " + needed);
            }
        }
        if (keys.containsKey("excellent") && !keys.containsKey("excellent_cut")) {
            throw tree.wrong("an exam with excellent needs excellent_cut");
        }
        return new ExamBlock(tree, keys);
    }

    private List<Integer> years() {
        return keys.get("years").list().stream().map(Tree::whole).toList();
    }

    private String code(int year) {
        return keys.get("code").text() + "-" + year;
    }

    private String heldOn(int year) {
        String day = keys.get("held_on").text();
        return (day.compareTo("08") < 0 ? year + 1 : year) + "-" + day;
    }

    /** The rows of exam. */
    List<Map<String, String>> exams() {
        return years().stream()
                .map(year -> {
                    Map<String, String> row = new LinkedHashMap<>(Map.of("exam_code", code(year)));
                    row.put("school_year", Integer.toString(year));
                    keys.forEach((key, tree) -> {
                        if (EXAM.contains(key)) {
                            row.put(key, tree.text());
                        }
                    });
                    row.put("held_on", heldOn(year));
                    return row;
                })
                .toList();
    }

    /** The rows of exam_paper. */
    List<Map<String, String>> papers() {
        return years().stream()
                .map(year -> {
                    Map<String, String> row = new LinkedHashMap<>(Map.of("exam_code", code(year), "subject", "total"));
                    PAPER.stream()
                            .filter(keys::containsKey)
                            .forEach(key -> row.put(key, keys.get(key).text()));
                    return row;
                })
                .toList();
    }

    /** The rows of exam_score: of every school that has the stage, or of those that are meant. */
    List<Map<String, String>> scores(SchoolRegister schools, GroupRegister groups, Scope around) {
        Conditions where = Conditions.of(keys.get("where"));
        List<Map<String, String>> rows = new ArrayList<>();
        for (int year : years()) {
            for (MadeSchool school : schools.all()) {
                Map<String, String> values = new HashMap<>(Scope.named("school", school.values()));
                values.putAll(groups.side(school, heldOn(year)));
                values.putAll(Map.of("year", Integer.toString(year), "next", Integer.toString(year + 1)));
                Scope scope = around.with(values).at(1, 1, 1, 1);
                if (school.stages().contains(keys.get("stage").text()) && where.hold(scope)) {
                    rows.addAll(scores(school, year, scope));
                }
            }
        }
        if (rows.isEmpty()) {
            throw place.wrong("nobody sits this exam");
        }
        return rows;
    }

    private List<Map<String, String>> scores(MadeSchool school, int year, Scope scope) {
        int pupils = CellPlan.whole(cell("pupils", "20"), place, scope);
        String entered = keys.get("stage").text()
                + (year - Integer.parseInt(keys.get("grade").text()));
        List<String> ids = IntStream.rangeClosed(1, pupils)
                .mapToObj(i -> "S" + school.code() + entered + String.format(Locale.ROOT, "%03d", i))
                .toList();
        double[] marks = marks(ids, year, school, scope);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < pupils; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("exam_code", code(year));
            row.put("subject", "total");
            row.put("student_id", ids.get(i));
            row.put("school_code", school.code());
            row.put("score", Double.toString(marks[i]).replaceFirst("\\.0$", ""));
            row.put("status", "present");
            rows.add(row);
        }
        return rows;
    }

    private double[] marks(List<String> ids, int year, MadeSchool school, Scope scope) {
        double[] drawn = Sitting.standardised(ids.stream()
                .mapToDouble(id -> Math.sqrt(LASTING) * scope.chance().normal("pupil", id)
                        + Math.sqrt(1 - LASTING) * scope.chance().normal("paper", code(year), id))
                .toArray());
        double level = Double.parseDouble(cell("level", "0").in(scope))
                + 0.1 * scope.chance().normal("unit", school.code());
        double step = number("score_step");
        double[] marks = new double[drawn.length];
        for (int i = 0; i < marks.length; i++) {
            double points = number("mean") + number("sd") * (level + drawn[i]);
            marks[i] = Math.max(0, Math.min(number("full_mark"), Math.round(points / step) * step));
        }
        String excellent = cell("excellent", "").in(scope);
        if (!excellent.isEmpty()) {
            reach(marks, drawn, Integer.parseInt(excellent));
        }
        return marks;
    }

    /** Lifts the best to the cut and keeps the others below it. */
    private void reach(double[] marks, double[] drawn, int excellent) {
        List<Integer> order = IntStream.range(0, marks.length)
                .boxed()
                .sorted((left, right) -> Double.compare(drawn[right], drawn[left]))
                .toList();
        double cut = number("excellent_cut");
        for (int rank = 0; rank < marks.length; rank++) {
            int pupil = order.get(rank);
            marks[pupil] =
                    rank < excellent ? Math.max(marks[pupil], cut) : Math.min(marks[pupil], cut - number("score_step"));
        }
    }

    private CellPlan cell(String key, String otherwise) {
        return keys.containsKey(key) ? CellPlan.of(keys.get(key)) : new CellPlan.Text(new RowText(place, otherwise));
    }

    private double number(String key) {
        try {
            return Double.parseDouble(keys.get(key).text());
        } catch (NumberFormatException e) {
            throw keys.get(key).wrong(key + " is a number");
        }
    }
}
