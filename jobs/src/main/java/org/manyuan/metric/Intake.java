package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/**
 * ENR-01 招生数: the new entrants of a stage of a unit, a group or a side of it, a district. Students; a full count without interval.
 * Source: METRICS B5; card ENR-01.
 */
final class Intake implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-01";
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
                for (Entry entry : Entry.values()) {
                    for (String code : book.units(stage, year).keySet()) {
                        territory
                                .unit(code)
                                .ifPresent(unit ->
                                        rows.add(count(terms, book, stage, year, entry, List.of(code), Inputs.none())
                                                .unit(unit)
                                                .variant(entry.variant())
                                                .row()));
                    }
                    for (Scope scope : EnrollmentScopes.all(territory, book, stage, year)) {
                        rows.add(scope.place(count(terms, book, stage, year, entry, scope.codes(), scope.membership()))
                                .variant(scope.kind(), scope.side(), entry.variant())
                                .leftOut(book.without(stage, year, scope.codes(), entry))
                                .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE)
                                .row());
                    }
                }
            }
        }
        return rows;
    }

    private MetricRow count(
            BuildTerms terms,
            EnrollmentBook book,
            String stage,
            int year,
            Entry entry,
            List<String> codes,
            Inputs membership) {
        List<UnitEnrollment> counted = codes.stream()
                .map(book.units(stage, year)::get)
                .filter(Objects::nonNull)
                .filter(unit -> entry.apply(unit) != null)
                .toList();
        long students = counted.stream().mapToLong(entry::apply).sum();
        Long fewest = Fewest.of(counted.stream().mapToLong(entry::apply));
        return MetricRow.of(this, terms)
                .measure("intake")
                .year(year)
                .stage(stage)
                .value(counted.isEmpty() ? Double.NaN : students)
                .counts(students, counted.size())
                .behind(fewest, fewest)
                .inputs(Inputs.all(counted.stream().map(UnitEnrollment::inputs).toList())
                        .and(membership))
                .flag(counted.isEmpty(), Flag.MISSING_INPUT);
    }
}
