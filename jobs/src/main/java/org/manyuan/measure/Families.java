package org.manyuan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manyuan.domain.ClassFact;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.FlowFact;
import org.manyuan.domain.GroupActivity;
import org.manyuan.domain.GroupPost;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LinkedExamFact;
import org.manyuan.domain.ResourceFact;
import org.manyuan.domain.SchoolExamFact;
import org.manyuan.domain.TeacherFact;
import org.manyuan.metric.Parts;

/**
 * Who needs what: the families that are computed, the facts that each of them needs, and the part of the registers that it speaks of.
 * An exam that several territories sat goes to each of them wholly, because mean and SD of a paper are taken over everyone who sat it;
 * an exchange concerns the territory of the school it leaves and that of the school it reaches.
 */
public final class Families implements Serializable {
    private static final long serialVersionUID = 1;

    private final Territories territories;
    private final Map<String, Registers> registers = new HashMap<>();
    private final Map<String, Exam> exams = new HashMap<>();
    private final Map<List<String>, List<Family>> ofPapers = new HashMap<>();
    private final Map<Family, List<Exam>> sat = new HashMap<>();
    private final Map<Family, List<ExamPaper>> papers = new HashMap<>();
    private final Set<Family> wanted;
    private final boolean areAll;
    /** By territory; every part where there is none. */
    private final Map<String, Set<String>> parts;

    /**
     * All families that there are: every territory with units, and every series and subject that units of a territory sat.
     *
     * @param level the setting {@code territory_level}
     * @param sat each paper and territory once
     */
    public Families(Registers all, String level, Collection<SatPaper> sat) {
        territories = new Territories(all, level);
        wanted = new HashSet<>();
        areAll = true;
        parts = Map.of();
        for (String territory : territories.withUnits()) {
            registers.put(territory, part(all, territory));
            wanted.add(Family.rest(territory));
        }
        all.exams().forEach(exam -> exams.put(exam.examCode(), exam));
        Map<List<String>, ExamPaper> known = new HashMap<>();
        all.papers().forEach(paper -> known.put(List.of(paper.examCode(), paper.subject()), paper));
        for (SatPaper paper : sat) {
            place(paper, known);
        }
    }

    private Families(Families all, Set<Family> only, Map<String, Set<String>> parts) {
        territories = all.territories;
        registers.putAll(all.registers);
        exams.putAll(all.exams);
        ofPapers.putAll(all.ofPapers);
        sat.putAll(all.sat);
        papers.putAll(all.papers);
        wanted = new HashSet<>(only);
        wanted.retainAll(all.wanted);
        areAll = wanted.equals(all.wanted);
        this.parts = new HashMap<>(parts);
    }

    private void place(SatPaper paper, Map<List<String>, ExamPaper> known) {
        Exam exam = exams.get(paper.examCode());
        if (exam == null) {
            return;
        }
        Family family = new Family(paper.territory(), exam.series(), paper.subject());
        List<String> key = List.of(paper.examCode(), paper.subject());
        wanted.add(family);
        ofPapers.computeIfAbsent(key, any -> new ArrayList<>()).add(family);
        sat.computeIfAbsent(family, any -> new ArrayList<>()).add(exam);
        if (known.containsKey(key)) {
            papers.computeIfAbsent(family, any -> new ArrayList<>()).add(known.get(key));
        }
    }

    private Registers part(Registers all, String territory) {
        Predicate<String> ofGroup =
                group -> territories.ofGroup(group).filter(territory::equals).isPresent();
        Predicate<String> ofDistrict = district ->
                territories.ofDistrict(district).filter(territory::equals).isPresent();
        return new Registers(
                filtered(all.districts(), district -> ofDistrict.test(district.districtCode())),
                filtered(all.units(), unit -> isOf(territory, unit.schoolCode())),
                filtered(all.groups(), group -> ofGroup.test(group.groupCode())),
                filtered(all.spans(), span -> ofGroup.test(span.groupCode())),
                filtered(all.successions(), succession -> Stream.of(succession.fromCode(), succession.toCode())
                        .anyMatch(code -> isOf(territory, code))),
                List.of(),
                List.of(),
                filtered(all.terms(), term -> ofDistrict.test(term.districtCode())));
    }

    private boolean isOf(String territory, String schoolCode) {
        return territories.ofUnit(schoolCode).filter(territory::equals).isPresent();
    }

    /**
     * The same, and only these families are asked for, and of their figures these.
     *
     * @param parts of which the figures are asked for, by territory; all of them where there is none
     */
    public Families only(Set<Family> families, Map<String, Set<String>> parts) {
        return new Families(this, families, parts);
    }

    /** The parts whose figures are asked for, of a family that is. */
    Predicate<String> asked(Family family) {
        Set<String> asked = parts.get(family.territory());
        return asked == null ? Parts.EVERY : asked::contains;
    }

    /** The parts of a territory that rest on the facts of these units. */
    public Set<String> partsOf(String territory, Set<String> units, String level) {
        Parts parts =
                new Parts(FamilyFacts.territory(territory, registers.getOrDefault(territory, Registers.NONE), level));
        // a code that no register has can be what a unit was called before
        return units.stream().map(parts::ofUnit).collect(Collectors.toSet());
    }

    /** Where districts, units and groups lie. */
    public Territories territories() {
        return territories;
    }

    /** The districts of these territories, and those in which their units lie. */
    public Set<String> districtsOf(Set<String> of) {
        Set<String> districts = new TreeSet<>(of);
        for (String territory : of) {
            if (registers.containsKey(territory)) {
                registers.get(territory).districts().forEach(district -> districts.add(district.districtCode()));
                registers.get(territory).units().forEach(unit -> districts.add(unit.districtCode()));
                registers.get(territory).groups().stream()
                        .map(EducationGroup::authorityCode)
                        .filter(Objects::nonNull)
                        .forEach(districts::add);
            }
        }
        return districts;
    }

    /** The families that are asked for, in order. */
    public List<Family> all() {
        return wanted.stream()
                .sorted(Comparator.comparing(Family::territory)
                        .thenComparing(Family::series)
                        .thenComparing(Family::subject))
                .toList();
    }

    /** Whether no family is left out. */
    boolean areAll() {
        return areAll;
    }

    /** Whether a table of facts has a row that a family needs. */
    boolean needs(Class<? extends Record> type) {
        return wanted.stream().anyMatch(family -> family.isOfScores() == isOfScores(type));
    }

    /** Whether facts are of an exam and a subject. */
    boolean isOfScores(Class<? extends Record> type) {
        return type == SchoolExamFact.class || type == LinkedExamFact.class;
    }

    /** The exams that the families speak of. */
    Set<String> examCodes() {
        Set<String> codes = new TreeSet<>();
        wanted.forEach(family -> sat.getOrDefault(family, List.of()).forEach(exam -> codes.add(exam.examCode())));
        return codes;
    }

    /**
     * The families that need a fact, as asked for.
     *
     * @throws IllegalArgumentException for a record that is no fact
     */
    public List<Family> of(Record row) {
        if (row instanceof SchoolExamFact fact) {
            return ofPaper(fact.examCode(), fact.subject());
        }
        if (row instanceof LinkedExamFact fact) {
            return ofPaper(fact.examCode(), fact.subject());
        }
        return rest(territoriesOf(row));
    }

    private Stream<Optional<String>> territoriesOf(Record row) {
        if (row instanceof ExchangeSpell spell) {
            return Stream.of(territories.ofUnit(spell.fromSchoolCode()), territories.ofUnit(spell.toSchoolCode()));
        }
        if (row instanceof LedgerEntry entry) {
            return Stream.of(
                    territories.ofUnit(entry.schoolCode()),
                    territories.ofGroup(entry.groupCode()),
                    territories.ofDistrict(entry.authorityCode()));
        }
        if (row instanceof GroupActivity activity) {
            return Stream.of(
                    territories.ofUnit(activity.organiserSchoolCode()), territories.ofGroup(activity.groupCode()));
        }
        if (row instanceof GroupPost post) {
            return Stream.of(territories.ofGroup(post.groupCode()));
        }
        return Stream.of(territories.ofUnit(schoolOf(row)));
    }

    /** The unit of a fact that is of one unit. */
    private static String schoolOf(Record row) {
        if (row instanceof EnrollmentFact fact) {
            return fact.schoolCode();
        }
        if (row instanceof TeacherFact fact) {
            return fact.schoolCode();
        }
        if (row instanceof ResourceFact fact) {
            return fact.schoolCode();
        }
        if (row instanceof ClassFact fact) {
            return fact.schoolCode();
        }
        if (row instanceof FlowFact fact) {
            return fact.schoolCode();
        }
        throw new IllegalArgumentException("No family needs a " + row.getClass().getSimpleName());
    }

    private List<Family> rest(Stream<Optional<String>> of) {
        return asked(of.flatMap(Optional::stream).distinct().map(Family::rest));
    }

    /** The families of a paper, as asked for; none where nobody sat it. */
    public List<Family> ofPaper(String examCode, String subject) {
        return asked(ofPapers.getOrDefault(List.of(examCode, subject), List.of()).stream());
    }

    /**
     * The families of facts that are no scores of whatever has this code: a unit, a group or a district; none where no register has it,
     * and for null.
     */
    public List<Family> ofCode(String code) {
        return rest(Stream.of(territories.ofUnit(code), territories.ofGroup(code), territories.ofDistrict(code)));
    }

    /**
     * The families whose part of the registers differs from what it was, the new ones among them.
     *
     * @param before the families of the registers as they were
     */
    public Set<Family> changedSince(Families before) {
        Map<String, Boolean> same = new HashMap<>();
        registers.forEach((territory, part) -> same.put(territory, part.hasRowsOf(before.registers.get(territory))));
        Set<Family> changed = new HashSet<>();
        for (Family family : wanted) {
            if (!before.wanted.contains(family)
                    || !same.get(family.territory())
                    || !registers(family).hasRowsOf(before.registers(family))) {
                changed.add(family);
            }
        }
        return changed;
    }

    /** The part of the registers that a family speaks of: exams and papers are its own; none where there is no such territory. */
    public Registers registers(Family family) {
        Registers part = registers.getOrDefault(family.territory(), Registers.NONE);
        return new Registers(
                part.districts(),
                part.units(),
                part.groups(),
                part.spans(),
                part.successions(),
                sat.getOrDefault(family, List.of()),
                papers.getOrDefault(family, List.of()),
                part.terms());
    }

    private List<Family> asked(Stream<Family> families) {
        return families.filter(wanted::contains).toList();
    }

    private static <T> List<T> filtered(List<T> rows, Predicate<T> test) {
        return rows.stream().filter(test).toList();
    }
}
