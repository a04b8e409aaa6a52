package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Segregation;

/**
 * ENR-13 生源分隔指数: how unevenly children of migrant workers and the others are spread over the units of a group or district; and the
 * same without what chance alone gives. 0 is the same mix everywhere, 1 is apart. Source: METRICS B5; card ENR-13.
 */
final class SegregationOfMigrants implements TerritoryMetric {
    /** So that the lots are the same in every build. */
    private static final long SEED = 13;

    @Override
    public String id() {
        return "ENR-13";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Scope scope : EnrollmentScopes.wholes(territory, book, stage, year)) {
                    add(rows, terms, book, stage, year, scope);
                }
            }
        }
        return rows;
    }

    private void add(
            List<MetricValue> rows, BuildTerms terms, EnrollmentBook book, String stage, int year, Scope scope) {
        List<UnitEnrollment> known = scope.codes().stream()
                .map(book.units(stage, year)::get)
                .filter(Objects::nonNull)
                .filter(unit -> unit.migrants() != null && unit.students() != null)
                .toList();
        List<UnitEnrollment> counted = known.stream()
                .filter(SegregationOfMigrants::isPossible)
                .filter(unit -> unit.students() > 0)
                .toList();
        long[] migrants = counted.stream().mapToLong(UnitEnrollment::migrants).toArray();
        long[] others = counted.stream()
                .mapToLong(unit -> unit.students() - unit.migrants())
                .toArray();
        long allMigrants = counted.stream().mapToLong(UnitEnrollment::migrants).sum();
        long all = counted.stream().mapToLong(UnitEnrollment::students).sum();
        long smallerKind = Math.min(allMigrants, all - allMigrants);
        boolean exists = counted.size() >= Rules.UNITS && smallerKind > 0;
        MetricRow row = scope.place(MetricRow.of(this, terms))
                .variant(scope.kind())
                .year(year)
                .stage(stage)
                .counts(all, counted.size())
                .behind(counted.isEmpty() ? null : told(counted, smallerKind), fewest(counted))
                .leftOut(book.without(
                        stage, year, scope.codes(), unit -> known.contains(unit) && isPossible(unit) ? 0L : null))
                .inputs(Inputs.all(known.stream().map(UnitEnrollment::inputs).toList())
                        .and(scope.membership()))
                .flag(known.isEmpty(), Flag.MISSING_INPUT)
                .flag(!known.isEmpty() && smallerKind == 0, Flag.ZERO_MEAN)
                .flag(counted.size() < Rules.UNITS, Flag.K_TOO_SMALL)
                .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE)
                .flag(!known.stream().allMatch(SegregationOfMigrants::isPossible), Flag.INCONSISTENT_SOURCE)
                .flag(smallerKind < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        Segregation found = exists ? Segregation.of(migrants, others) : new Segregation(Double.NaN, Double.NaN);
        Segregation adjusted = exists ? found.minus(Segregation.byChance(migrants, others, Rules.LOTS, SEED)) : found;
        rows.add(row.copy().measure("D").value(found.dissimilarity()).row());
        rows.add(row.copy().measure("H").value(found.information()).row());
        rows.add(row.copy().measure("D_adj").value(adjusted.dissimilarity()).row());
        rows.add(row.copy().measure("H_adj").value(adjusted.information()).row());
    }

    /** The smaller kind; of two units the index gives each count back, so their smallest. */
    private static long told(List<UnitEnrollment> counted, long smallerKind) {
        return counted.size() > Rules.UNITS
                ? smallerKind
                : counted.stream()
                        .mapToLong(unit -> Math.min(unit.migrants(), unit.students() - unit.migrants()))
                        .min()
                        .orElse(0);
    }

    private static Long fewest(List<UnitEnrollment> counted) {
        return Fewest.of(counted.stream().mapToLong(UnitEnrollment::students));
    }

    private static boolean isPossible(UnitEnrollment unit) {
        return unit.migrants() <= unit.students();
    }
}
