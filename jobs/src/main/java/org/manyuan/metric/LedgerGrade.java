package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.Unit;

/**
 * GOV-01 学校管理等级, GOV-02 学校评价等级 and GOV-03 特色文化等级: the place of the latest grade of a school year, A 4 to D 1. A group by its
 * own grade, else the mean of its units' weighted by students; a district the plain mean of its units. Source: METRICS B8; cards
 * GOV-01 to 03.
 */
final class LedgerGrade implements TerritoryMetric {
    private static final Set<String> KINDS = Set.of("inspection", "evaluation");

    /** The latest on top; of a day the one with the higher number. */
    private static final Comparator<LedgerEntry> BY_DAY = Comparator.comparing(
                    LedgerEntry::heldOn, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(LedgerEntry::entryId);

    private final String id;
    private final String item;

    private LedgerGrade(String id, String item) {
        this.id = id;
        this.item = item;
    }

    /** All three. */
    static List<TerritoryMetric> all() {
        return List.of(
                new LedgerGrade("GOV-01", "management"),
                new LedgerGrade("GOV-02", "evaluation"),
                new LedgerGrade("GOV-03", "feature"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book = new LedgerBook(
                territory, facts, terms, entry -> KINDS.contains(entry.kind()) && item.equals(entry.item()));
        EnrollmentBook enrollment = new EnrollmentBook(territory, facts.enrollment());
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            new Year(territory, book, enrollment, terms, year).addTo(rows);
        }
        return rows;
    }

    /** The grades of one year. */
    private final class Year {
        private final Territory territory;
        private final LedgerBook book;
        private final EnrollmentBook enrollment;
        private final BuildTerms terms;
        private final int year;
        private final List<LedgerEntry> entries;
        private final Map<String, LedgerEntry> ofUnit = new TreeMap<>();

        Year(Territory territory, LedgerBook book, EnrollmentBook enrollment, BuildTerms terms, int year) {
            this.territory = territory;
            this.book = book;
            this.enrollment = enrollment;
            this.terms = terms;
            this.year = year;
            this.entries = book.of(year);
            for (Unit unit : territory.units()) {
                latest(LedgerBook.ofUnit(entries, unit.schoolCode()))
                        .ifPresent(entry -> ofUnit.put(unit.schoolCode(), entry));
            }
        }

        void addTo(List<MetricValue> rows) {
            ofUnit.forEach((code, entry) ->
                    rows.add(own(entry).unit(territory.unit(code).orElseThrow()).row()));
            Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
            for (EducationGroup group : territory.groups()) {
                Scope whole = scopes.whole(group);
                Optional<LedgerEntry> own = latest(LedgerBook.ofGroupItself(entries, group));
                List<String> graded =
                        whole.codes().stream().filter(ofUnit::containsKey).toList();
                if (own.isPresent()) {
                    rows.add(own(own.get()).group(group).variant(group.kind()).row());
                } else if (!graded.isEmpty()) {
                    rows.add(weighted(whole, graded).row());
                }
            }
            for (String district : territory.districtCodes()) {
                List<LedgerEntry> graded = ofUnit.entrySet().stream()
                        .filter(unit -> territory.placesOf(unit.getKey()).contains(district))
                        .map(Map.Entry::getValue)
                        .toList();
                if (!graded.isEmpty()) {
                    rows.add(mean(graded).district(district).row());
                }
            }
        }

        private MetricRow own(LedgerEntry entry) {
            return row(List.of(entry)).value(place(entry)).flag(!isKnown(entry), Flag.MISSING_INPUT);
        }

        private MetricRow mean(List<LedgerEntry> graded) {
            List<LedgerEntry> known = graded.stream().filter(this::isKnown).toList();
            return row(known)
                    .value(known.stream().mapToDouble(this::place).average().orElse(Double.NaN))
                    .leftOut(LeftOut.units(graded.size() - known.size()))
                    .inputs(book.inputs(graded))
                    .flag(known.isEmpty(), Flag.MISSING_INPUT);
        }

        private MetricRow weighted(Scope whole, List<String> graded) {
            List<String> known = graded.stream()
                    .filter(code -> isKnown(ofUnit.get(code)) && students(code).isPresent())
                    .toList();
            long students = known.stream()
                    .mapToLong(code -> students(code).orElseThrow())
                    .sum();
            double sum = known.stream()
                    .mapToDouble(code -> students(code).orElseThrow() * place(ofUnit.get(code)))
                    .sum();
            Long fewest =
                    Fewest.of(known.stream().mapToLong(code -> students(code).orElseThrow()));
            List<Inputs> inputs = new ArrayList<>(List.of(whole.membership()));
            known.forEach(code -> inputs.add(enrollment
                    .of(EnrollmentBook.ALL_STAGES, year, code)
                    .orElseThrow()
                    .inputs()));
            inputs.add(book.inputs(known.stream().map(ofUnit::get).toList()));
            return row(List.of())
                    .group(whole.group())
                    .variant(whole.kind())
                    .value(students == 0 ? Double.NaN : sum / students)
                    .counts(students, known.size())
                    .behind(fewest, fewest)
                    .leftOut(LeftOut.units(whole.codes().size() - known.size()))
                    .inputs(Inputs.all(inputs))
                    .flag(students == 0, Flag.MISSING_INPUT)
                    .flag(whole.approximate(), Flag.APPROXIMATE);
        }

        /** Heads the row of these grades. */
        private MetricRow row(List<LedgerEntry> known) {
            return MetricRow.of(LedgerGrade.this, terms)
                    .measure("grade")
                    .year(year)
                    .counts(known.size(), known.size())
                    .behind(Fewest.NO_STUDENTS, Fewest.NO_STUDENTS)
                    .inputs(book.inputs(known));
        }

        private boolean isKnown(LedgerEntry entry) {
            return entry.grade() != null && terms.checklists().grades().contains(entry.grade());
        }

        /** The worst grade has place 1. */
        private double place(LedgerEntry entry) {
            List<String> grades = terms.checklists().grades();
            return isKnown(entry) ? grades.size() - grades.indexOf(entry.grade()) : Double.NaN;
        }

        private Optional<Long> students(String code) {
            return enrollment.of(EnrollmentBook.ALL_STAGES, year, code).map(UnitEnrollment::students);
        }
    }

    private static Optional<LedgerEntry> latest(List<LedgerEntry> entries) {
        return entries.stream().max(BY_DAY);
    }
}
