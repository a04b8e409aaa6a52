package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Unit;

/**
 * EXM-02 三率: the shares of pupils who are excellent, who pass, who are low, of a unit, a group or a side of it, a district, with
 * Wilson's interval. Over those who sat; variant {@code candidates} over those who should have. Source: METRICS A4; card EXM-02.
 */
final class ThreeRates implements ScoreMetric {
    @Override
    public String id() {
        return "EXM-02";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricValue> rows = new ArrayList<>();
        for (ScopedSitting scoped : book.scoped()) {
            for (Rate rate : Rate.values()) {
                addRows(rows, book, scoped, book.rates(scoped, rate, false));
                RateCounts candidates = book.rates(scoped, rate, true);
                if (!candidates.isEmpty()) {
                    addRows(rows, book, scoped, candidates);
                }
            }
        }
        return rows;
    }

    private void addRows(List<MetricValue> rows, MarkBook book, ScopedSitting scoped, RateCounts counts) {
        for (Unit unit : scoped.units()) {
            rows.add(rate(book, scoped.sitting(), counts, List.of(unit.schoolCode()), Inputs.none())
                    .unit(unit)
                    .variant(counts.variant())
                    .row());
        }
        for (Scope scope : scoped.scopes()) {
            rows.add(scope.place(rate(book, scoped.sitting(), counts, scope.codes(), scope.membership()))
                    .variant(
                            scope.kind(),
                            scope.side(),
                            counts.variant(),
                            scoped.sitting().variant())
                    .leftOut(counts.leftOut(scope.codes()))
                    .flag(scope.approximate(), Flag.APPROXIMATE)
                    .row());
        }
    }

    private MetricRow rate(MarkBook book, Sitting sitting, RateCounts counts, List<String> codes, Inputs membership) {
        RateCount all = counts.sum(codes);
        MetricRow row = MetricRow.of(this, book.terms())
                .measure(counts.measure())
                .sitting(sitting, book.subject())
                .value(all.share())
                .counts(all.of(), counts.units(codes))
                .behind(all.of(), counts.fewest(codes))
                .inputs(counts.inputs(codes).and(membership))
                .flag(all.of() == 0, Flag.MISSING_INPUT)
                .flag(!all.isPossible(), Flag.INCONSISTENT_SOURCE)
                .flag(all.of() < Rules.STUDENTS_A_SIDE, Flag.N_TOO_SMALL);
        return sitting.isPooled() ? row : row.frame(Rules.CENSUS).interval(Double.NaN, all.interval(), "wilson");
    }
}
