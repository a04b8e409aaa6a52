package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Setting;
import org.manyuan.domain.Stage;
import org.manyuan.domain.Unit;

/**
 * ENR-11 集团化覆盖率: the share of a district's schools, and of its students, that are in a group on the build's day (as_of), whatever
 * their role; of a kind of group, or of any. One row per district, stage (and compulsory education, and all), kind, setting and measure.
 * Source: METRICS A5; card ENR-11.
 */
final class GroupCoverage implements TerritoryMetric {
    private static final String ANY = "any";
    private static final String SMALL_RURAL = "small_rural";
    private static final Set<Stage> COMPULSORY = Set.of(Stage.P, Stage.J);

    @Override
    public String id() {
        return "ENR-11";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        int year = SchoolYear.of(terms.asOf());
        Day day = new Day(territory, terms.asOf(), year, new EnrollmentBook(territory, facts.enrollment()));
        Map<String, Set<Stage>> stages = new TreeMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(stage.name(), Set.of(stage));
        }
        stages.put("P,J", COMPULSORY);
        stages.put("", Set.of(Stage.values()));
        List<String> kinds = new ArrayList<>(territory.kinds());
        kinds.add(ANY);
        List<MetricValue> rows = new ArrayList<>();
        for (String district : territory.districtCodes()) {
            for (Map.Entry<String, Set<Stage>> stage : stages.entrySet()) {
                for (Map.Entry<String, Predicate<Unit>> setting : settings().entrySet()) {
                    List<Unit> schools = day.schools(district, stage.getValue(), setting.getValue());
                    if (!schools.isEmpty()) {
                        for (String kind : kinds) {
                            MetricRow heading = MetricRow.of(this, terms)
                                    .district(district)
                                    .year(year)
                                    .stage(stage.getKey())
                                    .variant(kind, setting.getKey())
                                    .flag(day.isApproximate(kind), Flag.APPROXIMATE);
                            rows.add(
                                    day.ofSchools(heading.copy(), kind, schools).row());
                            rows.add(day.ofStudents(heading, kind, schools, stage.getValue())
                                    .row());
                        }
                    }
                }
            }
        }
        return rows;
    }

    /** Which schools each setting speaks of, by its code; the empty code is all of them. */
    private static Map<String, Predicate<Unit>> settings() {
        Map<String, Predicate<Unit>> all = new TreeMap<>();
        all.put("", any -> true);
        for (Setting setting : Setting.values()) {
            all.put(setting.name().toLowerCase(Locale.ROOT), unit -> Setting.of(unit.settingCode())
                    .equals(Optional.of(setting)));
        }
        all.put(SMALL_RURAL, unit -> unit.hasTag(SMALL_RURAL));
        return all;
    }

    /** Who is open, and in which groups, on one day. */
    private static final class Day {
        private final Territory territory;
        private final LocalDate day;
        private final int year;
        private final EnrollmentBook book;
        private final Map<String, Set<String>> grouped = new TreeMap<>();
        private final Map<String, List<Inputs>> membership = new TreeMap<>();
        private final Set<String> approximate = new HashSet<>();
        private final Map<String, List<Unit>> parts = new TreeMap<>();

        Day(Territory territory, LocalDate day, int year, EnrollmentBook book) {
            this.territory = territory;
            this.day = day;
            this.year = year;
            this.book = book;
            for (EducationGroup group : territory.groups()) {
                Roster roster = territory.roster(group, day);
                for (String kind : List.of(group.kind(), ANY)) {
                    grouped.computeIfAbsent(kind, any -> new HashSet<>()).addAll(roster.all());
                    membership.computeIfAbsent(kind, any -> new ArrayList<>()).add(roster.inputs());
                    if (roster.approximate()) {
                        approximate.add(kind);
                    }
                }
            }
            for (Unit unit : territory.units()) {
                if (unit.partOf() != null && isOpen(unit)) {
                    parts.computeIfAbsent(unit.partOf(), any -> new ArrayList<>())
                            .add(unit);
                }
            }
        }

        boolean isApproximate(String kind) {
            return approximate.contains(kind);
        }

        /** The schools of a district, no campuses or sections, that are open and teach one of the stages, themselves or in a part. */
        List<Unit> schools(String district, Set<Stage> stages, Predicate<Unit> setting) {
            return territory.unitsIn(district).stream()
                    .filter(unit -> unit.partOf() == null && isOpen(unit))
                    .filter(setting)
                    .filter(unit -> stages.size() == Stage.values().length
                            || teaches(unit, stages)
                            || parts(unit).stream().anyMatch(part -> teaches(part, stages)))
                    .toList();
        }

        /** A number of schools tells of no student. */
        MetricRow ofSchools(MetricRow row, String kind, List<Unit> schools) {
            long covered = schools.stream()
                    .filter(school ->
                            isIn(kind, school) || parts(school).stream().anyMatch(part -> isIn(kind, part)))
                    .count();
            return row.measure("schools")
                    .value(new RateCount(covered, schools.size()).share())
                    .counts(schools.size(), schools.size())
                    .behind(Long.MAX_VALUE, Long.MAX_VALUE)
                    .inputs(inputs(kind, schools));
        }

        /** Of the covered units themselves, not of a school's other campuses. */
        MetricRow ofStudents(MetricRow row, String kind, List<Unit> schools, Set<Stage> stages) {
            RateCount students = RateCount.NOBODY;
            LeftOut leftOut = LeftOut.NOTHING;
            Long fewest = null;
            Inputs inputs = inputs(kind, schools);
            for (Unit school : schools) {
                List<Unit> units = new ArrayList<>(List.of(school));
                units.addAll(parts(school));
                boolean isKnown = false;
                for (Unit unit : units) {
                    for (UnitEnrollment enrolled : enrolled(unit, stages)) {
                        boolean covered = isIn(kind, unit) || isIn(kind, school);
                        long count = enrolled.students();
                        students = students.plus(new RateCount(covered ? count : 0, count));
                        fewest = Fewest.of(fewest, count);
                        inputs = inputs.and(enrolled.inputs());
                        isKnown = true;
                    }
                }
                leftOut = isKnown ? leftOut : leftOut.plus(0);
            }
            return row.measure("students")
                    .value(students.share())
                    .counts(students.of(), schools.size() - leftOut.units())
                    .behind(fewest == null ? null : Long.valueOf(students.of()), fewest)
                    .leftOut(leftOut)
                    .inputs(inputs)
                    .flag(students.of() == 0, Flag.MISSING_INPUT);
        }

        private List<UnitEnrollment> enrolled(Unit unit, Set<Stage> stages) {
            return stages.stream()
                    .sorted()
                    .flatMap(stage -> book.of(stage.name(), year, unit.schoolCode()).stream())
                    .filter(enrolled -> enrolled.students() != null)
                    .toList();
        }

        private Inputs inputs(String kind, List<Unit> schools) {
            Inputs units = Inputs.all(schools.stream()
                    .map(school -> Inputs.of(school.origin(), school.schoolCode()))
                    .toList());
            return units.and(Inputs.all(membership.getOrDefault(kind, List.of())));
        }

        private List<Unit> parts(Unit school) {
            return parts.getOrDefault(school.schoolCode(), List.of());
        }

        private boolean isIn(String kind, Unit unit) {
            return grouped.getOrDefault(kind, Set.of()).contains(unit.schoolCode());
        }

        private boolean isOpen(Unit unit) {
            return (unit.openedOn() == null || !unit.openedOn().isAfter(day))
                    && (unit.closedOn() == null || unit.closedOn().isAfter(day));
        }

        private static boolean teaches(Unit unit, Set<Stage> stages) {
            return unit.stages().stream().anyMatch(stages::contains);
        }
    }
}
