package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Concentration;

/**
 * ENR-04 生源集中度: the Herfindahl–Hirschman index of the units' shares in the students of a district or group; variant
 * {@code intake} of their shares in the entrants. One row a stage and one for all stages. Source: METRICS B5; card ENR-04.
 */
final class EnrollmentConcentration implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-04";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        List<String> stages = new ArrayList<>(book.stages());
        stages.add(EnrollmentBook.ALL_STAGES);
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : stages) {
            for (int year : book.years(stage)) {
                for (Scope scope : EnrollmentScopes.wholes(territory, book, stage, year)) {
                    add(rows, terms, book, stage, year, scope, "", UnitEnrollment::students);
                    add(rows, terms, book, stage, year, scope, "intake", UnitEnrollment::intake);
                }
            }
        }
        return rows;
    }

    private void add(
            List<MetricValue> rows,
            BuildTerms terms,
            EnrollmentBook book,
            String stage,
            int year,
            Scope scope,
            String variant,
            Function<UnitEnrollment, Long> count) {
        List<UnitEnrollment> counted = scope.codes().stream()
                .map(book.units(stage, year)::get)
                .filter(Objects::nonNull)
                .filter(unit -> count.apply(unit) != null)
                .toList();
        double[] students = counted.stream()
                .mapToDouble(unit -> count.apply(unit))
                .filter(size -> size > 0)
                .toArray();
        long total = counted.stream().mapToLong(count::apply).sum();
        Long fewest = Fewest.of(counted.stream().mapToLong(unit -> unit.fewest(count)));
        MetricRow row = scope.place(MetricRow.of(this, terms))
                .variant(scope.kind(), variant)
                .year(year)
                .stage(stage)
                .counts(total, students.length)
                .behind(fewest, fewest)
                .leftOut(book.without(stage, year, scope.codes(), count))
                .inputs(Inputs.all(counted.stream().map(UnitEnrollment::inputs).toList())
                        .and(scope.membership()))
                .flag(counted.isEmpty(), Flag.MISSING_INPUT)
                .flag(!counted.isEmpty() && total == 0, Flag.ZERO_MEAN)
                .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE);
        rows.add(row.copy().measure("hhi").value(Concentration.hhi(students)).row());
        rows.add(row.copy()
                .measure("effective")
                .value(Concentration.effectiveNumber(students))
                .row());
        rows.add(row.copy()
                .measure("normalised")
                .value(Concentration.normalisedHhi(students))
                .flag(students.length == 1, Flag.K_TOO_SMALL)
                .row());
    }
}
