package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.CountyPlan.School;

/**
 * How many pupils enter each stage of each school each year, and who they are. A cohort keeps its size until it graduates: who moves
 * away is replaced. Since the founding the entrants of leads and members grow as the plan says, so the shift reaches the graduating
 * grade only years later.
 */
final class Cohorts {
    private static final int CLASS_SIZE = 46;
    private static final double IN_ZONE = 0.93;
    private static final double MIGRANT = 0.05;
    private final CountyPlan plan;
    private final Chance chance;

    Cohorts(CountyPlan plan, Chance chance) {
        this.plan = plan;
        this.chance = chance;
    }

    /** Entrants of the stage in the autumn of that year; 0 where the school has no such stage. */
    int size(School school, Stage stage, int entryYear) {
        int usual = school.pupils().getOrDefault(stage, 0);
        double years = Math.max(0, entryYear - plan.firstGroupYear() + 1);
        double drift = 1 + plan.chance().intakeSd() * chance.normal("intake", school.code(), stage, entryYear);
        int size = (int) Math.round(usual * drift * Math.pow(1 + growth(school), years));
        if (size >= Pupil.MOST) {
            throw new IllegalArgumentException("school " + school.code() + " has " + size + " entrants a year: at most "
                    + (Pupil.MOST - 1) + " fit");
        }
        return size;
    }

    /** The year in which the pupils who are in that grade now entered its stage. */
    int entryYear(Stage stage, String grade, int schoolYear) {
        return schoolYear - plan.system().grades(stage).indexOf(grade);
    }

    /** The pupils of one grade of one school, in order of their number. */
    List<Pupil> pupils(School school, Stage stage, String grade, int schoolYear) {
        int entryYear = entryYear(stage, grade, schoolYear);
        int block = plan.schools().indexOf(school);
        int size = size(school, stage, entryYear);
        List<Pupil> pupils = new ArrayList<>(size);
        for (int number = 1; number <= size; number++) {
            pupils.add(new Pupil(school.code(), block, stage, entryYear, number));
        }
        return pupils;
    }

    /** Full years on the day of entry: six in grade 1. */
    int ageAtEntry(Stage stage) {
        return 5 + Integer.parseInt(plan.system().intakeGrade(stage));
    }

    /** Classes that a grade of that many pupils has. */
    static int classes(int pupils) {
        return (pupils + CLASS_SIZE - 1) / CLASS_SIZE;
    }

    /** The class of a pupil, who stays in it. */
    String classOf(Pupil pupil) {
        int classes = classes(size(plan.school(pupil.school()), pupil.stage(), pupil.entryYear()));
        return Integer.toString(1 + pupil.number() % classes);
    }

    /** How many pupils of a grade live in the zone of their school: those with the lowest numbers. */
    int inZone(School school, Stage stage, String grade, int schoolYear) {
        int students = size(school, stage, entryYear(stage, grade, schoolYear));
        return (int) Math.round(
                students * (IN_ZONE - 0.04 * chance.uniform("zone", school.code(), stage, grade, schoolYear)));
    }

    /** How many of so many pupils are children of migrant workers: those with the highest numbers. */
    static int migrants(int students) {
        return (int) Math.round(students * MIGRANT);
    }

    private double growth(School school) {
        for (Group group : plan.groups()) {
            if (group.lead().equals(school.code())) {
                return group.leadIntake();
            }
            if (group.members().containsKey(school.code())) {
                return group.memberIntake();
            }
        }
        return 0;
    }
}
