package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.SchoolYear;
import org.manyuan.domain.TeacherFact;
import org.manyuan.domain.Unit;

/**
 * GOV-05 成员校获奖份额: the members' share of the awards of a group's units over their share of its full-time teachers; 1 is in
 * proportion. A unit by its own shares, once for each of its groups; a district by the sums over the groups of a kind whose authority
 * lies in it. A group that lacks a lead's roll, or that has nobody but members, has no shares. One entry is one award; n is the awards.
 * Source: METRICS B8; card GOV-05.
 */
final class AwardRatio implements TerritoryMetric {
    @Override
    public String id() {
        return "GOV-05";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        LedgerBook book = new LedgerBook(
                territory, facts, terms, entry -> entry.kind().equals("award") && entry.schoolCode() != null);
        ExchangeBook staff = new ExchangeBook(territory, facts, terms);
        List<MetricValue> rows = new ArrayList<>();
        for (int year : book.years()) {
            new Year(territory, book, staff, terms, year).addTo(rows);
        }
        return rows;
    }

    /** Awards and teachers of some units of groups, and of all of them. */
    private static final class Shares {
        private long awards;
        private long teachers;
        private long ofAwards;
        private long ofTeachers;
        private final Set<String> units = new TreeSet<>();
        private final Set<String> leftOut = new TreeSet<>();
        private boolean hasSome;
        private boolean approximate;
        private final List<Inputs> inputs = new ArrayList<>();

        double ratio() {
            return ofAwards == 0 || ofTeachers == 0 || teachers == 0
                    ? Double.NaN
                    : (double) awards / ofAwards / ((double) teachers / ofTeachers);
        }
    }

    /** One school year. */
    private final class Year {
        private final Territory territory;
        private final LedgerBook book;
        private final ExchangeBook staff;
        private final BuildTerms terms;
        private final int year;
        private final Scopes scopes;
        private final Map<String, List<LedgerEntry>> awards = new TreeMap<>();

        Year(Territory territory, LedgerBook book, ExchangeBook staff, BuildTerms terms, int year) {
            this.territory = territory;
            this.book = book;
            this.staff = staff;
            this.terms = terms;
            this.year = year;
            this.scopes = Scopes.on(territory, SchoolYear.firstDay(year));
            for (LedgerEntry award : book.of(year)) {
                awards.computeIfAbsent(award.schoolCode(), any -> new ArrayList<>())
                        .add(award);
            }
        }

        void addTo(List<MetricValue> rows) {
            for (EducationGroup group : territory.groups()) {
                Scope whole = scopes.whole(group);
                if (whole.codes().stream().anyMatch(awards::containsKey)) {
                    rows.add(row(shares(List.of(group), this::members))
                            .group(group)
                            .variant(group.kind())
                            .row());
                    for (String code : whole.codes()) {
                        Unit unit = territory.unit(code).orElseThrow();
                        rows.add(row(shares(List.of(group), any -> List.of(code)))
                                .group(group)
                                .unit(unit)
                                .variant(group.kind())
                                .row());
                    }
                }
            }
            awards.keySet().stream()
                    .filter(code -> territory.groups().stream()
                            .noneMatch(group -> scopes.whole(group).codes().contains(code)))
                    .flatMap(code -> territory.unit(code).stream())
                    .forEach(unit -> rows.add(row(shares(List.of(), this::members))
                            .unit(unit)
                            .inputs(book.inputs(awards.get(unit.schoolCode())))
                            .row()));
            for (String district : territory.districtCodes()) {
                for (String kind : territory.kinds()) {
                    addDistrict(rows, district, kind);
                }
            }
        }

        private void addDistrict(List<MetricValue> rows, String district, String kind) {
            List<EducationGroup> groups = AuthorityGroups.of(territory, kind, district);
            if (groups.stream()
                    .flatMap(group -> scopes.whole(group).codes().stream())
                    .anyMatch(awards::containsKey)) {
                rows.add(row(shares(groups, this::members))
                        .district(district)
                        .variant(kind)
                        .row());
            }
        }

        private List<String> members(EducationGroup group) {
            return scopes.side(group, Scopes.MEMBER).codes();
        }

        /**
         * Units without a roll that says who is a full-time teacher are left out with their awards: all of the group where a lead is one
         * of them, or where they are all that there is to compare with.
         */
        private Shares shares(List<EducationGroup> groups, Function<EducationGroup, List<String>> some) {
            Shares shares = new Shares();
            for (EducationGroup group : groups) {
                Scope whole = scopes.whole(group);
                List<String> own = some.apply(group);
                shares.approximate |= whole.approximate();
                shares.inputs.add(whole.membership());
                if (!own.containsAll(whole.codes())) {
                    List<String> known = whole.codes().stream()
                            .filter(code -> staff.fullTimeTeachers(year, code) != null)
                            .toList();
                    boolean isTold =
                            known.containsAll(scopes.side(group, Scopes.LEAD).codes()) && !own.containsAll(known);
                    shares.leftOut.addAll(whole.codes());
                    if (isTold) {
                        known.forEach(code -> add(shares, code, own.contains(code)));
                    }
                }
            }
            shares.leftOut.removeAll(shares.units);
            return shares;
        }

        private void add(Shares shares, String code, boolean isOfSome) {
            List<LedgerEntry> own = awards.getOrDefault(code, List.of());
            long teachers = staff.fullTimeTeachers(year, code);
            shares.units.add(code);
            shares.hasSome |= isOfSome;
            shares.ofAwards += own.size();
            shares.ofTeachers += teachers;
            if (isOfSome) {
                shares.awards += own.size();
                shares.teachers += teachers;
            }
            shares.inputs.add(book.inputs(own));
            for (TeacherFact teacher : staff.roll(year, code)) {
                shares.inputs.add(ExchangeBook.inputs(teacher).from(territory.originOf(code)));
            }
        }

        private MetricRow row(Shares shares) {
            double ratio = shares.ratio();
            return MetricRow.of(AwardRatio.this, terms)
                    .measure("ratio")
                    .year(year)
                    .value(ratio)
                    .counts(shares.ofAwards, shares.units.size())
                    .leftOut(LeftOut.units(shares.leftOut.size()))
                    .inputs(Inputs.all(shares.inputs))
                    .flag(!shares.hasSome && !shares.leftOut.isEmpty(), Flag.MISSING_INPUT)
                    .flag(Double.isNaN(ratio), Flag.BASE_MISSING)
                    .flag(shares.approximate, Flag.APPROXIMATE);
        }
    }
}
