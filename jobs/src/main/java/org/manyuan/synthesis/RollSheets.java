package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.CountyPlan.Series;

/**
 * The roll of classes of every year, the roll of pupils of the last one, and the student numbers behind the exam numbers. They agree
 * with the enrollment: as many pupils, classes, pupils in the zone and children of migrants.
 */
final class RollSheets {
    private static final List<String> CLASSES =
            List.of("school_code", "school_year", "stage", "grade", "class_no", "students", "origin");
    private static final List<String> STUDENTS = List.of(
            "student_id",
            "name",
            "school_year",
            "school_code",
            "stage",
            "grade",
            "class_no",
            "sex",
            "birth_year",
            "zone_school_code",
            "origin_school_code",
            "migrant",
            "origin");
    private static final List<String> LINKS = List.of("old_id", "new_id", "kind", "origin");
    private static final double BOYS = 0.52;
    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;

    RollSheets(CountyPlan plan, Chance chance, Cohorts cohorts) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
    }

    List<Sheet> all() {
        String students = "student_roll-" + plan.lastYear();
        return List.of(
                Sheet.of("class_roll", CLASSES, this::classes),
                new Sheet("student_roll", students, STUDENTS, this::students),
                Sheet.of("student_id_link", LINKS, this::links));
    }

    private List<List<String>> classes() {
        List<List<String>> rows = new ArrayList<>();
        for (int year : plan.years()) {
            forEachGrade((school, stage, grade) -> {
                int students = cohorts.size(school, stage, cohorts.entryYear(stage, grade, year));
                int classes = Cohorts.classes(students);
                for (int number = 1; number <= classes; number++) {
                    rows.add(List.of(
                            school.code(),
                            Integer.toString(year),
                            stage.name(),
                            grade,
                            Integer.toString(number),
                            Integer.toString(inClass(students, classes, number)),
                            RegisterSheets.ORIGIN));
                }
            });
        }
        return rows;
    }

    /** Pupil n sits in class 1 + n mod classes. */
    private static int inClass(int students, int classes, int number) {
        int rest = number - 1;
        return students / classes + (rest >= 1 && rest <= students % classes ? 1 : 0);
    }

    private List<List<String>> students() {
        List<List<String>> rows = new ArrayList<>();
        int year = plan.lastYear();
        forEachGrade((school, stage, grade) -> {
            List<Pupil> pupils = cohorts.pupils(school, stage, grade, year);
            int inZone = cohorts.inZone(school, stage, grade, year);
            int settled = pupils.size() - Cohorts.migrants(pupils.size());
            for (Pupil pupil : pupils) {
                int age = cohorts.ageAtEntry(stage);
                rows.add(List.of(
                        pupil.studentNumber(plan.district(), age),
                        pupil.madeUpName(),
                        Integer.toString(year),
                        school.code(),
                        stage.name(),
                        grade,
                        cohorts.classOf(pupil),
                        chance.happens(BOYS, "sex", pupil.key()) ? "1" : "2",
                        Integer.toString(pupil.birthday(age).getYear()),
                        pupil.number() <= inZone ? school.code() : neighbour(pupil),
                        origin(pupil),
                        Boolean.toString(pupil.number() > settled),
                        RegisterSheets.ORIGIN));
            }
        });
        return rows;
    }

    private List<List<String>> links() {
        List<List<String>> rows = new ArrayList<>();
        for (Series series : plan.series()) {
            for (int year : plan.years()) {
                if (plan.file("exam_score-" + series.examCode(year)).examNumber()) {
                    for (School school : plan.schools()) {
                        for (Pupil pupil : cohorts.pupils(school, series.stage(), series.grade(), year)) {
                            rows.add(List.of(
                                    pupil.examNumber(plan.district(), year),
                                    pupil.studentNumber(plan.district(), cohorts.ageAtEntry(pupil.stage())),
                                    "exam_number",
                                    RegisterSheets.ORIGIN));
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** The school in whose zone a pupil lives who goes to another one. */
    private String neighbour(Pupil pupil) {
        return drawn(
                "neighbour",
                pupil,
                schools(pupil.stage()).stream()
                        .filter(code -> !code.equals(pupil.school()))
                        .toList());
    }

    /** The school of the stage below, for as many pupils as those schools let out; the others came from outside. */
    private String origin(Pupil pupil) {
        Stage below = pupil.stage() == Stage.S ? Stage.J : Stage.P;
        if (pupil.stage() == below) {
            return "";
        }
        double share = (double) entrants(below) / entrants(pupil.stage());
        return chance.happens(share, "came", pupil.key()) ? drawn("from", pupil, schools(below)) : "";
    }

    private String drawn(String lot, Pupil pupil, List<String> codes) {
        return codes.isEmpty() ? "" : codes.get((int) (codes.size() * chance.uniform(lot, pupil.key())));
    }

    private int entrants(Stage stage) {
        return plan.schools().stream()
                .mapToInt(school -> school.pupils().getOrDefault(stage, 0))
                .sum();
    }

    private List<String> schools(Stage stage) {
        return plan.schools().stream()
                .filter(school -> school.pupils().containsKey(stage))
                .map(School::code)
                .toList();
    }

    /** What is done for one grade of one stage of one school. */
    private interface OfGrade {
        void take(School school, Stage stage, String grade);
    }

    private void forEachGrade(OfGrade rows) {
        SchoolingSystem system = plan.system();
        for (School school : plan.schools()) {
            for (Stage stage : school.stages()) {
                system.grades(stage).forEach(grade -> rows.take(school, stage, grade));
            }
        }
    }
}
