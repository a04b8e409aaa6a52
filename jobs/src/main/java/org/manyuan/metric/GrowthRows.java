package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Normal;

/**
 * The rows of the growth of a count of students, now over the base year minus one, and of the logarithm of the ratio: of units with
 * the count in both years. n is the base year's count.
 */
final class GrowthRows {
    private final Metric metric;
    private final BuildTerms terms;
    private final EnrollmentBook book;
    private final EnrollmentComparisons comparisons;

    GrowthRows(Metric metric, BuildTerms terms, Territory territory, EnrollmentBook book) {
        this.metric = metric;
        this.terms = terms;
        this.book = book;
        this.comparisons = new EnrollmentComparisons(territory, book);
    }

    /**
     * The rows of a stage in a year, against both base years.
     *
     * @param count null where it is unknown of a unit
     * @param variant which count it is; empty for the default
     */
    List<MetricValue> of(String variant, String stage, int year, Function<UnitEnrollment, Long> count) {
        List<YearComparison> all = new ArrayList<>(comparisons.units(stage, year, count));
        all.addAll(comparisons.scopes(stage, year, count));
        List<MetricValue> rows = new ArrayList<>();
        for (YearComparison compared : all) {
            EnrollmentChange change = EnrollmentChange.of(
                    book, stage, count, compared.baseYear(), year, compared.codes(), compared.codesAtBase());
            boolean assumed = book.assumesASystem(stage, compared.baseYear(), year, change.panel());
            MetricRow row = heading(variant, compared, change)
                    .year(year)
                    .stage(stage)
                    .flag(Entry.is(count) && assumed, Flag.APPROXIMATE);
            rows.add(row.copy().measure("growth").value(change.growth()).row());
            rows.add(logRatio(row.copy(), change).row());
        }
        return rows;
    }

    private MetricRow heading(String variant, YearComparison compared, EnrollmentChange change) {
        return compared.place(MetricRow.of(metric, terms), variant)
                .counts(change.base(), change.panel().size())
                .behind(change.fewest(), change.fewest())
                .leftOut(compared.unit() == null ? change.leftOut() : LeftOut.NOTHING)
                .inputs(change.inputs().and(compared.membership()))
                .flag(change.hindrance())
                .flag(compared.approximate(), Flag.APPROXIMATE)
                .flag(Math.min(change.base(), change.now()) < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    private static MetricRow logRatio(MetricRow row, EnrollmentChange change) {
        double value = change.logRatio();
        row.measure("ln_ratio").value(value).flag(change.now() == 0, Flag.ZERO_MEAN);
        if (Double.isNaN(value)) {
            return row;
        }
        double se = change.logRatioStandardError();
        Interval interval = Normal.interval(value, se, Rules.LEVEL);
        return row.interval(se, interval, "poisson");
    }
}
