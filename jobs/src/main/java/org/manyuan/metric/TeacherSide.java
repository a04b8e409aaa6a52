package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * The persons behind the figures of teachers of one district and school year: who is due to rotate, whose exchanges run, what flows
 * where. It counts by the same code as TCH-01 to TCH-04. Keys of persons stand in it: it is for the office that employs them, never
 * for a release. Source: METRICS A6.
 *
 * @param rotation every teacher on the roll of a unit of the district, by unit and key
 * @param spells every exchange from or to a unit of the district that runs in the year, by number
 * @param flows of units, of groups and of the district, by level; those that nothing touches are left out
 */
public record TeacherSide(
        String districtCode,
        int schoolYear,
        List<RotationCase> rotation,
        List<SpellInYear> spells,
        List<TalentFlow> flows) {
    public TeacherSide {
        rotation = List.copyOf(rotation);
        spells = List.copyOf(spells);
        flows = List.copyOf(flows);
    }

    /**
     * The school years with a roll of a unit of the district or a running exchange from or to one, up to the day that figures are as of;
     * true where there is a roll.
     */
    public static SortedMap<Integer, Boolean> years(
            Territory territory, TerritoryFacts facts, BuildTerms terms, String districtCode) {
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        Set<String> codes =
                territory.unitsIn(districtCode).stream().map(Unit::schoolCode).collect(Collectors.toSet());
        SortedMap<Integer, Boolean> years = new TreeMap<>();
        for (int year : book.years()) {
            boolean hasRoll =
                    codes.stream().anyMatch(code -> !book.roll(year, code).isEmpty());
            boolean hasSpell = book.running(year).stream()
                    .anyMatch(spell -> codes.contains(spell.fromSchoolCode()) || codes.contains(spell.toSchoolCode()));
            if (hasRoll || hasSpell) {
                years.put(year, hasRoll);
            }
        }
        return years;
    }

    /** The side of a district that lies in the territory or is it. */
    public static TeacherSide of(
            Territory territory, TerritoryFacts facts, BuildTerms terms, String districtCode, int schoolYear) {
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        List<Unit> units = territory.unitsIn(districtCode);
        Set<String> codes = units.stream().map(Unit::schoolCode).collect(Collectors.toCollection(TreeSet::new));
        LongServing serving = new LongServing(book, schoolYear, terms);
        List<RotationCase> rotation = new ArrayList<>();
        for (Unit unit : units) {
            book.roll(schoolYear, unit.schoolCode()).forEach(teacher -> rotation.add(serving.of(unit, teacher)));
        }
        List<TeacherFlow> flows = TeacherFlow.of(book, schoolYear, terms);
        return new TeacherSide(
                districtCode,
                schoolYear,
                rotation,
                spells(book, schoolYear, codes, flows),
                flows(territory, districtCode, schoolYear, codes, flows));
    }

    private static List<SpellInYear> spells(
            ExchangeBook book, int schoolYear, Set<String> codes, List<TeacherFlow> flows) {
        Map<String, TeacherFlow> byNumber = new HashMap<>();
        flows.forEach(flow -> byNumber.put(flow.spell().exchangeId(), flow));
        return book.running(schoolYear).stream()
                .filter(spell -> codes.contains(spell.fromSchoolCode()) || codes.contains(spell.toSchoolCode()))
                .map(spell -> {
                    TeacherFlow flow = byNumber.get(spell.exchangeId());
                    String level = TeacherFlow.level(book.teacher(schoolYear, spell.teacherKey()), spell);
                    return new SpellInYear(
                            spell,
                            flow == null || !flow.isKnown() ? null : (Double) flow.months(),
                            book.standing(spell, schoolYear),
                            level == null ? "" : level);
                })
                .toList();
    }

    private static List<TalentFlow> flows(
            Territory territory, String districtCode, int schoolYear, Set<String> codes, List<TeacherFlow> flows) {
        List<TalentFlow> all =
                new ArrayList<>(byLevel(flows, (level, own) -> TalentFlow.ofDistrict(districtCode, level, codes, own)));
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(schoolYear));
        for (EducationGroup group : territory.groups()) {
            Set<String> units = new HashSet<>(scopes.whole(group).codes());
            if (units.stream().anyMatch(codes::contains)) {
                all.addAll(byLevel(flows, (level, own) -> TalentFlow.ofGroup(group, level, units, own)));
            }
        }
        Map<String, List<TeacherFlow>> ofUnits = new HashMap<>();
        for (TeacherFlow flow : flows) {
            Stream.of(flow.from(), flow.to()).distinct().forEach(code -> ofUnits.computeIfAbsent(
                            code, any -> new ArrayList<>())
                    .add(flow));
        }
        for (String code : codes) {
            all.addAll(byLevel(
                    ofUnits.getOrDefault(code, List.of()), (level, own) -> TalentFlow.ofUnit(code, level, own)));
        }
        return all;
    }

    /** One flow a level, the lowest first, those without a level before; of those that anybody is in. */
    private static List<TalentFlow> byLevel(
            List<TeacherFlow> flows, BiFunction<String, List<TeacherFlow>, TalentFlow> make) {
        Map<String, List<TeacherFlow>> levels = flows.stream()
                .collect(Collectors.groupingBy(
                        TeacherSide::level,
                        () -> new TreeMap<>(Comparator.comparing(level ->
                                level.isEmpty() ? -1 : TalentLevel.of(level).ordinal())),
                        Collectors.toList()));
        return levels.entrySet().stream()
                .map(level -> make.apply(level.getKey(), level.getValue()))
                .filter(flow ->
                        Stream.of(flow.in(), flow.out(), flow.inside()).anyMatch(volume -> volume.persons() > 0))
                .toList();
    }

    private static String level(TeacherFlow flow) {
        return flow.level() == null ? "" : flow.level().name().toLowerCase(Locale.ROOT);
    }
}
