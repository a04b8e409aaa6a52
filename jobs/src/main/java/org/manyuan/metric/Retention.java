package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Stage;

/**
 * ENR-09 巩固率: how many of those who entered a stage finished it, of a unit, a group, a district, in the two readings in use. Of units
 * with every cell of the cohort; kindergartens have none. n is the entrants. Source: METRICS A1.3 (Q1), B5; card ENR-09.
 */
final class Retention implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-09";
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
        Map<String, GraduatedCohort> cohorts = new TreeMap<>();
        for (String code : book.units(stage, year).keySet()) {
            territory.unit(code).ifPresent(unit -> GraduatedCohort.of(book, unit, Stage.valueOf(stage), year)
                    .ifPresent(cohort -> cohorts.put(code, cohort)));
        }
        for (String code : book.units(stage, year).keySet()) {
            territory
                    .unit(code)
                    .ifPresent(unit -> add(
                            rows,
                            heading(terms, book, cohorts, stage, year, List.of(code))
                                    .unit(unit),
                            cohorts,
                            List.of(code)));
        }
        for (Scope scope : EnrollmentScopes.wholes(territory, book, stage, year)) {
            MetricRow row = scope.place(heading(terms, book, cohorts, stage, year, scope.codes()))
                    .variant(scope.kind())
                    .leftOut(book.without(
                            stage,
                            year,
                            scope.codes(),
                            unit -> cohorts.containsKey(unit.schoolCode()) ? unit.students() : null))
                    .inputs(inputs(book, cohorts, stage, year, scope.codes()).and(scope.membership()))
                    .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE);
            add(rows, row, cohorts, scope.codes());
        }
    }

    private MetricRow heading(
            BuildTerms terms,
            EnrollmentBook book,
            Map<String, GraduatedCohort> cohorts,
            String stage,
            int year,
            List<String> codes) {
        GraduatedCohort cohort = together(cohorts, codes);
        List<String> units = codes.stream().filter(cohorts::containsKey).toList();
        return MetricRow.of(this, terms)
                .year(year)
                .stage(stage)
                .counts(cohort.entrants(), units.size())
                .inputs(inputs(book, cohorts, stage, year, codes))
                .flag(units.isEmpty(), Flag.MISSING_INPUT)
                .flag(book.assumesASystem(stage, year, units), Flag.APPROXIMATE)
                .flag(cohort.entrants() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    /** The cohorts' rows; where there is no whole cohort, those of the year it would have finished in. */
    private static Inputs inputs(
            EnrollmentBook book, Map<String, GraduatedCohort> cohorts, String stage, int year, List<String> codes) {
        Inputs whole = together(cohorts, codes).inputs();
        if (codes.stream().anyMatch(cohorts::containsKey)) {
            return whole;
        }
        return Inputs.all(codes.stream()
                .flatMap(code -> book.of(stage, year, code).stream())
                .map(UnitEnrollment::inputs)
                .toList());
    }

    private static void add(
            List<MetricValue> rows, MetricRow row, Map<String, GraduatedCohort> cohorts, List<String> codes) {
        GraduatedCohort cohort = together(cohorts, codes);
        List<GraduatedCohort> units =
                codes.stream().filter(cohorts::containsKey).map(cohorts::get).toList();
        row.behind(
                Fewest.of(units.stream().mapToLong(GraduatedCohort::graduates)),
                Fewest.of(units.stream().mapToLong(GraduatedCohort::entrants)));
        double ofEntrants = share(cohort.ofEntrants());
        rows.add(row.copy()
                .measure("v7")
                .value(ofEntrants)
                .flag(!units.isEmpty() && Double.isNaN(ofEntrants), Flag.BASE_MISSING)
                .flag(ofEntrants > 1 || ofEntrants < 0, Flag.INCONSISTENT_SOURCE)
                .row());
        double ofThoseThere = share(cohort.ofThoseThere());
        rows.add(row.copy()
                .measure("v10")
                .value(Double.isNaN(ofThoseThere) ? ofThoseThere : Math.min(ofThoseThere, 1))
                .valueRaw(ofThoseThere > 1 ? ofThoseThere : Double.NaN)
                .flag(!units.isEmpty() && Double.isNaN(ofThoseThere), Flag.BASE_MISSING)
                .row());
    }

    /** NaN where nobody is left to finish. */
    private static double share(RateCount count) {
        return count.of() > 0 ? count.share() : Double.NaN;
    }

    private static GraduatedCohort together(Map<String, GraduatedCohort> cohorts, List<String> codes) {
        return codes.stream()
                .filter(cohorts::containsKey)
                .map(cohorts::get)
                .reduce(GraduatedCohort.NOBODY, GraduatedCohort::plus);
    }
}
