package org.manyuan.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manyuan.config.Settings;
import org.manyuan.domain.District;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.Origin;
import org.manyuan.domain.TeacherFact;
import org.manyuan.measure.Families;
import org.manyuan.measure.Family;
import org.manyuan.measure.FamilyFacts;
import org.manyuan.measure.Registers;
import org.manyuan.metric.BuildTerms;
import org.manyuan.metric.Rotation;
import org.manyuan.metric.RotationCase;
import org.manyuan.metric.TeacherSide;
import org.manyuan.report.DistrictYear;
import org.manyuan.report.PersonnelWorkbook;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.Workspace;

/**
 * {@code personnel}: the teachers behind the figures of a district and school year, for the office that employs them: who is due to rotate,
 * who is exempt, whose exchanges run, what flows where by level of title. Reads the tables of the last build, without Spark. Never
 * part of a release; that somebody asked is noted.
 */
public final class ListPersonnel {
    private final OpenWorkspace open;
    private final LakeQuery lake;

    private ListPersonnel(OpenWorkspace open, LakeQuery lake) {
        this.open = open;
        this.lake = lake;
    }

    /**
     * What is asked.
     *
     * @param district empty: the only one with units
     * @param schoolYear the int of its autumn; empty: the latest with a roll
     * @param roster the office's own list, which says whom a key means; empty: keys alone
     * @param workbook where the list goes; nothing may be there
     */
    public record Asked(
            Optional<String> district, Optional<Integer> schoolYear, Optional<Path> roster, Path workbook) {}

    /**
     * What was written.
     *
     * @param due teachers who are due to rotate and not exempt; rotated those of them who did
     * @param sinceUnknown teachers of whom nobody says since when they are at their school
     * @param spells exchanges that run in the year
     * @param found persons in the list whom the office's own list names; null where it gave none
     */
    public record Listed(
            Path workbook,
            String districtCode,
            String districtName,
            int schoolYear,
            int due,
            int rotated,
            int exempt,
            int sinceUnknown,
            int spells,
            Integer found) {}

    /**
     * Writes the list.
     *
     * @throws UsageException where nothing was built, there is no such district or year, the office's list cannot be read, or something
     *     is where the list goes
     */
    public static Listed of(Workspace workspace, Asked asked, Locale locale) {
        if (Files.exists(asked.workbook())) {
            throw new UsageException(
                    asked.workbook() + " 已存在，没有改动；请换一个文件名，或先移走它。",
                    asked.workbook() + " is there already and was left as it is; name another file, or move it away.");
        }
        OpenWorkspace open = OpenWorkspace.at(workspace);
        return Noted.run(open.database(), "personnel", () -> {
            TeacherRoster roster =
                    asked.roster().map(file -> TeacherRoster.read(open, file)).orElse(TeacherRoster.NONE);
            try (LakeQuery lake = LakeQuery.open(workspace, open.database())) {
                return new ListPersonnel(open, lake).write(asked, roster, locale);
            }
        });
    }

    private Listed write(Asked asked, TeacherRoster roster, Locale locale) {
        if (!lake.tables().contains("metric_value")) {
            throw new UsageException("还没有计算过指标；请先运行 manyuan build。", "Nothing was built yet; run manyuan build first.");
        }
        Settings settings = open.settings();
        Registers all = FamilyInputs.registers(lake);
        Families families = FamilyInputs.families(lake, all, settings.territoryLevel());
        String district = district(asked.district(), all);
        Family family = families.all().stream()
                .filter(one -> !one.isOfScores() && holds(families.registers(one), district))
                .findFirst()
                .orElseThrow(() -> noDistrict(district, all));
        Registers registers = families.registers(family);
        FamilyFacts facts = new FamilyFacts();
        add(facts, families, family, TeacherFact.class, "fct_teacher");
        add(facts, families, family, ExchangeSpell.class, "fct_exchange");
        LocalDate asOf = (LocalDate)
                lake.rows("select max(as_of) from metric_value").get(0).get(0);
        BuildTerms terms = FigureTerms.of(settings, asOf, all.exams());
        String level = settings.territoryLevel();
        int year = year(asked.schoolYear(), facts.yearsOfTeachers(family, registers, level, terms, district));
        TeacherSide side = facts.teacherSide(family, registers, level, terms, district, year);
        PersonnelSheets sheets = new PersonnelSheets(registers, side, roster);
        DistrictYear what = new DistrictYear(district, name(district, all), year);
        int found = sheets.found();
        PersonnelWorkbook.write(
                asked.workbook().toAbsolutePath(),
                new PersonnelWorkbook.About(
                        what,
                        asOf,
                        isSynthetic(side),
                        terms.rotationYears(),
                        asked.roster().map(file -> found)),
                sheets.all(facts.figures(PersonnelFigures.METRICS, family, registers, level, terms)),
                locale);
        return listed(asked, what, side, found);
    }

    private static Listed listed(Asked asked, DistrictYear what, TeacherSide side, int found) {
        Map<Rotation, Long> states = side.rotation().stream()
                .collect(Collectors.groupingBy(RotationCase::state, TreeMap::new, Collectors.counting()));
        int rotated = count(states, Rotation.EXCHANGED, Rotation.MOVED);
        return new Listed(
                asked.workbook(),
                what.districtCode(),
                what.districtName(),
                what.schoolYear(),
                rotated + count(states, Rotation.STAYED, Rotation.NOT_YET_KNOWN),
                rotated,
                count(states, Rotation.EXEMPT),
                count(states, Rotation.SINCE_UNKNOWN),
                side.spells().size(),
                asked.roster().isPresent() ? found : null);
    }

    private static int count(Map<Rotation, Long> states, Rotation... of) {
        return (int) List.of(of).stream()
                .mapToLong(state -> states.getOrDefault(state, 0L))
                .sum();
    }

    private <T extends Record> void add(
            FamilyFacts facts, Families families, Family family, Class<T> type, String table) {
        lake.records(table, type, "true").stream()
                .filter(row -> families.of(row).contains(family))
                .forEach(facts::add);
    }

    private static boolean holds(Registers registers, String district) {
        return registers.districts().stream().map(District::districtCode).anyMatch(district::equals)
                || registers.units().stream().anyMatch(unit -> district.equals(unit.districtCode()));
    }

    /** The district that is asked for, else the only one in which units lie. */
    private static String district(Optional<String> asked, Registers all) {
        Set<String> withUnits = withUnits(all);
        if (asked.isEmpty() && withUnits.size() != 1) {
            throw new UsageException(
                    "请用 --district 指明区县。现有：" + named(withUnits, all, "、") + "。",
                    "Name a district with --district. There are: " + named(withUnits, all, ", ") + ".");
        }
        return asked.orElseGet(() -> withUnits.iterator().next());
    }

    private static Set<String> withUnits(Registers all) {
        Set<String> districts = new TreeSet<>();
        all.units().stream()
                .filter(unit -> unit.districtCode() != null)
                .forEach(unit -> districts.add(unit.districtCode()));
        return districts;
    }

    private static UsageException noDistrict(String district, Registers all) {
        return new UsageException(
                "没有区划 " + district + "。现有：" + named(withUnits(all), all, "、") + "。",
                "There is no district " + district + ". There are: " + named(withUnits(all), all, ", ") + ".");
    }

    private static String named(Set<String> districts, Registers all, String comma) {
        return districts.stream().map(code -> code + " " + name(code, all)).collect(Collectors.joining(comma));
    }

    private static String name(String district, Registers all) {
        return all.districts().stream()
                .filter(one -> one.districtCode().equals(district) && one.name() != null)
                .map(District::name)
                .findFirst()
                .orElse(district);
    }

    private static int year(Optional<Integer> asked, SortedMap<Integer, Boolean> years) {
        if (years.isEmpty()) {
            throw new UsageException(
                    "该区县还没有教师名册或教师交流数据。", "No roll of teachers and no exchange of this district was handed in yet.");
        }
        if (asked.isPresent() && !years.containsKey(asked.get())) {
            String there = years.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new UsageException(
                    "该区县没有 " + asked.get() + " 学年的教师数据。现有：" + there + "。",
                    "There is nothing of teachers in " + asked.get() + ". There is: " + there + ".");
        }
        return asked.orElseGet(() ->
                years.keySet().stream().filter(years::get).max(Integer::compare).orElseGet(years::lastKey));
    }

    private static boolean isSynthetic(TeacherSide side) {
        return side.rotation().stream().anyMatch(one -> one.teacher().origin() == Origin.SYNTHETIC)
                || side.spells().stream().anyMatch(one -> one.spell().origin() == Origin.SYNTHETIC);
    }
}
