package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * TCH-09 跨校师徒覆盖率: of the teachers of member units who have been at their school for less than so many years, the share with a mentor
 * of another unit during the school year. Years in service are not handed in, so every row is APPROXIMATE. Source: METRICS A6; card
 * TCH-09.
 */
final class Mentoring implements TerritoryMetric {
    @Override
    public String id() {
        return "TCH-09";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook ledger = new LedgerBook(
                territory, facts, terms, entry -> entry.kind().equals("mentoring") && entry.personKey() != null);
        ExchangeBook book = new ExchangeBook(territory, facts, terms);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            List<LedgerEntry> pairs = ledger.during(year);
            Set<String> counties = counties(territory, book, pairs, year);
            for (StaffScope scope : StaffScope.ofSide(Scopes.MEMBER, territory, book, year)) {
                rows.add(count(scope, book, ledger, pairs, counties, terms)
                        .share(this, terms, "share")
                        .row());
            }
        }
        return rows;
    }

    private static StaffCount count(
            StaffScope scope,
            ExchangeBook book,
            LedgerBook ledger,
            List<LedgerEntry> pairs,
            Set<String> counties,
            BuildTerms terms) {
        Map<String, List<LedgerEntry>> ofNovice = new TreeMap<>();
        pairs.forEach(pair -> ofNovice.computeIfAbsent(pair.personKey(), any -> new ArrayList<>())
                .add(pair));
        StaffCount count = new StaffCount(scope);
        count.assumes(true);
        for (Unit unit : scope.units()) {
            List<TeacherFact> roll = scope.roll(book, unit);
            boolean said = roll.stream().anyMatch(teacher -> teacher.atSchoolSince() != null);
            if (said && counties.contains(book.county(unit))) {
                count.uses(unit);
                for (TeacherFact teacher : roll) {
                    count.rests(ExchangeBook.inputs(teacher).from(unit.origin()));
                    if (isNovice(teacher, terms)) {
                        count.counts(teacher.teacherKey());
                        List<LedgerEntry> across = ofNovice.getOrDefault(teacher.teacherKey(), List.of()).stream()
                                .filter(pair -> isAcross(pair, unit))
                                .toList();
                        if (!across.isEmpty()) {
                            count.reaches(teacher.teacherKey());
                            count.rests(ledger.inputs(across));
                        }
                    }
                }
            }
        }
        return count;
    }

    private static boolean isNovice(TeacherFact teacher, BuildTerms terms) {
        return teacher.atSchoolSince() != null
                && teacher.schoolYear() - SchoolYear.of(teacher.atSchoolSince()) < terms.noviceYears();
    }

    /** The mentor is known and of another unit than the entry's and the roll's. */
    private static boolean isAcross(LedgerEntry pair, Unit unit) {
        return pair.otherPersonKey() != null
                && pair.otherSchoolCode() != null
                && !pair.otherSchoolCode().equals(pair.schoolCode())
                && !pair.otherSchoolCode().equals(unit.schoolCode());
    }

    /** The counties that handed in a mentoring of the year: elsewhere none is not the same as nothing handed in. */
    private static Set<String> counties(Territory territory, ExchangeBook book, List<LedgerEntry> pairs, int year) {
        Set<String> counties = new TreeSet<>();
        for (LedgerEntry pair : pairs) {
            String school = pair.schoolCode() != null
                    ? pair.schoolCode()
                    : book.teacher(year, pair.personKey())
                            .map(TeacherFact::schoolCode)
                            .orElse("");
            territory.unit(school).ifPresent(unit -> counties.add(book.county(unit)));
        }
        return counties;
    }
}
