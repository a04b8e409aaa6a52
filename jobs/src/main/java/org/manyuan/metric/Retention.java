package org.manyuan.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;

/**
 * ENR-09 巩固率: how many of those who entered a stage finished it, of a unit, a group, a district, in the two readings in use. Of panel units
 * with every cell of the cohort; kindergartens have none. n is the entrants. Source: METRICS A1.3 (Q1), B5; card ENR-09.
 */
final class Retention implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-09";
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
            if (Stage.valueOf(stage) != Stage.K) {
                for (int year : book.years(stage)) {
                    addYear(rows, territory, terms, book, stage, year);
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
            int year) {
        Map<String, GraduatedCohort.Due> due = GraduatedCohort.all(book, territory, Stage.valueOf(stage), year);
        for (String code : book.units(stage, year).keySet()) {
            territory
                    .unit(code)
                    .ifPresent(unit -> add(
                            rows,
                            heading(terms, book, due, stage, year, List.of(code))
                                    .unit(unit),
                            GraduatedCohort.within(due, List.of(code))));
        }
        for (Scope scope : EnrollmentScopes.wholes(territory, book, stage, year)) {
            List<GraduatedCohort.Due> used = GraduatedCohort.within(due, scope.codes());
            Set<String> counted = new HashSet<>();
            used.forEach(one -> counted.addAll(one.unit().now()));
            MetricRow row = scope.place(heading(terms, book, due, stage, year, scope.codes()))
                    .variant(scope.kind())
                    .leftOut(book.without(
                            stage,
                            year,
                            scope.codes().stream()
                                    .filter(code -> !counted.contains(code))
                                    .toList(),
                            unit -> null))
                    .inputs(inputs(book, used, stage, year, scope.codes()).and(scope.membership()))
                    .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE);
            add(rows, row, used);
        }
    }

    private MetricRow heading(
            BuildTerms terms,
            EnrollmentBook book,
            Map<String, GraduatedCohort.Due> due,
            String stage,
            int year,
            List<String> codes) {
        List<GraduatedCohort.Due> used = GraduatedCohort.within(due, codes);
        long entrants = GraduatedCohort.together(used).entrants();
        return MetricRow.of(this, terms)
                .year(year)
                .stage(stage)
                .counts(entrants, used.size())
                .inputs(inputs(book, used, stage, year, codes))
                .flag(used.isEmpty(), Flag.MISSING_INPUT)
                .flag(
                        book.assumesASystem(
                                stage,
                                year,
                                used.stream()
                                        .flatMap(one -> one.unit().now().stream())
                                        .toList()),
                        Flag.APPROXIMATE)
                .flag(entrants < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    /** The cohorts' rows; where there is no whole cohort, those of the year it would have finished in. */
    private static Inputs inputs(
            EnrollmentBook book, List<GraduatedCohort.Due> used, String stage, int year, List<String> codes) {
        return used.isEmpty()
                ? Inputs.all(book.rows(stage, year, codes).stream()
                        .map(UnitEnrollment::inputs)
                        .toList())
                : GraduatedCohort.together(used).inputs();
    }

    private static void add(List<MetricValue> rows, MetricRow row, List<GraduatedCohort.Due> used) {
        GraduatedCohort cohort = GraduatedCohort.together(used);
        row.behind(
                Fewest.of(used.stream().mapToLong(one -> one.cohort().graduates())),
                Fewest.of(used.stream().mapToLong(one -> one.cohort().entrants())));
        double ofEntrants = share(cohort.ofEntrants());
        rows.add(row.copy()
                .measure("v7")
                .value(ofEntrants)
                .flag(!used.isEmpty() && Double.isNaN(ofEntrants), Flag.BASE_MISSING)
                .flag(ofEntrants > 1 || ofEntrants < 0, Flag.INCONSISTENT_SOURCE)
                .row());
        double ofThoseThere = share(cohort.ofThoseThere());
        rows.add(row.copy()
                .measure("v10")
                .value(Double.isNaN(ofThoseThere) ? ofThoseThere : Math.min(ofThoseThere, 1))
                .valueRaw(ofThoseThere > 1 ? ofThoseThere : Double.NaN)
                .flag(!used.isEmpty() && Double.isNaN(ofThoseThere), Flag.BASE_MISSING)
                .row());
    }

    /** NaN where nobody is left to finish. */
    private static double share(RateCount count) {
        return count.of() > 0 ? count.share() : Double.NaN;
    }
}
