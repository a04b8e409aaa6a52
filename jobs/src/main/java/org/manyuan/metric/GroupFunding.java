package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;

/**
 * RES-22 生均集团经费: the money that a group and its members were given in a school year, in yuan, over the students of its members; of a
 * district the sums over the groups of a kind whose authority lies in it. A full count; n is the students. Source: METRICS B8; card
 * RES-22.
 */
final class GroupFunding implements TerritoryMetric {
    @Override
    public String id() {
        return "RES-22";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    /** One group with money: what it got and who shares it. */
    private record Funded(Scope members, List<LedgerEntry> money, List<UnitEnrollment> pupils, LeftOut leftOut) {}

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book =
                new LedgerBook(territory, facts, terms, entry -> entry.kind().equals("funding"));
        EnrollmentBook enrollment = new EnrollmentBook(territory, facts.enrollment());
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            for (EducationGroup group : territory.groups()) {
                List<Funded> own = funded(territory, book, enrollment, year, List.of(group));
                if (!own.isEmpty()) {
                    rows.add(row(book, own, terms)
                            .group(group)
                            .variant(group.kind())
                            .year(year)
                            .row());
                }
            }
            for (String district : territory.districtCodes()) {
                for (String kind : territory.kinds()) {
                    List<Funded> all =
                            funded(territory, book, enrollment, year, AuthorityGroups.of(territory, kind, district));
                    if (!all.isEmpty()) {
                        rows.add(row(book, all, terms)
                                .district(district)
                                .variant(kind)
                                .year(year)
                                .row());
                    }
                }
            }
        }
        return rows;
    }

    private static List<Funded> funded(
            Territory territory, LedgerBook book, EnrollmentBook enrollment, int year, List<EducationGroup> groups) {
        Scopes scopes = Scopes.on(territory, SchoolYear.firstDay(year));
        List<Funded> funded = new ArrayList<>();
        for (EducationGroup group : groups) {
            Scope members = scopes.side(group, Scopes.MEMBER);
            List<LedgerEntry> money = LedgerBook.ofGroup(book.of(year), group, members.codes());
            if (!money.isEmpty()) {
                List<UnitEnrollment> pupils = members.codes().stream()
                        .map(enrollment.units(EnrollmentBook.ALL_STAGES, year)::get)
                        .filter(unit -> unit != null && unit.students() != null)
                        .toList();
                funded.add(new Funded(
                        members, money, pupils, LeftOut.units(members.codes().size() - pupils.size())));
            }
        }
        return funded;
    }

    /** A unit that shares two groups is counted once, and so is an entry about it. */
    private MetricRow row(LedgerBook book, List<Funded> groups, BuildTerms terms) {
        Map<String, LedgerEntry> byNumber = new TreeMap<>();
        Map<String, UnitEnrollment> byUnit = new TreeMap<>();
        for (Funded group : groups) {
            group.money.forEach(entry -> byNumber.put(entry.entryId(), entry));
            group.pupils.forEach(unit -> byUnit.put(unit.schoolCode(), unit));
        }
        List<LedgerEntry> money = List.copyOf(byNumber.values());
        List<BigDecimal> amounts =
                money.stream().map(Exact::yuan).filter(Objects::nonNull).toList();
        List<UnitEnrollment> pupils = List.copyOf(byUnit.values());
        BigDecimal yuan = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        long students = pupils.stream().mapToLong(UnitEnrollment::students).sum();
        boolean missing = amounts.isEmpty() || pupils.isEmpty();
        List<Inputs> inputs = new ArrayList<>(List.of(book.inputs(money)));
        pupils.forEach(unit -> inputs.add(unit.inputs()));
        groups.forEach(group -> inputs.add(group.members.membership()));
        Long fewest = Fewest.of(pupils.stream().mapToLong(UnitEnrollment::students));
        return MetricRow.of(this, terms)
                .measure("yuan_per_pupil")
                .value(missing || students == 0 ? Double.NaN : yuan.doubleValue() / students)
                .counts(students, pupils.size())
                .behind(missing ? null : (Long) students, fewest)
                .leftOut(LeftOut.units(groups.stream()
                        .mapToLong(group -> group.leftOut.units())
                        .sum()))
                .inputs(Inputs.all(inputs))
                .flag(missing, Flag.MISSING_INPUT)
                .flag(!missing && students == 0, Flag.BASE_MISSING)
                .flag(
                        amounts.size() < money.size()
                                || money.stream().anyMatch(Exact::isBounded)
                                || groups.stream().anyMatch(group -> group.members.approximate()),
                        Flag.APPROXIMATE);
    }
}
