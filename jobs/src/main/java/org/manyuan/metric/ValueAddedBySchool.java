package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.StudentT;
import org.manyuan.statistics.ValueAdded;

/**
 * EXM-06 增值: what a unit, a group or a side of it, a district adds to what its pupils' earlier scores make one expect, in points. One row
 * per place, sitting proper and measure; of the value itself two more, with the bars of the comparison of units (variants comparative,
 * pairwise), and one for each choice of earlier papers that a scheme makes. No list of schools is ordered by it. Card:
 * schemas/metrics/EXM-06.md.
 */
final class ValueAddedBySchool implements ScoreMetric {
    @Override
    public String id() {
        return "EXM-06";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricValue> rows = new ArrayList<>();
        for (ScopedSitting scoped : book.scoped()) {
            if (!scoped.sitting().isPooled()) {
                LinkedMarks linked = book.linked(scoped.sitting());
                for (Reading reading : linked.units() == 0 ? List.of(Reading.VALUE) : List.of(Reading.values())) {
                    rows.addAll(scoped.rows(
                            reading.variant,
                            codes -> used(linked, codes),
                            (codes, membership) -> row(book, scoped, linked, reading, codes, membership)));
                }
                for (BuildTerms.Asked asked : book.terms().asked(book.territory(), id())) {
                    rows.addAll(held(book, scoped, asked));
                }
                if (linked.units() > 0) {
                    rows.addAll(scoped.rows(
                            "",
                            codes -> large(linked, codes),
                            (codes, membership) -> together(book, scoped, linked, codes, membership)));
                }
            }
        }
        return rows;
    }

    /** The same of pupils who were held against the earlier papers that a scheme asks for; no row of a sitting without any. */
    private List<MetricValue> held(MarkBook book, ScopedSitting scoped, BuildTerms.Asked asked) {
        LinkedMarks some = book.linked(scoped.sitting(), asked.priors());
        List<MetricValue> rows = new ArrayList<>();
        for (Reading reading : some.units() == 0 ? List.<Reading>of() : Reading.OF_SCHEMES) {
            rows.addAll(scoped.rows(
                    asked.filter().part(),
                    codes -> used(some, codes),
                    (codes, membership) -> row(book, scoped, some, reading, codes, membership)));
        }
        return rows;
    }

    private MetricRow row(
            MarkBook book,
            ScopedSitting scoped,
            LinkedMarks linked,
            Reading reading,
            List<String> codes,
            Inputs membership) {
        List<String> used = used(linked, codes);
        ValueAdded value = ValueAdded.pool(used.stream().map(linked::valueAdded).toList());
        MetricRow row = heading(book, scoped, linked, used, membership)
                .measure(reading.measure)
                .flag(used.isEmpty(), Flag.MISSING_INPUT);
        if (used.isEmpty()) {
            return row;
        }
        row.flag(linked.units() < Rules.UNITS, Flag.K_TOO_SMALL)
                .flag(
                        linked.units() >= Rules.UNITS
                                && Double.isNaN(linked.model().tau2()),
                        Flag.ZERO_SD);
        boolean shown = linked.units() >= Rules.UNITS_FOR_INTERVAL;
        return switch (reading) {
            case RAW -> row.value(value.raw());
            case RESIDUAL -> row.value(value.residualGain());
            case VALUE ->
                row.value(value.value())
                        .flag(!shown, Flag.K_TOO_SMALL)
                        .frame(Rules.SCHOOLS)
                        .interval(
                                shown ? value.predictionError() : Double.NaN,
                                shown ? value.predictionInterval(linked.units()) : Interval.NONE,
                                "prediction-t");
            case COMPARATIVE -> bar(row.value(value.value()), value.standardError(), value.interval(), linked);
            case PAIRWISE -> bar(row.value(value.value()), value.standardError(), value.pairwise(), linked);
        };
    }

    /** The bars that take the coefficients for known hold too seldom among few units. */
    private static MetricRow bar(MetricRow row, double se, Interval interval, LinkedMarks linked) {
        boolean shown = linked.units() >= Rules.UNITS_FOR_BARS;
        return row.flag(!shown, Flag.K_TOO_SMALL)
                .frame(Rules.SCHOOLS)
                .interval(shown ? se : Double.NaN, shown ? interval : Interval.NONE, "comparative");
    }

    /** The mean of this year's value and those of the two years before. */
    private MetricRow together(
            MarkBook book, ScopedSitting scoped, LinkedMarks linked, List<String> codes, Inputs membership) {
        List<LinkedMarks> years = new ArrayList<>(List.of(linked));
        for (int before = 1; before < Rules.YEARS_TOGETHER; before++) {
            scoped.series().of(scoped.sitting().schoolYear() - before).stream()
                    .map(book::linked)
                    .filter(other -> !large(other, codes).isEmpty())
                    .reduce((first, last) -> last)
                    .ifPresent(years::add);
        }
        List<ValueAdded> values = years.stream()
                .map(year -> ValueAdded.pool(
                        large(year, codes).stream().map(year::valueAdded).toList()))
                .toList();
        List<String> used = large(linked, codes);
        boolean whole = !used.isEmpty() && years.size() == Rules.YEARS_TOGETHER;
        boolean oneScale =
                years.stream().noneMatch(year -> GroupNarrowing.scaleChanged(linked.sitting(), year.sitting()));
        MetricRow row = heading(book, scoped, linked, used, membership)
                .measure("va_3y")
                .frame(Rules.SCHOOLS)
                .flag(used.isEmpty(), Flag.MISSING_INPUT)
                .flag(!whole, Flag.BASE_MISSING)
                .flag(!oneScale, Flag.SCALE_CHANGED);
        if (!whole || !oneScale) {
            return row;
        }
        int fewest = years.stream().mapToInt(LinkedMarks::units).min().orElse(0);
        double mean = values.stream().mapToDouble(ValueAdded::value).average().orElse(Double.NaN);
        double se = Math.sqrt(values.stream()
                        .mapToDouble(year -> year.predictionError() * year.predictionError())
                        .sum())
                / values.size();
        boolean shown = fewest >= Rules.UNITS_FOR_INTERVAL && se > 0;
        return row.value(mean)
                .behind(
                        Fewest.of(years.stream().mapToLong(year -> year.n(large(year, codes)))),
                        Fewest.of(years.stream()
                                .flatMap(year -> large(year, codes).stream().map(year::n))
                                .mapToLong(Long::longValue)))
                .flag(fewest < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL)
                .flag(Double.isNaN(mean), Flag.ZERO_SD)
                .interval(
                        shown ? se : Double.NaN,
                        shown ? StudentT.interval(mean, se, fewest - 1, Rules.LEVEL) : Interval.NONE,
                        "prediction-t")
                .inputs(Inputs.all(years.stream().map(LinkedMarks::inputs).toList())
                        .and(membership));
    }

    private MetricRow heading(
            MarkBook book, ScopedSitting scoped, LinkedMarks linked, List<String> used, Inputs membership) {
        long pupils = linked.n(used);
        Inputs units = Inputs.all(used.stream()
                .map(code -> Inputs.none().from(book.territory().originOf(code)))
                .toList());
        return MetricRow.of(this, book.terms())
                .sitting(scoped.sitting(), book.subject())
                .counts(pupils, used.size())
                .behind(
                        used.isEmpty() ? null : Long.valueOf(pupils),
                        Fewest.of(used.stream().mapToLong(linked::n)))
                .inputs(linked.inputs().and(scoped.sitting().inputs(), units, membership))
                .flag(!used.isEmpty() && pupils < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    /** The units with a value added: enough of everyone's pupils, and of their own, have an earlier score. */
    private static List<String> used(LinkedMarks linked, List<String> codes) {
        return linked.share() >= Rules.LINKED_SHARE
                ? linked.of(codes).stream()
                        .filter(code -> linked.share(code) >= Rules.LINKED_SHARE)
                        .toList()
                : List.of();
    }

    private static List<String> large(LinkedMarks linked, List<String> codes) {
        return used(linked, codes).stream()
                .filter(code -> linked.n(code) >= Rules.STUDENTS_A_UNIT)
                .toList();
    }

    /** What is told of a value added. */
    private enum Reading {
        VALUE("va", ""),
        COMPARATIVE("va", "comparative"),
        PAIRWISE("va", "pairwise"),
        RAW("raw", ""),
        RESIDUAL("residual_gain", "");

        static final List<Reading> OF_SCHEMES = List.of(VALUE, RAW, RESIDUAL);

        private final String measure;
        private final String variant;

        Reading(String measure, String variant) {
            this.measure = measure;
            this.variant = variant;
        }
    }
}
