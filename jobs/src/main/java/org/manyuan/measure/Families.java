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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Exam;
import org.manyuan.domain.ExamPaper;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.domain.SchoolExamFact;

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

    /**
     * All families that there are: every territory with units, and every series and subject that units of a territory sat.
     *
     * @param level the setting {@code territory_level}
     * @param sat each paper and territory once
     */
    public Families(Registers all, String level, Collection<SatPaper> sat) {
        territories = new Territories(all, level);
        wanted = new HashSet<>();
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

    private Families(Families all, Set<Family> only) {
        territories = all.territories;
        registers.putAll(all.registers);
        exams.putAll(all.exams);
        ofPapers.putAll(all.ofPapers);
        sat.putAll(all.sat);
        papers.putAll(all.papers);
        wanted = new HashSet<>(only);
        wanted.retainAll(all.wanted);
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
        Predicate<String> ofDistrict =
                district -> territories.ofDistrict(district).filter(territory::equals).isPresent();
        return new Registers(
                filtered(all.districts(), district -> ofDistrict.test(district.districtCode())),
                filtered(all.units(), unit -> territories
                        .ofUnit(unit.schoolCode())
                        .filter(territory::equals)
                        .isPresent()),
                filtered(all.groups(), group -> ofGroup.test(group.groupCode())),
                filtered(all.spans(), span -> ofGroup.test(span.groupCode())),
                List.of(),
                List.of(),
                filtered(all.terms(), term -> ofDistrict.test(term.districtCode())));
    }

    /** The same, and only these families are asked for. */
    public Families only(Set<Family> families) {
        return new Families(this, families);
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

    /** The families of a paper, as asked for. */
    List<Family> of(SchoolExamFact fact) {
        return ofPaper(fact.examCode(), fact.subject());
    }

    /** The families of a paper, as asked for; none where nobody sat it. */
    public List<Family> ofPaper(String examCode, String subject) {
        return asked(ofPapers.getOrDefault(List.of(examCode, subject), List.of()).stream());
    }

    /** The family of a unit's facts that are no scores, as asked for; none where no register has the unit, and for null. */
    public List<Family> ofUnit(String schoolCode) {
        return asked(territories.ofUnit(schoolCode).stream().map(Family::rest));
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

    /** The families of an exchange, as asked for. */
    List<Family> of(ExchangeSpell spell) {
        Set<String> ends = new TreeSet<>();
        territories.ofUnit(spell.fromSchoolCode()).ifPresent(ends::add);
        territories.ofUnit(spell.toSchoolCode()).ifPresent(ends::add);
        return asked(ends.stream().map(Family::rest));
    }

    /** The same for facts of units. */
    <T> Function<T, List<Family>> ofUnit(Function<T, String> schoolCode) {
        return fact -> ofUnit(schoolCode.apply(fact));
    }

    /** The part of the registers that a family speaks of: exams and papers are its own. */
    Registers registers(Family family) {
        Registers part = registers.get(family.territory());
        return new Registers(
                part.districts(),
                part.units(),
                part.groups(),
                part.spans(),
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
