package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;

/**
 * The rows of a share of students: one per unit, group and district that has rows of the stage in the year. A pool is the sum of the
 * parts over the sum of the wholes of the units that have both. A full count, so without interval; n is the whole.
 *
 * @param part null where it is unknown of a unit
 * @param whole null where it is unknown of a unit
 */
record ShareRows(
        Metric metric,
        BuildTerms terms,
        Territory territory,
        EnrollmentBook book,
        String measure,
        Function<UnitEnrollment, Long> part,
        Function<UnitEnrollment, Long> whole) {

    /** Those of units. */
    List<MetricValue> units(String stage, int year) {
        List<MetricValue> rows = new ArrayList<>();
        for (String code : book.units(stage, year).keySet()) {
            territory
                    .unit(code)
                    .ifPresent(unit -> rows.add(row(stage, year, List.of(code), Inputs.none())
                            .unit(unit)
                            .row()));
        }
        return rows;
    }

    /** Those of groups and districts. */
    List<MetricValue> wholes(String stage, int year) {
        return EnrollmentScopes.wholes(territory, book, stage, year).stream()
                .map(scope -> of(scope, stage, year))
                .toList();
    }

    /** That of one of them. */
    MetricValue of(Scope scope, String stage, int year) {
        return scope.place(row(stage, year, scope.codes(), scope.membership()))
                .variant(scope.kind())
                .leftOut(book.without(stage, year, scope.codes(), unit -> isKnown(unit) ? whole.apply(unit) : null))
                .flag(EnrollmentScopes.approximate(book, stage, year, scope), Flag.APPROXIMATE)
                .row();
    }

    private MetricRow row(String stage, int year, List<String> codes, Inputs membership) {
        List<UnitEnrollment> counted = codes.stream()
                .map(book.units(stage, year)::get)
                .filter(Objects::nonNull)
                .filter(this::isKnown)
                .toList();
        RateCount count = new RateCount(
                counted.stream().mapToLong(part::apply).sum(),
                counted.stream().mapToLong(whole::apply).sum());
        return MetricRow.of(metric, terms)
                .measure(measure)
                .year(year)
                .stage(stage)
                .value(count.share())
                .counts(count.of(), counted.size())
                .behind(
                        Fewest.of(counted.stream().mapToLong(this::smallerSide)),
                        Fewest.of(counted.stream().mapToLong(whole::apply)))
                .inputs(Inputs.all(counted.stream().map(UnitEnrollment::inputs).toList())
                        .and(membership))
                .flag(counted.isEmpty(), Flag.MISSING_INPUT)
                .flag(!counted.isEmpty() && count.of() == 0, Flag.BASE_MISSING)
                .flag(counted.stream().anyMatch(unit -> smallerSide(unit) < 0), Flag.INCONSISTENT_SOURCE)
                .flag(count.of() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    private boolean isKnown(UnitEnrollment unit) {
        return part.apply(unit) != null && whole.apply(unit) != null;
    }

    /** The part or the rest, whichever is smaller; below 0 where the part is more than the whole. */
    private long smallerSide(UnitEnrollment unit) {
        long reached = part.apply(unit);
        return Math.min(reached, whole.apply(unit) - reached);
    }
}
