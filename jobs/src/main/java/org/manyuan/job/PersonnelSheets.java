package org.manyuan.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.TeacherFact;
import org.manyuan.measure.Registers;
import org.manyuan.metric.Rotation;
import org.manyuan.metric.RotationCase;
import org.manyuan.metric.SpellInYear;
import org.manyuan.metric.TalentFlow;
import org.manyuan.metric.TeacherSide;
import org.manyuan.report.PersonnelWorkbook.Sheet;

/** The sheets of a personnel office's list: figures, persons, exchanges, flows, in words of registers and of the office's own list. */
final class PersonnelSheets {
    private static final List<String> PERSON = List.of(
            "school_code",
            "school_name",
            "group_names",
            "teacher_number",
            "teacher_name",
            "teacher_key",
            "stage",
            "post",
            "talent_level",
            "talent_status",
            "at_school_since",
            "full_years");
    private static final List<String> SPELL = List.of(
            "exchange_id",
            "teacher_number",
            "teacher_name",
            "teacher_key",
            "kind",
            "post",
            "talent_level",
            "from_code",
            "from_name",
            "to_code",
            "to_name",
            "group_names",
            "started_on",
            "ended_on",
            "fte",
            "months",
            "standing");
    private static final List<String> FLOW = List.of(
            "place_kind",
            "place_code",
            "place_name",
            "talent_level",
            "persons_in",
            "months_in",
            "persons_out",
            "months_out",
            "persons_inside",
            "months_inside",
            "months_net",
            "unknown");

    private final TeacherSide side;
    private final TeacherRoster roster;
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> districts = new HashMap<>();
    private final Map<String, String> groups = new TreeMap<>();
    private final Map<String, List<String>> groupsOfUnit = new TreeMap<>();

    PersonnelSheets(Registers registers, TeacherSide side, TeacherRoster roster) {
        this.side = side;
        this.roster = roster;
        registers.units().forEach(unit -> units.put(unit.schoolCode(), unit.name()));
        registers.districts().forEach(district -> districts.put(district.districtCode(), district.name()));
        registers.groups().forEach(group -> groups.put(group.groupCode(), group.name()));
        LocalDate day = SchoolYear.firstDay(side.schoolYear());
        registers.spans().stream()
                .filter(span -> span.holdsOn(day))
                .sorted(Comparator.comparing(MembershipSpan::groupCode))
                .forEach(span -> groupsOfUnit
                        .computeIfAbsent(span.schoolCode(), any -> new ArrayList<>())
                        .add(span.groupCode()));
    }

    /** How many persons of the list the office's own list names. */
    int found() {
        Set<String> keys = new HashSet<>();
        side.rotation().forEach(one -> keys.add(one.teacher().teacherKey()));
        side.spells().forEach(one -> keys.add(one.spell().teacherKey()));
        return (int) keys.stream().filter(roster.persons()::containsKey).count();
    }

    /**
     * Every sheet, in order.
     *
     * @param figures rows of {@link PersonnelFigures#METRICS}
     */
    List<Sheet> all(Collection<MetricValue> figures) {
        return List.of(
                new Sheet("figures", PersonnelFigures.COLUMNS, figures(figures)),
                persons("due", "rotation", "where_to", RotationOrder.DUE::contains),
                persons("exempt", "exempt_reason", "", state -> state == Rotation.EXEMPT),
                persons("soon", "", "", state -> state == Rotation.NEXT_YEAR),
                persons("unsaid", "", "", state -> state == Rotation.SINCE_UNKNOWN),
                new Sheet(
                        "spells", SPELL, side.spells().stream().map(this::spell).toList()),
                new Sheet("flows", FLOW, side.flows().stream().map(this::flow).toList()));
    }

    /** Persons in some states, by unit, those who have something to do first, the longest serving first. */
    private Sheet persons(String name, String column, String other, Predicate<Rotation> states) {
        List<String> columns = new ArrayList<>(PERSON);
        List.of(column, other).stream().filter(one -> !one.isEmpty()).forEach(columns::add);
        return new Sheet(
                name,
                columns,
                side.rotation().stream()
                        .filter(one -> states.test(one.state()))
                        .sorted(RotationOrder.FIRST_WHO_STAYED)
                        .map(this::person)
                        .toList());
    }

    private Map<String, Object> person(RotationCase one) {
        TeacherFact teacher = one.teacher();
        Map<String, Object> row = known(teacher.teacherKey());
        row.put("school_code", teacher.schoolCode());
        row.put("school_name", units.get(teacher.schoolCode()));
        row.put("group_names", groupNames(groupsOfUnit.getOrDefault(teacher.schoolCode(), List.of())));
        row.put("stage", teacher.stage() == null ? null : teacher.stage().name());
        row.put("post", teacher.post());
        row.put("talent_level", teacher.talentLevel());
        row.put("talent_status", teacher.talentStatus());
        row.put("at_school_since", teacher.atSchoolSince());
        row.put("full_years", one.fullYears());
        row.put("rotation", one.state().name());
        row.put("exempt_reason", teacher.exemptReason());
        row.put("where_to", whereTo(one));
        return row;
    }

    private Map<String, Object> known(String teacherKey) {
        TeacherRoster.Person person = roster.of(teacherKey);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("teacher_number", person.number());
        row.put("teacher_name", person.name());
        row.put("teacher_key", teacherKey);
        return row;
    }

    /** The units to which a teacher was exchanged, or on whose next roll the teacher is. */
    private String whereTo(RotationCase one) {
        if (one.state() == Rotation.MOVED) {
            return unitName(one.next().schoolCode());
        }
        return one.exchangedTo().stream().map(this::unitName).collect(Collectors.joining("、"));
    }

    private Map<String, Object> spell(SpellInYear one) {
        ExchangeSpell spell = one.spell();
        Map<String, Object> row = known(spell.teacherKey());
        row.put("exchange_id", spell.exchangeId());
        row.put("kind", spell.kind());
        row.put("post", spell.post());
        row.put("talent_level", one.level());
        row.put("from_code", spell.fromSchoolCode());
        row.put("from_name", unitName(spell.fromSchoolCode()));
        row.put("to_code", spell.toSchoolCode());
        row.put("to_name", unitName(spell.toSchoolCode()));
        row.put("group_names", spell.groupCode() == null ? "" : groupNames(List.of(spell.groupCode())));
        row.put("started_on", spell.startedOn());
        row.put("ended_on", spell.endedOn());
        row.put("fte", spell.fte());
        row.put("months", one.months());
        row.put("standing", one.standing().name());
        return row;
    }

    private Map<String, Object> flow(TalentFlow flow) {
        Map<String, Object> row = place(flow.districtCode(), flow.groupCode(), flow.schoolCode());
        row.put("talent_level", flow.level());
        row.put("persons_in", flow.in().persons());
        row.put("months_in", flow.in().months());
        row.put("persons_out", flow.out().persons());
        row.put("months_out", flow.out().months());
        row.put("persons_inside", flow.inside().persons());
        row.put("months_inside", flow.inside().months());
        row.put("months_net", flow.net());
        row.put(
                "unknown",
                flow.in().unknown() + flow.out().unknown() + flow.inside().unknown());
        return row;
    }

    private List<Map<String, Object>> figures(Collection<MetricValue> figures) {
        Set<String> listed = new HashSet<>();
        side.rotation().forEach(one -> listed.add(one.teacher().schoolCode()));
        Set<String> ofUnits = listed.stream()
                .flatMap(unit -> groupsOfUnit.getOrDefault(unit, List.of()).stream())
                .collect(Collectors.toSet());
        return new PersonnelFigures(side, listed, ofUnits, this::place).rows(figures);
    }

    private Map<String, Object> place(String districtCode, String groupCode, String schoolCode) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (!schoolCode.isEmpty()) {
            row.putAll(Map.of("place_kind", "school", "place_code", schoolCode, "place_name", unitName(schoolCode)));
        } else if (!groupCode.isEmpty()) {
            row.putAll(Map.of(
                    "place_kind", "group", "place_code", groupCode, "place_name", groupNames(List.of(groupCode))));
        } else {
            row.putAll(Map.of(
                    "place_kind",
                    "district",
                    "place_code",
                    districtCode,
                    "place_name",
                    named(districts, districtCode)));
        }
        return row;
    }

    private String unitName(String code) {
        return code == null ? "" : named(units, code);
    }

    private String groupNames(List<String> codes) {
        return codes.stream().map(code -> named(groups, code)).collect(Collectors.joining("、"));
    }

    private static String named(Map<String, String> names, String code) {
        String name = names.get(code);
        return name == null ? code : name;
    }

    /** In what order persons stand. */
    private static final class RotationOrder {
        private static final List<Rotation> DUE =
                List.of(Rotation.STAYED, Rotation.NOT_YET_KNOWN, Rotation.EXCHANGED, Rotation.MOVED);
        private static final Comparator<RotationCase> FIRST_WHO_STAYED = Comparator.comparing(
                        (RotationCase one) -> one.teacher().schoolCode())
                .thenComparing(one -> DUE.indexOf(one.state()))
                .thenComparing(RotationCase::fullYears, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(one -> one.teacher().teacherKey());
    }
}
