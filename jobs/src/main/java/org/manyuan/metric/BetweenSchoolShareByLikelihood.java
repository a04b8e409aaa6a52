package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.MixedModel;
import org.manyuan.statistics.VarianceComponents;

/**
 * GAP-12 校间方差占比(REML): the share of the pupils' variance that lies between units, 0 to 1, by restricted maximum likelihood, with
 * both variances (points²) and the mean over units (points). One row per district or group, sitting and measure. Card:
 * schemas/metrics/GAP-12.md.
 */
final class BetweenSchoolShareByLikelihood implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-12";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(BetweenSchoolShareByLikelihood::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(UnitSet set) {
        double within = set.squaresWithin();
        Flag flag = set.enoughUnits();
        if (flag == Flag.OK && Double.isNaN(within)) {
            flag = Flag.MISSING_INPUT;
        } else if (flag == Flag.OK && !(within > 0)) {
            flag = Flag.ZERO_SD;
        }
        MetricRow icc = set.row("icc").frame(Rules.SCHOOLS).flag(flag);
        MetricRow tau2 = set.row("tau2").flag(flag);
        MetricRow sigma2 = set.row("sigma2").flag(flag);
        MetricRow mu = set.row("mu").flag(flag);
        if (flag == Flag.OK) {
            MixedModel model = VarianceComponents.reml(set.sizes(), set.means(), within);
            icc.value(model.icc())
                    .flag(set.k() < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL)
                    .interval(Double.NaN, set.allowsInterval() ? model.iccInterval() : Interval.NONE, "profile");
            tau2.value(model.tau2());
            sigma2.value(model.sigma2());
            mu.value(model.mu()).interval(model.muStandardError(), Interval.NONE, "");
        }
        return Stream.of(icc, tau2, sigma2, mu);
    }
}
