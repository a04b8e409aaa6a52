package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.Staff.Teacher;

/**
 * What every school has to work with, one row a year and stage. Pupils agree with the enrollment and teachers with the roll; rooms and
 * equipment lie about the national standards (教督〔2017〕6号), some schools above and some below.
 */
final class ResourceSheets {
    private static final List<String> COLUMNS = List.of(
            "school_code",
            "school_year",
            "stage",
            "students",
            "teachers",
            "qualified_teachers",
            "backbone_teachers",
            "arts_sports_teachers",
            "intermediate_title_teachers",
            "senior_posts",
            "posts_quota",
            "recruits",
            "teaching_area",
            "indoor_sports_area",
            "sports_area",
            "equipment_value",
            "multimedia_rooms",
            "computers",
            "books",
            "origin");
    private static final double QUALIFIED = 0.9;
    private static final double ARTS_AND_SPORTS = 0.12;
    private static final double SENIOR_POSTS = 0.3;
    private static final double QUOTA = 1.05;
    private static final double TEACHING_AREA = 6.2;
    private static final double INDOOR_SPORTS = 0.6;
    private static final double SPORTS_AREA = 9.5;
    private static final double EQUIPMENT = 2600;
    private static final double PUPILS_PER_ROOM = 40;
    private static final double PUPILS_PER_COMPUTER = 7;
    private static final double BOOKS = 30;
    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;
    private final Staff staff;

    ResourceSheets(CountyPlan plan, Chance chance, Cohorts cohorts, Staff staff) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
        this.staff = staff;
    }

    Sheet sheet() {
        return Sheet.of("school_resource", COLUMNS, this::rows);
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int year : plan.years()) {
            for (School school : plan.schools()) {
                for (Stage stage : school.stages()) {
                    rows.add(row(school, stage, year));
                }
            }
        }
        return rows;
    }

    private List<String> row(School school, Stage stage, int year) {
        int students = plan.system().grades(stage).stream()
                .mapToInt(grade -> cohorts.size(school, stage, cohorts.entryYear(stage, grade, year)))
                .sum();
        List<Teacher> teachers = teachers(school, stage, year);
        List<Teacher> before = teachers(school, stage, year - 1);
        long titled = teachers.stream()
                .filter(teacher -> teacher.titleLevel().compareTo("T3") >= 0)
                .count();
        return List.of(
                school.code(),
                Integer.toString(year),
                stage.name(),
                Integer.toString(students),
                Integer.toString(teachers.size()),
                of(teachers.size(), QUALIFIED),
                Long.toString(teachers.stream().filter(Teacher::backbone).count()),
                of(teachers.size(), ARTS_AND_SPORTS),
                Long.toString(titled),
                of(teachers.size(), SENIOR_POSTS),
                of(teachers.size(), QUOTA),
                Integer.toString(Math.max(0, teachers.size() - before.size())),
                drawn(students, TEACHING_AREA, "teaching", school, stage),
                of(students, INDOOR_SPORTS),
                drawn(students, SPORTS_AREA, "sports", school, stage),
                drawn(students, EQUIPMENT, "equipment", school, stage),
                drawn(students, 1 / PUPILS_PER_ROOM, "rooms", school, stage),
                drawn(students, 1 / PUPILS_PER_COMPUTER, "computers", school, stage),
                drawn(students, BOOKS, "books", school, stage),
                RegisterSheets.ORIGIN);
    }

    private List<Teacher> teachers(School school, Stage stage, int year) {
        return staff.of(school, year).stream()
                .filter(teacher -> teacher.stage() == stage)
                .toList();
    }

    private static String of(int whole, double share) {
        return Long.toString(Math.round(whole * share));
    }

    /** So much a pupil, a fifth more or less from school to school. */
    private String drawn(int students, double each, String what, School school, Stage stage) {
        return Long.toString(
                Math.round(students * each * (0.8 + 0.4 * chance.uniform("resource", what, school.code(), stage))));
    }
}
