package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.School;

/** The teachers of every school and year. A teacher keeps number, talent and post over the years; a school that grows hires. */
final class Staff {
    /** Who came before and is not eligible is exempt. */
    private static final String NEAR_RETIREMENT = "2003-09-01";

    private static final List<String> SUBJECTS = List.of("chinese", "math", "english", "physics");
    private static final List<String> POSTS = List.of("校长", "副校长", "中层", "中层");
    private final CountyPlan plan;
    private final Chance chance;
    private final Cohorts cohorts;

    Staff(CountyPlan plan, Chance chance, Cohorts cohorts) {
        this.plan = plan;
        this.chance = chance;
        this.cohorts = cohorts;
    }

    /**
     * A teacher on the roll.
     *
     * @param talentLevel none, school, county, city
     * @param talentStatus holder, candidate, or empty at level none
     * @param post empty for who leads nothing
     * @param eligible to be exchanged (符合交流条件)
     */
    record Teacher(
            String id,
            String school,
            Stage stage,
            String subject,
            String titleLevel,
            String talentLevel,
            String talentStatus,
            String post,
            String since,
            boolean eligible) {
        /** Why not exchanged although long at the school; empty where nothing exempts. */
        String exemptReason() {
            return !eligible && since.compareTo(NEAR_RETIREMENT) < 0 ? "距法定退休年龄不足五年" : "";
        }

        /** 骨干: a holder at county level or above (METRICS A6). */
        boolean backbone() {
            return talentStatus.equals("holder") && (talentLevel.equals("county") || talentLevel.equals("city"));
        }
    }

    /** The roll of one school in one school year, by stage, then by number. */
    List<Teacher> of(School school, int year) {
        List<Teacher> teachers = new ArrayList<>();
        for (Stage stage : school.stages()) {
            int posts = teachers(school, stage, year);
            for (int number = 1; number <= posts; number++) {
                teachers.add(teacher(school, stage, number));
            }
        }
        return teachers;
    }

    /** Who holds the post 校长 of a school, in every year. */
    Teacher head(School school) {
        return of(school, plan.firstYear()).get(0);
    }

    /** The teacher of a school who came last of those without a post. */
    Teacher youngest(School school, int year) {
        return of(school, year).stream()
                .filter(teacher -> teacher.post().isEmpty())
                .max(Comparator.comparing(Teacher::since).thenComparing(Teacher::id))
                .orElseThrow();
    }

    private int teachers(School school, Stage stage, int year) {
        int students = plan.system().grades(stage).stream()
                .mapToInt(grade -> cohorts.size(school, stage, cohorts.entryYear(stage, grade, year)))
                .sum();
        return (int) Math.round(students / plan.staff().pupilsPerTeacher());
    }

    private Teacher teacher(School school, Stage stage, int number) {
        String id = "T" + school.code().substring(4) + stage + String.format(Locale.ROOT, "%03d", number);
        double talent = chance.uniform("talent", id);
        double backbone = plan.staff().backboneShare();
        double candidate = backbone + plan.staff().candidateShare();
        String level = "none";
        String status = "";
        if (talent < backbone) {
            level = talent < backbone / 3 ? "city" : "county";
            status = "holder";
        } else if (talent < candidate) {
            level = "county";
            status = "candidate";
        } else if (talent < candidate + 0.2) {
            level = "school";
            status = "holder";
        }
        int since = 2000 + (int) (20 * chance.uniform("since", id));
        boolean leads = number <= POSTS.size() && stage == school.stages().get(0);
        return new Teacher(
                id,
                school.code(),
                stage,
                SUBJECTS.get(number % (stage == Stage.P ? 3 : 4)),
                "T" + (1 + (int) (4 * chance.uniform("title", id))),
                level,
                status,
                leads ? POSTS.get(number - 1) : "",
                since + "-09-01",
                chance.happens(plan.staff().eligibleShare(), "eligible", id));
    }
}
