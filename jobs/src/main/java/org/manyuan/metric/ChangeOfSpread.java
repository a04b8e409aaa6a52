package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.SigmaConvergence;

/**
 * GAP-14 σ收敛: the spread of the units' mean scores now over that of the first year with results, the same units in both; below 1 they
 * lie closer together. One row per district, sitting and measure; p and interval by Pitman and Morgan. Card:
 * schemas/metrics/GAP-14.md.
 */
final class ChangeOfSpread implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-14";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return SinceTheFirstYear.all(this, book).stream()
                .flatMap(ChangeOfSpread::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(SinceTheFirstYear years) {
        MetricRow cv = years.row("cv_ratio");
        MetricRow sd = years.row("sd_log_ratio").frame(Rules.SCHOOLS);
        if (years.isComparable()) {
            SigmaConvergence ratio = SigmaConvergence.of(years.then(), years.now());
            cv.value(ratio.cvRatio()).flag(Double.isNaN(ratio.cvRatio()), years.whyNone());
            boolean shown = years.allowsInterval(Rules.UNITS_FOR_INTERVAL);
            sd.value(ratio.sdLogRatio())
                    .flag(Double.isNaN(ratio.sdLogRatio()), years.whyNone())
                    .flag(!years.hasUnits(Rules.UNITS_FOR_INTERVAL), Flag.K_TOO_SMALL)
                    .p(shown ? ratio.p() : Double.NaN)
                    .interval(Double.NaN, shown ? ratio.interval(Rules.LEVEL) : Interval.NONE, "pitman-morgan");
        }
        return Stream.of(cv, sd);
    }
}
