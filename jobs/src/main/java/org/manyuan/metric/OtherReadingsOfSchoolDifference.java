package org.manyuan.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Dispersion;

/**
 * GAP-13 校际差异率其他口径: the spread of the units' mean scores, weighted with their pupils, over the full mark (sd_scorerate) and over
 * the overall mean (cv_means); shares, printed in percent. One row per district or group, sitting and measure, no interval. Card:
 * schemas/metrics/GAP-13.md.
 */
final class OtherReadingsOfSchoolDifference implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-13";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(OtherReadingsOfSchoolDifference::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(UnitSet set) {
        MetricRow ofFullMark = set.row("sd_scorerate").flag(set.enoughUnits());
        MetricRow ofMean = set.row("cv_means").flag(set.enoughUnits());
        if (set.k() >= Rules.UNITS) {
            BigDecimal fullMark = set.sitting().paper().fullMark();
            double cv = Dispersion.cv(set.means(), set.weights());
            ofFullMark
                    .value(
                            fullMark == null
                                    ? Double.NaN
                                    : Dispersion.sd(set.means(), set.weights()) / fullMark.doubleValue())
                    .flag(fullMark == null, Flag.MISSING_INPUT);
            ofMean.value(cv).flag(Double.isNaN(cv), Flag.ZERO_MEAN);
        }
        return Stream.of(ofFullMark, ofMean);
    }
}
