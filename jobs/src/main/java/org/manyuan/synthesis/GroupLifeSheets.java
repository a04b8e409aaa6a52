package org.manyuan.synthesis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.manyuan.synthesis.CountyPlan.Activity;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.CountyPlan.Post;

/** What every group does, once a term and kind, and who leads it. All days lie in a term of the calendar. */
final class GroupLifeSheets {
    private static final List<String> ACTIVITIES = List.of(
            "activity_id",
            "group_code",
            "organiser_school_code",
            "host_school_code",
            "held_on",
            "kind",
            "mode",
            "audience",
            "subject",
            "participants",
            "pupils",
            "lessons",
            "origin");
    private static final List<String> POSTS = List.of(
            "group_code",
            "post",
            "person_id",
            "started_on",
            "body",
            "school_code",
            "nominated_by",
            "filed_on",
            "origin");
    private static final int FILED_AFTER_DAYS = 20;
    private final CountyPlan plan;
    private final Chance chance;
    private final Staff staff;

    GroupLifeSheets(CountyPlan plan, Chance chance, Staff staff) {
        this.plan = plan;
        this.chance = chance;
        this.staff = staff;
    }

    List<Sheet> all() {
        return List.of(
                Sheet.of("group_activity", ACTIVITIES, this::activities), Sheet.of("group_post", POSTS, this::posts));
    }

    private List<List<String>> activities() {
        List<List<String>> rows = new ArrayList<>();
        for (int year = plan.firstGroupYear(); year <= plan.lastYear(); year++) {
            for (Group group : plan.groups()) {
                for (int term = 1; term <= 2; term++) {
                    for (int place = 0; place < plan.activities().size(); place++) {
                        rows.add(activity(group, year, term, place));
                    }
                }
            }
        }
        return rows;
    }

    private List<String> activity(Group group, int year, int term, int place) {
        Activity activity = plan.activities().get(place);
        String id = String.format(Locale.ROOT, "%s-%d-%d-%02d", group.code(), year, term, place + 1);
        List<LocalDate> days = plan.terms().get(year);
        LocalDate first = days.get(2 * term - 2);
        long length = first.until(days.get(2 * term - 1), ChronoUnit.DAYS);
        List<String> members = List.copyOf(group.members().keySet());
        String member = members.get((int) (members.size() * chance.uniform("member", id)));
        int persons = (int) Math.round(activity.persons() * (0.8 + 0.4 * chance.uniform("persons", id)));
        boolean forPupils = activity.audience().equals("pupil");
        return List.of(
                id,
                group.code(),
                activity.by().equals("lead") ? group.lead() : member,
                member,
                first.plusDays((long) (length * chance.uniform("day", id))).toString(),
                activity.kind(),
                activity.mode(),
                activity.audience(),
                activity.subject(),
                forPupils ? "" : Integer.toString(persons),
                forPupils ? Integer.toString(persons) : "",
                activity.lessons() == 0 ? "" : Integer.toString(activity.lessons()),
                RegisterSheets.ORIGIN);
    }

    private List<List<String>> posts() {
        List<List<String>> rows = new ArrayList<>();
        for (Group group : plan.groups()) {
            for (Post post : plan.posts()) {
                String school = post.of().equals("lead")
                        ? group.lead()
                        : group.members().keySet().iterator().next();
                rows.add(List.of(
                        group.code(),
                        post.post(),
                        staff.head(plan.school(school)).id(),
                        plan.foundedOn().toString(),
                        post.body(),
                        school,
                        "",
                        plan.foundedOn().plusDays(FILED_AFTER_DAYS).toString(),
                        RegisterSheets.ORIGIN));
            }
        }
        return rows;
    }
}
