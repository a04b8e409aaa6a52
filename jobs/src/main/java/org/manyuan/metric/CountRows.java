package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/** The rows of a count of students: one per unit, group, side and district that has rows of the stage in the year. A full count. */
final class CountRows {
    private final Metric metric;
    private final BuildTerms terms;
    private final Territory territory;
    private final EnrollmentBook book;

    CountRows(Metric metric, BuildTerms terms, Territory territory, EnrollmentBook book) {
        this.metric = metric;
        this.terms = terms;
        this.territory = territory;
        this.book = book;
    }

    /**
     * The rows of a stage in a year.
     *
     * @param count null where it is unknown of a unit
     * @param variant which count it is; empty for the default
     */
    List<MetricValue> of(String measure, String variant, String stage, int year, Function<UnitEnrollment, Long> count) {
        List<MetricValue> rows = new ArrayList<>();
        for (String code : book.units(stage, year).keySet()) {
            territory
                    .unit(code)
                    .ifPresent(unit -> rows.add(row(measure, stage, year, count, List.of(code), Inputs.none())
                            .unit(unit)
                            .variant(variant)
                            .row()));
        }
        for (Scope scope : EnrollmentScopes.all(territory, book, stage, year)) {
            rows.add(scope.place(row(measure, stage, year, count, scope.codes(), scope.membership()))
                    .variant(scope.kind(), scope.side(), variant)
                    .leftOut(book.without(stage, year, scope.codes(), count))
                    .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE)
                    .row());
        }
        return rows;
    }

    private MetricRow row(
            String measure,
            String stage,
            int year,
            Function<UnitEnrollment, Long> count,
            List<String> codes,
            Inputs membership) {
        List<UnitEnrollment> counted = codes.stream()
                .map(book.units(stage, year)::get)
                .filter(Objects::nonNull)
                .filter(unit -> count.apply(unit) != null)
                .toList();
        long students = counted.stream().mapToLong(count::apply).sum();
        Long fewest = Fewest.of(counted.stream().mapToLong(unit -> unit.fewest(count)));
        return MetricRow.of(metric, terms)
                .measure(measure)
                .year(year)
                .stage(stage)
                .value(counted.isEmpty() ? Double.NaN : students)
                .counts(students, counted.size())
                .behind(fewest, fewest)
                .inputs(Inputs.all(counted.stream().map(UnitEnrollment::inputs).toList())
                        .and(membership))
                .flag(counted.isEmpty(), Flag.MISSING_INPUT)
                .flag(Entry.is(count) && book.assumesASystem(stage, year, codes), Flag.APPROXIMATE);
    }
}
