package org.manyuan.synthesis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manyuan.synthesis.CountyPlan.FilePlan;
import org.manyuan.synthesis.CountyPlan.Series;

/**
 * The scores of every exam, one file an exam: wide, one line a pupil and an empty cell where absent, or long, one line a pupil and
 * paper with a status. Wide sheets name no exam: the file's name does.
 */
final class ScoreSheets {
    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;

    ScoreSheets(CountyPlan plan, Chance chance, Cohorts cohorts) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
    }

    List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>();
        for (Series series : plan.series()) {
            for (int year : plan.years()) {
                String name = "exam_score-" + series.examCode(year);
                FilePlan file = plan.file(name);
                sheets.add(new Sheet(
                        "exam_score",
                        name,
                        file.wide() ? wideColumns(series, file) : longColumns(file),
                        () -> file.wide() ? wide(series, year, file) : tall(series, year, file)));
            }
        }
        return sheets;
    }

    private static List<String> wideColumns(Series series, FilePlan file) {
        List<String> columns = new ArrayList<>();
        columns.add(file.examNumber() ? "exam_number" : "student_id");
        columns.addAll(List.of("name", "school_code", "class_no"));
        columns.addAll(series.allPapers().keySet());
        columns.add("origin");
        return columns;
    }

    private static List<String> longColumns(FilePlan file) {
        List<String> columns = new ArrayList<>(List.of("exam_code", "subject", "student_id"));
        if (file.chinese()) {
            columns.add("name");
        }
        columns.addAll(List.of("school_code", "class_no", "score", "status", "origin"));
        return columns;
    }

    private List<List<String>> wide(Series series, int year, FilePlan file) {
        List<List<String>> rows = new ArrayList<>();
        for (Sitting.Row sat : Sitting.rows(plan, chance, cohorts, series, year)) {
            List<String> row = new ArrayList<>();
            row.add(number(sat.pupil(), year, file));
            row.add(sat.pupil().madeUpName());
            row.add(sat.pupil().school());
            row.add(cohorts.classOf(sat.pupil()));
            for (String subject : series.allPapers().keySet()) {
                row.add(points(sat.marks().get(subject)));
            }
            row.add(RegisterSheets.ORIGIN);
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> tall(Series series, int year, FilePlan file) {
        List<List<String>> rows = new ArrayList<>();
        List<Sitting.Row> sitting = Sitting.rows(plan, chance, cohorts, series, year);
        for (String subject : series.allPapers().keySet()) {
            for (Sitting.Row sat : sitting) {
                Map<String, Double> marks = sat.marks();
                List<String> row =
                        new ArrayList<>(List.of(series.examCode(year), subject, number(sat.pupil(), year, file)));
                if (file.chinese()) {
                    row.add(sat.pupil().madeUpName());
                }
                row.addAll(List.of(
                        sat.pupil().school(),
                        cohorts.classOf(sat.pupil()),
                        points(marks.get(subject)),
                        marks.isEmpty() ? "absent" : "present",
                        RegisterSheets.ORIGIN));
                rows.add(row);
            }
        }
        return rows;
    }

    private String number(Pupil pupil, int year, FilePlan file) {
        return file.examNumber()
                ? pupil.examNumber(plan.district(), year)
                : pupil.studentNumber(plan.district(), cohorts.ageAtEntry(pupil.stage()));
    }

    private static String points(Double marks) {
        return marks == null
                ? ""
                : BigDecimal.valueOf(marks).stripTrailingZeros().toPlainString();
    }
}
