package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.ShiftShare;

/**
 * ENR-06 偏离–份额分解: what of the change of entrants of a unit, a group, a district went with the whole territory, what with the kind
 * of place, and what is its own. Entrants; the three parts and those of new units add to the change. n is the base year's count.
 * Source: METRICS B5; card ENR-06.
 */
final class IntakeShiftShare implements TerritoryMetric {
    private static final String BY_DISTRICT = "district";

    @Override
    public String id() {
        return "ENR-06";
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
                    addYear(rows, territory, terms, book, stage, year, entry);
                }
            }
        }
        return rows;
    }

    private void addYear(
            List<MetricValue> rows,
            Territory territory,
            BuildTerms terms,
            EnrollmentBook book,
            String stage,
            int year,
            Entry entry) {
        Map<String, IntakeStrata> known = new HashMap<>();
        for (YearComparison compared : compared(new EnrollmentComparisons(territory, book), stage, year, entry)) {
            int base = compared.baseYear();
            for (boolean byDistrict : new boolean[] {false, true}) {
                IntakeStrata strata = known.computeIfAbsent(
                        base + "|" + byDistrict,
                        any -> IntakeStrata.of(territory, book, stage, base, year, entry, byDistrict));
                EnrollmentChange change = EnrollmentChange.of(
                        book,
                        stage,
                        entry,
                        base,
                        year,
                        strata.without(compared.codes()),
                        strata.without(compared.codesAtBase()));
                MetricRow row = compared.place(
                                MetricRow.of(this, terms), byDistrict ? BY_DISTRICT : "", entry.variant())
                        .year(year)
                        .stage(stage)
                        .flag(book.assumesASystem(stage, base, year, change.panel()), Flag.APPROXIMATE);
                add(rows, row, compared, change, strata);
            }
        }
    }

    /** Units, groups and districts as wholes. */
    private static List<YearComparison> compared(
            EnrollmentComparisons comparisons, String stage, int year, Entry entry) {
        return Stream.concat(
                        comparisons.units(stage, year, entry).stream(),
                        comparisons.scopes(stage, year, entry).stream()
                                .filter(compared -> compared.scope().side().isEmpty()))
                .toList();
    }

    private static void add(
            List<MetricValue> rows,
            MetricRow row,
            YearComparison compared,
            EnrollmentChange change,
            IntakeStrata strata) {
        List<PanelUnit> used = strata.within(compared.codes());
        ShiftShare sum = strata.sum(used);
        boolean assumed = used.stream().anyMatch(strata.unsettled()::contains);
        row.counts(sum.base(), used.size())
                .behind(strata.fewest(), strata.fewest())
                .leftOut(compared.unit() == null ? change.leftOut() : LeftOut.NOTHING)
                .inputs(strata.inputs().and(compared.membership()))
                .flag(!change.countedNow() && used.isEmpty(), Flag.MISSING_INPUT)
                .flag(compared.approximate(), Flag.APPROXIMATE);
        boolean exists = sum.base() > 0;
        MetricRow part =
                row.copy().flag(!exists, Flag.BASE_MISSING).flag(sum.base() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        rows.add(part.copy()
                .measure("national")
                .value(exists ? sum.national() : Double.NaN)
                .row());
        part.flag(assumed, Flag.APPROXIMATE);
        rows.add(part.copy()
                .measure("mix")
                .value(exists ? sum.mix() : Double.NaN)
                .row());
        rows.add(part.copy()
                .measure("competitive")
                .value(exists ? sum.competitive() : Double.NaN)
                .row());
        rows.add(row.measure("new_units")
                .value(used.isEmpty() ? Double.NaN : sum.newUnits())
                .flag(used.isEmpty(), Flag.BASE_MISSING)
                .row());
    }
}
