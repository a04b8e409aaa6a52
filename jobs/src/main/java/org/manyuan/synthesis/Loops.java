package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.SchoolingSystem;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.MadeGroup.Membership;

/**
 * The loops of the language: years, terms, months; groups, their units, leads and members; schools; the stages and grades of the
 * nearest school around. A loop within another keeps to it: the terms of the year, the members of the group.
 */
final class Loops {
    static final Set<String> KINDS =
            Set.of("year", "term", "month", "group", "unit", "lead", "member", "school", "stage", "grade");
    private static final String EVER = "9999-12-31";
    private final SchoolRegister schools;
    private final GroupRegister groups;

    Loops(SchoolRegister schools, GroupRegister groups) {
        this.schools = schools;
        this.groups = groups;
    }

    /** One scope a round of all loops, those that meet the conditions. */
    List<Scope> rounds(List<String> kinds, Conditions where, Scope around) {
        List<Scope> rounds = List.of(around);
        for (String kind : kinds) {
            List<Scope> next = new ArrayList<>();
            for (Scope round : rounds) {
                things(kind, round).forEach(thing -> next.add(round.with(thing)));
            }
            rounds = next;
        }
        return rounds.stream().filter(where::hold).toList();
    }

    private List<Map<String, String>> things(String kind, Scope around) {
        return switch (kind) {
            case "year" -> around.calendar().years();
            case "term" -> ofYear(around.calendar().terms(), around);
            case "month" -> ofYear(around.calendar().months(), around);
            case "group" -> groups.all().stream().map(MadeGroup::values).toList();
            case "school" -> schools.all().stream().map(this::school).toList();
            case "stage" -> stages(around);
            case "grade" -> grades(around);
            default -> units(kind, around);
        };
    }

    private static List<Map<String, String>> ofYear(List<Map<String, String>> things, Scope around) {
        String year = around.value("year");
        return things.stream()
                .filter(thing -> year == null || year.equals(thing.get("year")))
                .toList();
    }

    private Map<String, String> school(MadeSchool school) {
        Map<String, String> values = nearest(school);
        values.putAll(Scope.named("school", school.values()));
        values.putAll(groups.side(school, EVER));
        return values;
    }

    private List<Map<String, String>> units(String kind, Scope around) {
        List<Map<String, String>> things = new ArrayList<>();
        for (MadeGroup group : groups.all()) {
            String asked = around.value("group.code");
            if (asked == null || asked.equals(group.code())) {
                int number = 0;
                for (Membership unit : group.units(kind)) {
                    Map<String, String> values = group.values();
                    values.putAll(nearest(unit.school()));
                    values.putAll(Scope.named(kind, unit.values(++number)));
                    things.add(values);
                }
            }
        }
        return things;
    }

    private static Map<String, String> nearest(MadeSchool school) {
        return new LinkedHashMap<>(
                Map.of("at.code", school.code(), "at.stages", school.stages(), "at.system", school.schoolingSystem()));
    }

    private static List<Map<String, String>> stages(Scope around) {
        List<Map<String, String>> things = new ArrayList<>();
        for (String stage : around.value("at.stages").split("")) {
            if (!stage.isEmpty()) {
                things.add(Map.of("stage", stage));
            }
        }
        return things;
    }

    private static List<Map<String, String>> grades(Scope around) {
        SchoolingSystem system = SchoolingSystem.of(around.value("at.system"));
        String only = around.value("stage");
        List<Map<String, String>> things = new ArrayList<>();
        for (Map<String, String> stage : stages(around)) {
            if (only == null || only.equals(stage.get("stage"))) {
                List<String> grades = system.grades(Stage.valueOf(stage.get("stage")));
                for (String grade : grades) {
                    things.add(Map.of(
                            "stage", stage.get("stage"),
                            "grade", grade,
                            "grade.first", Boolean.toString(grade.equals(grades.get(0))),
                            "grade.last", Boolean.toString(grade.equals(grades.get(grades.size() - 1)))));
                }
            }
        }
        return things;
    }
}
