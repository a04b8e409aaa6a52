package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * ENR-03 招生份额变化: the share of a unit in the entrants of its group and of its county, or of a group in those of the smallest
 * district that holds it, now minus in the base year. Units with the count in both years, so the shifts of a whole add to zero.
 * Source: METRICS B5; card ENR-03.
 */
final class IntakeShareShift implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-03";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Entry entry : Entry.values()) {
                    new Shift(territory, terms, book, stage, year, entry).addTo(rows);
                }
            }
        }
        return rows;
    }

    /** The shifts of one stage, year and way of counting. */
    private final class Shift {
        private final Territory territory;
        private final BuildTerms terms;
        private final EnrollmentBook book;
        private final EnrollmentComparisons comparisons;
        private final String stage;
        private final int year;
        private final Entry entry;
        private final Map<String, EnrollmentChange> ofDistrict = new HashMap<>();

        Shift(Territory territory, BuildTerms terms, EnrollmentBook book, String stage, int year, Entry entry) {
            this.territory = territory;
            this.terms = terms;
            this.book = book;
            this.comparisons = new EnrollmentComparisons(territory, book);
            this.stage = stage;
            this.year = year;
            this.entry = entry;
        }

        void addTo(List<MetricValue> rows) {
            boolean previous = comparisons.hasYearBefore(stage, year);
            if (previous) {
                book.units(stage, year).keySet().forEach(code -> rows.add(unitInCounty(unit(code), year - 1, "", "")));
            }
            Scopes scopes = comparisons.scopes(stage, year);
            for (EducationGroup group : EnrollmentScopes.groups(territory, book, scopes, stage, year)) {
                Scope whole = scopes.whole(group);
                if (previous) {
                    addGroup(rows, whole, year - 1, "");
                }
                OptionalInt founding = comparisons.foundingOf(stage, year, entry, group);
                founding.ifPresent(base -> addGroup(rows, whole, base, YearComparison.FOUNDING));
            }
            for (String kind : territory.kinds()) {
                comparisons.earliestGroups(stage, year, kind).forEach((code, group) -> comparisons
                        .foundingOf(stage, year, entry, group)
                        .ifPresent(base -> rows.add(unitInCounty(unit(code), base, kind, YearComparison.FOUNDING))));
            }
        }

        private void addGroup(List<MetricValue> rows, Scope group, int baseYear, String base) {
            List<String> then =
                    comparisons.scopes(stage, baseYear).whole(group.group()).codes();
            EnrollmentChange all = EnrollmentChange.of(book, stage, entry, baseYear, year, group.codes(), then);
            for (String code : enrolled(group)) {
                MetricRow row = start("in_group", baseYear, group.kind(), base)
                        .group(group.group())
                        .unit(unit(code));
                rows.add(shift(row, List.of(code), all)
                        .inputs(all.inputs().and(group.membership()))
                        .flag(EnrollmentScopes.approximate(book, stage, year, group), Flag.APPROXIMATE)
                        .row());
            }
            MetricRow row = group.place(start("in_district", baseYear, group.kind(), base));
            EnrollmentChange district = district(smallestWith(group.codes()), baseYear);
            rows.add(shift(row, group.codes(), district)
                    .leftOut(all.leftOut())
                    .inputs(district.inputs().and(group.membership()))
                    .flag(EnrollmentScopes.approximate(book, stage, year, group), Flag.APPROXIMATE)
                    .row());
        }

        private MetricValue unitInCounty(Unit unit, int baseYear, String kind, String base) {
            EnrollmentChange all =
                    district(territory.places(unit.districtCode()).get(0), baseYear);
            return shift(start("in_district", baseYear, kind, base).unit(unit), List.of(unit.schoolCode()), all)
                    .inputs(all.inputs())
                    .row();
        }

        private MetricRow start(String measure, int baseYear, String kind, String base) {
            return MetricRow.of(IntakeShareShift.this, terms)
                    .measure(measure)
                    .variant(kind, base, entry.variant())
                    .year(year)
                    .baseYear(baseYear)
                    .stage(stage);
        }

        /**
         * The part's share in the panel of the whole, now minus then. n is the part's count in the base year. Two shares give the
         * whole's totals, so every count of the panel is behind each of them.
         */
        private MetricRow shift(MetricRow row, List<String> codes, EnrollmentChange whole) {
            EnrollmentChange part = EnrollmentChange.of(book, stage, entry, row.baseYear(), year, codes, codes);
            List<PanelUnit> used =
                    part.panel().stream().filter(whole.panel()::contains).toList();
            boolean usable = !used.isEmpty() && whole.base() > 0 && whole.now() > 0;
            double shift = (double) part.now() / whole.now() - (double) part.base() / whole.base();
            boolean assumed = book.assumesASystem(stage, row.baseYear(), year, whole.panel());
            return row.value(usable ? shift : Double.NaN)
                    .counts(part.base(), used.size())
                    .behind(whole.fewest(), whole.fewest())
                    .flag(!part.countedNow(), Flag.MISSING_INPUT)
                    .flag(used.isEmpty() || whole.base() == 0, Flag.BASE_MISSING)
                    .flag(whole.now() == 0, Flag.ZERO_MEAN)
                    .flag(assumed, Flag.APPROXIMATE);
        }

        private EnrollmentChange district(String districtCode, int baseYear) {
            return ofDistrict.computeIfAbsent(districtCode + "|" + baseYear, any -> {
                List<String> codes = territory.unitsIn(districtCode).stream()
                        .map(Unit::schoolCode)
                        .toList();
                return EnrollmentChange.of(book, stage, entry, baseYear, year, codes, codes);
            });
        }

        private String smallestWith(List<String> codes) {
            List<String> places =
                    new ArrayList<>(territory.places(unit(codes.get(0)).districtCode()));
            codes.forEach(code -> places.retainAll(territory.places(unit(code).districtCode())));
            return places.get(0);
        }

        private List<String> enrolled(Scope scope) {
            return scope.codes().stream()
                    .filter(book.units(stage, year)::containsKey)
                    .toList();
        }

        private Unit unit(String code) {
            return territory.unit(code).orElseThrow();
        }
    }
}
