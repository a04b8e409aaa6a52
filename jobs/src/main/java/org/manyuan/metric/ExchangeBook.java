package org.manyuan.metric;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Stage;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Term;
import org.manyuan.domain.Unit;

/** The teachers and exchanges of a territory, opened once for a metric. Rules: METRICS A6. */
final class ExchangeBook {
    private final Territory territory;
    private final BuildTerms terms;
    private final List<ExchangeSpell> spells;
    private final List<Term> calendar;
    private final Map<Integer, Map<String, List<TeacherFact>>> rolls = new TreeMap<>();
    private final Map<Integer, Map<String, TeacherFact>> teachers = new TreeMap<>();
    private final Map<Integer, Set<String>> countiesWithSpells = new TreeMap<>();
    private final Map<Integer, Map<String, List<ExchangedPerson>>> exchanged = new TreeMap<>();

    ExchangeBook(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        this.territory = territory;
        this.terms = terms;
        this.spells = facts.exchanges().stream()
                .filter(spell ->
                        spell.teacherKey() != null && spell.fromSchoolCode() != null && spell.startedOn() != null)
                .sorted(Comparator.comparing(ExchangeSpell::exchangeId))
                .toList();
        this.calendar = facts.terms().stream()
                .filter(term -> term.fromOn() != null && term.toOn() != null)
                .toList();
        facts.teachers().stream()
                .filter(teacher -> teacher.schoolCode() != null)
                .sorted(Comparator.comparing(TeacherFact::teacherKey))
                .forEach(teacher -> {
                    teachers.computeIfAbsent(teacher.schoolYear(), any -> new TreeMap<>())
                            .put(teacher.teacherKey(), teacher);
                    rolls.computeIfAbsent(teacher.schoolYear(), any -> new TreeMap<>())
                            .computeIfAbsent(teacher.schoolCode(), any -> new ArrayList<>())
                            .add(teacher);
                });
        for (ExchangeSpell spell : spells) {
            for (int year = SchoolYear.of(spell.startedOn()); year <= SchoolYear.of(lastDay(spell)); year++) {
                Set<String> counties = countiesWithSpells.computeIfAbsent(year, any -> new TreeSet<>());
                Stream.of(spell.fromSchoolCode(), spell.toSchoolCode())
                        .filter(Objects::nonNull)
                        .flatMap(code -> territory.unit(code).stream())
                        .forEach(unit -> counties.add(county(unit)));
            }
        }
    }

    /** The school years with a roll or a running exchange, up to the build's. */
    Set<Integer> years() {
        Set<Integer> years = new TreeSet<>(rolls.keySet());
        years.addAll(countiesWithSpells.keySet());
        years.removeIf(year -> year > SchoolYear.of(terms.asOf()));
        return years;
    }

    /** The roll of a unit in a year; empty where none was handed in. */
    List<TeacherFact> roll(int year, String schoolCode) {
        return rolls.getOrDefault(year, Map.of()).getOrDefault(schoolCode, List.of());
    }

    /**
     * Whether a unit has teachers on a roll of the year, or sent some.
     *
     * @param stage null: of any stage
     */
    boolean isStaffed(int year, Stage stage, String schoolCode) {
        return roll(year, schoolCode).stream().anyMatch(teacher -> stage == null || stage(teacher) == stage)
                || exchanged(year, schoolCode).stream().anyMatch(person -> stage == null || person.stage() == stage);
    }

    /**
     * Whether a unit should have teachers on a roll of the year.
     *
     * @param stage null: of any stage
     */
    boolean isExpected(int year, Stage stage, String schoolCode) {
        return Expected.of(territory, schoolCode, SchoolYear.firstDay(year), stage, () -> years().stream()
                .anyMatch(some -> isStaffed(some, stage, schoolCode)));
    }

    /** The full-time teachers on a unit's roll; null where there is no roll or nobody on it is said to be one or not. */
    Long fullTimeTeachers(int year, String schoolCode) {
        List<TeacherFact> roll = roll(year, schoolCode);
        return roll.stream().allMatch(teacher -> teacher.fullTimeTeacher() == null)
                ? null
                : (Long) roll.stream()
                        .filter(teacher -> Boolean.TRUE.equals(teacher.fullTimeTeacher()))
                        .count();
    }

    /** A teacher's row of a year; empty where the teacher is on no roll of it. */
    Optional<TeacherFact> teacher(int year, String teacherKey) {
        return Optional.ofNullable(teachers.getOrDefault(year, Map.of()).get(teacherKey));
    }

    /** The exchanges that run in a year, of any kind and length, in order of their number. */
    List<ExchangeSpell> running(int year) {
        return spells.stream().filter(spell -> overlaps(spell, year)).toList();
    }

    /** The same by the unit that sends. */
    Map<String, List<ExchangeSpell>> sent(int year) {
        Map<String, List<ExchangeSpell>> sent = new TreeMap<>();
        for (ExchangeSpell spell : running(year)) {
            sent.computeIfAbsent(spell.fromSchoolCode(), any -> new ArrayList<>())
                    .add(spell);
        }
        return sent;
    }

    /**
     * Whether exchanges of the unit's county were handed in for the year: some exchange from or to a unit of the county runs in it.
     * Where none does, none is not the same as nothing handed in, and nothing is counted.
     */
    boolean hasExchanges(int year, Unit unit) {
        return countiesWithSpells.getOrDefault(year, Set.of()).contains(county(unit));
    }

    /** Whom a unit sent in a year, each person once, in order of key. */
    List<ExchangedPerson> exchanged(int year, String fromSchoolCode) {
        return exchanged.computeIfAbsent(year, this::read).getOrDefault(fromSchoolCode, List.of());
    }

    /** The stage of a teacher: the roll's, else that of a unit with a single stage; null where neither says it. */
    Stage stage(TeacherFact teacher) {
        if (teacher.stage() != null) {
            return teacher.stage();
        }
        Set<Stage> stages =
                territory.unit(teacher.schoolCode()).map(Unit::stages).orElse(Set.of());
        return stages.size() == 1 ? stages.iterator().next() : null;
    }

    /** Origin and digest of a teacher's row. */
    static Inputs inputs(TeacherFact teacher) {
        return Inputs.of(teacher.origin(), teacher);
    }

    private Map<String, List<ExchangedPerson>> read(int year) {
        Map<String, Map<String, List<ExchangeSpell>>> bySchool = new TreeMap<>();
        spells.stream()
                .filter(spell -> standing(spell, year) == ExchangeStanding.COUNTS)
                .forEach(spell -> bySchool.computeIfAbsent(spell.fromSchoolCode(), any -> new TreeMap<>())
                        .computeIfAbsent(spell.teacherKey(), any -> new ArrayList<>())
                        .add(spell));
        Map<String, List<ExchangedPerson>> persons = new TreeMap<>();
        bySchool.forEach((code, sent) -> persons.put(
                code, sent.values().stream().map(those -> person(those, year)).toList()));
        return persons;
    }

    private ExchangedPerson person(List<ExchangeSpell> sent, int year) {
        ExchangeSpell any = sent.get(0);
        TeacherFact teacher = teachers.getOrDefault(year, Map.of()).get(any.teacherKey());
        List<Inputs> inputs =
                new ArrayList<>(sent.stream().map(ExchangeBook::inputs).toList());
        if (teacher != null) {
            inputs.add(inputs(teacher));
        }
        boolean onRoll = teacher != null && teacher.talentLevel() != null;
        String level = onRoll
                ? teacher.talentLevel()
                : sent.stream()
                        .map(ExchangeSpell::talentLevel)
                        .filter(said -> said != null)
                        .max(Comparator.comparing(TalentLevel::of))
                        .orElse(null);
        boolean ranked = level != null && TalentLevel.of(level).isBackbone();
        boolean holder = !onRoll
                || teacher.talentStatus() == null
                || teacher.talentStatus().equals("holder");
        return new ExchangedPerson(
                any.teacherKey(),
                any.fromSchoolCode(),
                teacher == null ? null : stage(teacher),
                level == null ? null : (Boolean) (ranked && holder),
                sent.stream().allMatch(spell -> shortestTerm(spell, year).isEmpty()),
                ranked && (!onRoll || teacher.talentStatus() == null),
                Inputs.all(inputs));
    }

    /** Whether an exchange counts for the rate of a year, or why not. */
    ExchangeStanding standing(ExchangeSpell spell, int year) {
        if (spell.kind() == null || !terms.exchangeKinds().contains(spell.kind())) {
            return ExchangeStanding.OTHER_KIND;
        }
        if (territory.unit(spell.fromSchoolCode()).isEmpty()) {
            return ExchangeStanding.FROM_ELSEWHERE;
        }
        return overlaps(spell, year) && days(spell) >= daysNeeded(spell, year)
                ? ExchangeStanding.COUNTS
                : ExchangeStanding.TOO_SHORT;
    }

    private boolean overlaps(ExchangeSpell spell, int year) {
        return !spell.startedOn().isAfter(SchoolYear.lastDay(year))
                && !lastDay(spell).isBefore(SchoolYear.firstDay(year));
    }

    /** An open one runs to the build's day. */
    LocalDate lastDay(ExchangeSpell spell) {
        return spell.endedOn() == null ? terms.asOf() : spell.endedOn();
    }

    /** Last day − first day + 1. */
    long days(ExchangeSpell spell) {
        return ChronoUnit.DAYS.between(spell.startedOn(), lastDay(spell)) + 1;
    }

    private long daysNeeded(ExchangeSpell spell, int year) {
        return terms.exchangeTerms() * shortestTerm(spell, year).orElse(terms.termDaysWithoutCalendar());
    }

    /** Days of the shortest term of the year where the sending unit lies, else in a district above. */
    private OptionalLong shortestTerm(ExchangeSpell spell, int year) {
        Unit from = territory.unit(spell.fromSchoolCode()).orElseThrow();
        List<String> places = new ArrayList<>(List.of(from.districtCode()));
        places.addAll(territory.places(from.districtCode()));
        for (String place : new LinkedHashSet<>(places)) {
            OptionalLong shortest = calendar.stream()
                    .filter(term ->
                            term.schoolYear() == year && term.districtCode().equals(place))
                    .mapToLong(term -> ChronoUnit.DAYS.between(term.fromOn(), term.toOn()) + 1)
                    .min();
            if (shortest.isPresent()) {
                return shortest;
            }
        }
        return OptionalLong.empty();
    }

    /** The county that a unit lies in, else the territory. */
    String county(Unit unit) {
        return territory.places(unit.districtCode()).get(0);
    }

    /** Origin and digest of an exchange. */
    static Inputs inputs(ExchangeSpell spell) {
        return Inputs.of(spell.origin(), spell);
    }
}
