package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Exam;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;
import org.manyuan.measure.Registers;
import org.manyuan.record.RecordCells;

/**
 * A unit of a figure's place that did not enter it.
 *
 * @param why in both languages
 */
public record LeftUnit(String schoolCode, String name, Wording why) {
    private static final Wording NOT_THEN = new Wording("当日不在集团内", "not in the group on the day");
    private static final Wording CLOSED = new Wording("当日未开办或已停办", "not open on the day");
    private static final Wording OF_PARTS = new Wording("由其校区分别计入", "its parts count in its place");
    private static final Wording NO_RESULT = new Wording("没有该考试的成绩", "no result in this exam");
    private static final Wording NO_ROWS = new Wording("没有所用年份的数据", "no data of the years that are used");
    private static final Wording BY_RULE =
            new Wording("按指标规则不计入（见卡片“边界”）", "left out by the rule of the metric (see the card's edge cases)");

    /**
     * The units of the place of a figure that none of these rows is of; none for the figure of a unit.
     *
     * @param row the figure
     * @param used rows that entered it
     */
    static List<LeftUnit> of(Map<String, Object> row, FamilyInputs inputs, List<Record> used) {
        if (!row.get("school_code").equals("")) {
            return List.of();
        }
        Registers registers = inputs.registers();
        Set<Object> in = new HashSet<>();
        used.forEach(fact -> in.addAll(codes(fact)));
        Set<Object> handedIn = new HashSet<>();
        inputs.facts().all().forEach(fact -> handedIn.addAll(codes(fact)));
        LocalDate day = day(row, registers);
        List<LeftUnit> left = new ArrayList<>();
        for (Unit unit : placed(row, registers).values()) {
            if (!in.contains(unit.schoolCode())) {
                boolean hasRows = handedIn.contains(unit.schoolCode());
                left.add(new LeftUnit(unit.schoolCode(), unit.name(), why(unit, row, registers, day, hasRows)));
            }
        }
        return left;
    }

    private static Wording why(
            Unit unit, Map<String, Object> row, Registers registers, LocalDate day, boolean hasRows) {
        boolean isMember = registers.spans().stream()
                .anyMatch(span -> span.schoolCode().equals(unit.schoolCode())
                        && span.groupCode().equals(row.get("group_code"))
                        && span.holdsOn(day));
        if (!row.get("group_code").equals("") && !isMember) {
            return NOT_THEN;
        }
        boolean isOpen = (unit.openedOn() == null || !unit.openedOn().isAfter(day))
                && (unit.closedOn() == null || unit.closedOn().isAfter(day));
        if (!isOpen) {
            return CLOSED;
        }
        if (registers.units().stream().anyMatch(other -> unit.schoolCode().equals(other.partOf()))) {
            return OF_PARTS;
        }
        if (hasRows) {
            return BY_RULE;
        }
        return row.get("exam_code").equals("") ? NO_ROWS : NO_RESULT;
    }

    private static LocalDate day(Map<String, Object> row, Registers registers) {
        return registers.exams().stream()
                .filter(exam -> exam.examCode().equals(row.get("exam_code")) && exam.heldOn() != null)
                .map(Exam::heldOn)
                .findFirst()
                .orElseGet(() -> SchoolYear.firstDay((Integer) row.get("school_year")));
    }

    /** The units, past and present, of a group; those of a district or below it. */
    private static TreeMap<String, Unit> placed(Map<String, Object> row, Registers registers) {
        TreeMap<String, Unit> units = new TreeMap<>();
        Object group = row.get("group_code");
        Set<String> members = new HashSet<>();
        registers.spans().stream()
                .filter(span -> span.groupCode().equals(group))
                .map(MembershipSpan::schoolCode)
                .forEach(members::add);
        Set<String> districts = new HashSet<>();
        districts.add((String) row.get("district_code"));
        boolean grows = true;
        while (grows) {
            grows = registers.districts().stream()
                            .filter(district -> districts.contains(district.parentCode()))
                            .filter(district -> districts.add(district.districtCode()))
                            .count()
                    > 0;
        }
        registers.units().stream()
                .filter(unit -> group.equals("")
                        ? districts.contains(unit.districtCode())
                        : members.contains(unit.schoolCode()))
                .forEach(unit -> units.put(unit.schoolCode(), unit));
        return units;
    }

    /** The units that a fact is of. */
    private static Set<Object> codes(Record fact) {
        Set<Object> codes = new HashSet<>();
        RecordCells.columns(fact).forEach((column, cell) -> {
            if (column.endsWith("school_code") && cell != null) {
                codes.add(cell);
            }
        });
        return codes;
    }
}
