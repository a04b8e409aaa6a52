package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Moments;
import org.manyuan.statistics.OneWayAnova;
import org.manyuan.statistics.VarianceComponents;

/**
 * GAP-11 校间方差占比: the share of the pupils' variance that lies between units, by the analysis of variance, 0 to 1, with the two naive
 * shares. One row per district or group, sitting and measure. A negative estimate shows as 0 with the raw figure beside it. Card:
 * schemas/metrics/GAP-11.md.
 */
final class BetweenSchoolShare implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-11";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.of(this, book).stream()
                .flatMap(BetweenSchoolShare::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(UnitSet set) {
        Flag flag = set.enoughUnits();
        OneWayAnova anova = anova(set.units());
        if (flag == Flag.OK && Double.isNaN(anova.ssw())) {
            flag = Flag.MISSING_INPUT;
        } else if (flag == Flag.OK && !(anova.ssw() > 0)) {
            flag = Flag.ZERO_SD;
        }
        MetricRow icc = set.row("icc").frame(Rules.SCHOOLS).flag(flag);
        MetricRow eta2 = set.row("eta2").flag(flag);
        MetricRow epsilon2 = set.row("epsilon2").flag(flag);
        if (flag == Flag.OK) {
            withShare(set, icc, anova);
            eta2.value(anova.eta2());
            epsilon2.value(anova.epsilon2());
        }
        return Stream.of(icc, eta2, epsilon2);
    }

    /** The analysis of variance of units; its squares within are NaN where a unit came without SD. */
    static OneWayAnova anova(List<UnitMarks> units) {
        return VarianceComponents.anova(
                units.stream().mapToLong(UnitMarks::n).toArray(),
                units.stream().mapToDouble(UnitMarks::mean).toArray(),
                units.stream().mapToDouble(unit -> unit.moments().m2()).sum());
    }

    /** The share without each unit in turn, from the totals. */
    static double[] withoutEach(List<UnitMarks> units) {
        OneWayAnova all = anova(units);
        double middle =
                Moments.pool(units.stream().map(UnitMarks::moments).toList()).mean();
        double sizes = 0;
        for (UnitMarks unit : units) {
            sizes += (double) unit.n() * unit.n();
        }
        double[] shares = new double[units.size()];
        for (int j = 0; j < shares.length; j++) {
            UnitMarks unit = units.get(j);
            double pupils = unit.n();
            long rest = all.n() - unit.n();
            double away = pupils * (unit.mean() - middle);
            double ssb = all.ssb() - away * (unit.mean() - middle) - away * away / rest;
            double n0 = (rest - (sizes - pupils * pupils) / rest) / (shares.length - 2);
            shares[j] = new OneWayAnova(
                            shares.length - 1,
                            rest,
                            ssb,
                            all.ssw() - unit.moments().m2(),
                            n0)
                    .icc();
        }
        return shares;
    }

    private static void withShare(UnitSet set, MetricRow row, OneWayAnova anova) {
        double share = anova.icc();
        boolean negative = share < 0;
        boolean even = !(anova.sizeVariation() > Rules.SIZE_VARIATION);
        boolean shown = set.allowsInterval() && even;
        row.value(negative ? 0 : share)
                .valueRaw(negative ? share : Double.NaN)
                .flag(negative, Flag.TRUNCATED_AT_ZERO)
                .flag(set.k() < Rules.UNITS_FOR_INTERVAL, Flag.K_TOO_SMALL)
                .flag(!even, Flag.APPROXIMATE)
                .interval(
                        shown ? anova.iccStandardError() : Double.NaN,
                        shown ? anova.iccInterval(Rules.LEVEL) : Interval.NONE,
                        "searle");
    }
}
