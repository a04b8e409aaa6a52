package org.manyuan.synthesis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.manyuan.domain.Origin;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.Group;
import org.manyuan.synthesis.CountyPlan.Paper;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.CountyPlan.Series;

/** What a bureau keeps a register of: districts, schools, groups and their members, terms, exams and papers. No chance in it. */
final class RegisterSheets {
    static final String ORIGIN = Origin.SYNTHETIC.code();
    private static final String SINCE = "2000-09-01";
    private static final String APPROVAL = "临政办发〔2022〕3号";
    private final CountyPlan plan;

    RegisterSheets(CountyPlan plan) {
        this.plan = plan;
    }

    List<Sheet> all() {
        return List.of(
                Sheet.of(
                        "district",
                        List.of("district_code", "name", "parent_code", "level", "origin"),
                        this::districts),
                Sheet.of(
                        "school",
                        List.of(
                                "school_code",
                                "valid_from",
                                "district_code",
                                "name",
                                "aliases",
                                "school_type",
                                "stages",
                                "schooling_system",
                                "setting_code",
                                "ownership",
                                "township",
                                "seats",
                                "origin"),
                        this::schools),
                Sheet.of(
                        "education_group",
                        List.of(
                                "group_code",
                                "authority_code",
                                "name",
                                "kind",
                                "form",
                                "founded_on",
                                "approval_no",
                                "origin"),
                        this::groups),
                Sheet.of(
                        "group_membership",
                        List.of("group_code", "school_code", "joined_on", "role", "member_kind", "left_on", "origin"),
                        this::memberships),
                Sheet.of(
                        "term_calendar",
                        List.of("district_code", "school_year", "term", "from_on", "to_on", "origin"),
                        this::terms),
                Sheet.of(
                        "exam",
                        List.of(
                                "exam_code",
                                "district_code",
                                "series",
                                "school_year",
                                "term",
                                "kind",
                                "stage",
                                "grade",
                                "held_on",
                                "lawful_use_note",
                                "origin"),
                        this::exams),
                Sheet.of(
                        "exam_paper",
                        List.of(
                                "exam_code",
                                "subject",
                                "full_mark",
                                "score_step",
                                "excellent_cut",
                                "pass_cut",
                                "low_cut",
                                "origin"),
                        this::papers));
    }

    private List<List<String>> districts() {
        return plan.places().stream()
                .map(place -> List.of(
                        place.code(),
                        place.name(),
                        Objects.requireNonNullElse(place.parent(), ""),
                        place.level(),
                        ORIGIN))
                .toList();
    }

    private List<List<String>> schools() {
        return plan.schools().stream().map(this::school).toList();
    }

    private List<String> school(School school) {
        return List.of(
                school.code(),
                SINCE,
                plan.district(),
                school.name(),
                String.join(";", school.shortNames()),
                school.type(),
                school.stages().stream().map(Stage::name).collect(Collectors.joining()),
                plan.schoolingSystem(),
                school.setting(),
                "public",
                school.township(),
                Integer.toString(seats(school)),
                ORIGIN);
    }

    /** As many as the school takes in, in all of its grades. */
    private int seats(School school) {
        return school.pupils().entrySet().stream()
                .mapToInt(stage ->
                        stage.getValue() * plan.system().grades(stage.getKey()).size())
                .sum();
    }

    private List<List<String>> groups() {
        return plan.groups().stream()
                .map(group -> List.of(
                        group.code(),
                        plan.district(),
                        group.name(),
                        "education_group",
                        group.form(),
                        plan.foundedOn().toString(),
                        APPROVAL,
                        ORIGIN))
                .toList();
    }

    private List<List<String>> memberships() {
        List<List<String>> rows = new ArrayList<>();
        for (Group group : plan.groups()) {
            rows.add(membership(group, group.lead(), "lead", ""));
            group.members().forEach((school, kind) -> rows.add(membership(group, school, "member", kind)));
        }
        return rows;
    }

    private List<String> membership(Group group, String school, String role, String kind) {
        return List.of(group.code(), school, plan.foundedOn().toString(), role, kind, "", ORIGIN);
    }

    private List<List<String>> terms() {
        List<List<String>> rows = new ArrayList<>();
        for (int year : plan.years()) {
            List<LocalDate> days = plan.terms().get(year);
            for (int term = 1; term <= 2; term++) {
                rows.add(List.of(
                        plan.district(),
                        Integer.toString(year),
                        Integer.toString(term),
                        days.get(2 * term - 2).toString(),
                        days.get(2 * term - 1).toString(),
                        ORIGIN));
            }
        }
        return rows;
    }

    private List<List<String>> exams() {
        List<List<String>> rows = new ArrayList<>();
        for (Series series : plan.series()) {
            for (int year : plan.years()) {
                rows.add(List.of(
                        series.examCode(year),
                        plan.district(),
                        series.name(),
                        Integer.toString(year),
                        "2",
                        series.kind(),
                        series.stage().name(),
                        series.grade(),
                        LocalDate.parse((year + 1) + "-" + series.heldOn()).toString(),
                        series.note(),
                        ORIGIN));
            }
        }
        return rows;
    }

    private List<List<String>> papers() {
        List<List<String>> rows = new ArrayList<>();
        for (Series series : plan.series()) {
            for (int year : plan.years()) {
                for (Map.Entry<String, Paper> paper : series.allPapers().entrySet()) {
                    rows.add(paper(series.examCode(year), paper.getKey(), paper.getValue()));
                }
            }
        }
        return rows;
    }

    private List<String> paper(String examCode, String subject, Paper paper) {
        return List.of(
                examCode,
                subject,
                points(paper.fullMark()),
                points(paper.step()),
                points(paper.fullMark().multiply(plan.cuts().excellent())),
                points(paper.fullMark().multiply(plan.cuts().pass())),
                points(paper.fullMark().multiply(plan.cuts().low())),
                ORIGIN);
    }

    private static String points(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
