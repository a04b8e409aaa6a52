package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.School;

/** Pupils of every school, stage and grade on September 1, one file a school year. Cohorts keep their size: moves in and out balance. */
final class EnrollmentSheets {
    private static final int MOST_MOVES = 4;
    private static final List<String> COLUMNS = List.of(
            "school_code",
            "school_year",
            "stage",
            "grade",
            "census_on",
            "students",
            "classes",
            "intake",
            "intake_in_zone",
            "students_in_zone",
            "boarders",
            "migrant_students",
            "transfers_in",
            "transfers_out",
            "graduates",
            "deaths",
            "origin");
    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;

    EnrollmentSheets(CountyPlan plan, Chance chance, Cohorts cohorts) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
    }

    List<Sheet> all() {
        return plan.years().stream()
                .map(year -> new Sheet("enrollment", "enrollment-" + year, COLUMNS, () -> rows(year)))
                .toList();
    }

    private List<List<String>> rows(int year) {
        List<List<String>> rows = new ArrayList<>();
        for (School school : plan.schools()) {
            for (Stage stage : school.stages()) {
                List<String> grades = plan.system().grades(stage);
                for (int i = 0; i < grades.size(); i++) {
                    rows.add(row(school, stage, grades.get(i), i == 0, i == grades.size() - 1, year));
                }
            }
        }
        return rows;
    }

    private List<String> row(School school, Stage stage, String grade, boolean first, boolean last, int year) {
        int students = cohorts.size(school, stage, cohorts.entryYear(stage, grade, year));
        boolean country = school.setting().startsWith("2");
        int moves = (int) (MOST_MOVES * chance.uniform("moves", school.code(), stage, grade, year));
        int inZone = cohorts.inZone(school, stage, grade, year);
        return List.of(
                school.code(),
                Integer.toString(year),
                stage.name(),
                grade,
                SchoolYear.firstDay(year).toString(),
                Integer.toString(students),
                Integer.toString(Cohorts.classes(students)),
                first ? Integer.toString(students) : "",
                first ? Integer.toString(inZone) : "",
                Integer.toString(inZone),
                Long.toString(country ? Math.round(students * 0.4) : 0),
                Integer.toString(Cohorts.migrants(students)),
                Integer.toString(moves),
                Integer.toString(moves),
                last ? Integer.toString(students) : "",
                "0",
                RegisterSheets.ORIGIN);
    }
}
