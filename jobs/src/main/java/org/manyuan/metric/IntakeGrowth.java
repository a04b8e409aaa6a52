package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Normal;

/**
 * ENR-02 招生增长率: entrants now over entrants in the base year, minus one; and the logarithm of the ratio. Units with the count in
 * both years. n is the base year's count, so that members pooled by n give the growth of the member set. Source: METRICS B5; card
 * ENR-02.
 */
final class IntakeGrowth implements TerritoryMetric {
    @Override
    public String id() {
        return "ENR-02";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(Territory territory, TerritoryFacts facts, BuildTerms terms) {
        EnrollmentBook book = new EnrollmentBook(territory, facts.enrollment());
        EnrollmentComparisons comparisons = new EnrollmentComparisons(territory, book);
        List<MetricValue> rows = new ArrayList<>();
        for (String stage : book.stages()) {
            for (int year : book.years(stage)) {
                for (Entry entry : Entry.values()) {
                    List<EnrollmentComparison> all = new ArrayList<>(comparisons.units(stage, year, entry));
                    all.addAll(comparisons.scopes(stage, year, entry));
                    for (EnrollmentComparison compared : all) {
                        EnrollmentChange change = EnrollmentChange.of(
                                book,
                                stage,
                                entry,
                                compared.baseYear(),
                                year,
                                compared.codes(),
                                compared.codesAtBase());
                        MetricRow row = heading(terms, stage, year, entry, compared, change);
                        rows.add(growth(row.copy(), change).row());
                        rows.add(logRatio(row.copy(), change).row());
                    }
                }
            }
        }
        return rows;
    }

    private MetricRow heading(
            BuildTerms terms, String stage, int year, Entry entry, EnrollmentComparison compared, EnrollmentChange change) {
        return compared.place(MetricRow.of(this, terms), entry.variant())
                .year(year)
                .stage(stage)
                .counts(change.base(), change.panel().size())
                .behind(change.fewest(), change.fewest())
                .leftOut(compared.unit() == null ? change.leftOut() : LeftOut.NOTHING)
                .inputs(change.inputs().and(compared.membership()))
                .flag(change.hindrance())
                .flag(compared.approximate(), Flag.APPROXIMATE)
                .flag(Math.min(change.base(), change.now()) < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
    }

    private static MetricRow growth(MetricRow row, EnrollmentChange change) {
        return row.measure("growth").value(change.growth());
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
