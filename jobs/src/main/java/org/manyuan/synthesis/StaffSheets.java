package org.manyuan.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.manyuan.domain.Stage;
import org.manyuan.synthesis.CountyPlan.School;
import org.manyuan.synthesis.ExchangeSpells.Spell;
import org.manyuan.synthesis.Staff.Teacher;

/** The roll of teachers, one file a school year, and the one list of exchanges. Chinese lists carry a made-up name, as clerks' do. */
final class StaffSheets {
    private static final List<String> ROLL = List.of(
            "teacher_id",
            "name",
            "school_year",
            "school_code",
            "stage",
            "subject",
            "certificate",
            "full_time_teacher",
            "title_level",
            "talent_level",
            "talent_status",
            "post",
            "at_school_since",
            "exchange_eligible",
            "exempt_reason",
            "origin");

    private static final List<String> EXCHANGE = List.of(
            "exchange_id",
            "teacher_id",
            "name",
            "group_code",
            "from_school_code",
            "to_school_code",
            "started_on",
            "ended_on",
            "kind",
            "post",
            "talent_level",
            "fte",
            "allowance",
            "origin");
    private static final String ALLOWANCE = "6000";
    private static final Map<Stage, String> CERTIFICATES =
            Map.of(Stage.P, "小学教师资格", Stage.J, "初级中学教师资格", Stage.S, "高级中学教师资格");
    private final CountyPlan plan;
    private final Staff staff;
    private final ExchangeSpells exchanges;

    StaffSheets(CountyPlan plan, Staff staff, ExchangeSpells exchanges) {
        this.plan = plan;
        this.staff = staff;
        this.exchanges = exchanges;
    }

    List<Sheet> all() {
        List<Sheet> sheets = new ArrayList<>();
        for (int year : plan.years()) {
            String name = "teacher_roll-" + year;
            sheets.add(new Sheet("teacher_roll", name, columns(name, ROLL), () -> roll(name, year)));
        }
        String exchange = "teacher_exchange";
        sheets.add(Sheet.of(exchange, columns(exchange, EXCHANGE), this::spells));
        return sheets;
    }

    private List<String> columns(String file, List<String> columns) {
        return plan.file(file).chinese()
                ? columns
                : columns.stream().filter(column -> !column.equals("name")).toList();
    }

    private List<List<String>> roll(String file, int year) {
        List<List<String>> rows = new ArrayList<>();
        for (School school : plan.schools()) {
            for (Teacher teacher : staff.of(school, year)) {
                List<String> row = new ArrayList<>(List.of(
                        teacher.id(),
                        madeUpName(teacher),
                        Integer.toString(year),
                        teacher.school(),
                        teacher.stage().name(),
                        teacher.subject(),
                        CERTIFICATES.getOrDefault(teacher.stage(), ""),
                        "true",
                        teacher.titleLevel(),
                        teacher.talentLevel(),
                        teacher.talentStatus(),
                        teacher.post(),
                        teacher.since(),
                        Boolean.toString(teacher.eligible()),
                        teacher.exemptReason(),
                        RegisterSheets.ORIGIN));
                rows.add(withoutName(file, row, 1));
            }
        }
        return rows;
    }

    private List<List<String>> spells() {
        List<List<String>> rows = new ArrayList<>();
        for (Spell spell : exchanges.all()) {
            List<String> row = new ArrayList<>(List.of(
                    spell.id(),
                    spell.teacher().id(),
                    madeUpName(spell.teacher()),
                    spell.group(),
                    spell.teacher().school(),
                    spell.to(),
                    spell.from().toString(),
                    spell.until().toString(),
                    spell.kind(),
                    spell.post(),
                    spell.teacher().talentLevel(),
                    "1",
                    ALLOWANCE,
                    RegisterSheets.ORIGIN));
            rows.add(withoutName("teacher_exchange", row, 2));
        }
        return rows;
    }

    private List<String> withoutName(String file, List<String> row, int place) {
        if (!plan.file(file).chinese()) {
            row.remove(place);
        }
        return row;
    }

    private static String madeUpName(Teacher teacher) {
        return "教师" + teacher.id().substring(1);
    }
}
