package org.manyuan.metric;

import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.BetaConvergence;
import org.manyuan.statistics.Interval;

/**
 * GAP-15 β收敛: whether units whose mean score was low in the first year with results gained more since, the same units in both years.
 * b per year (below 0 is catching up), speed per year, half_life in years, b_eiv over the whole time without what pupils' noise
 * pretends. One row per district, sitting and measure; described without interval below twenty units. Card: schemas/metrics/GAP-15.md.
 */
final class CatchingUp implements ScoreMetric {
    private static final String METHOD = "hc3-t";

    @Override
    public String id() {
        return "GAP-15";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return SinceTheFirstYear.all(this, book).stream()
                .flatMap(CatchingUp::of)
                .map(MetricRow::row)
                .toList();
    }

    private static Stream<MetricRow> of(SinceTheFirstYear years) {
        MetricRow slope = years.row("b").frame(Rules.SCHOOLS);
        MetricRow speed = years.row("speed").frame(Rules.SCHOOLS);
        MetricRow halfLife = years.row("half_life").frame(Rules.SCHOOLS);
        MetricRow withoutNoise = years.row("b_eiv");
        if (years.isComparable()) {
            BetaConvergence line = BetaConvergence.of(years.then(), years.now(), years.apart());
            boolean shown = years.allowsInterval(Rules.UNITS_FOR_TAILS);
            slope.p(shown ? line.p() : Double.NaN);
            write(slope, years, line.b(), shown ? line.se() : Double.NaN, line.interval(Rules.LEVEL));
            write(speed, years, line.speed(), Double.NaN, line.speedInterval(Rules.LEVEL));
            // units that do not catch up have no time by which half is gained
            halfLife.flag(!Double.isNaN(line.b()) && Double.isNaN(line.halfLife()), Flag.CI_UNBOUNDED);
            write(halfLife, years, line.halfLife(), Double.NaN, line.halfLifeInterval(Rules.LEVEL));
            describe(withoutNoise, years);
        }
        return Stream.of(slope, speed, halfLife, withoutNoise);
    }

    private static void write(MetricRow row, SinceTheFirstYear years, double value, double se, Interval interval) {
        row.value(value)
                .flag(Double.isNaN(value) && row.flag() == Flag.OK, years.whyNone())
                .flag(!years.hasUnits(Rules.UNITS_FOR_TAILS), Flag.K_TOO_SMALL)
                .interval(se, years.allowsInterval(Rules.UNITS_FOR_TAILS) ? interval : Interval.NONE, METHOD);
    }

    private static void describe(MetricRow row, SinceTheFirstYear years) {
        double noise = years.noise();
        double slope = BetaConvergence.slopeWithoutNoise(years.then(), years.now(), noise);
        row.value(years.isOneScale() ? slope : Double.NaN)
                .flag(Double.isNaN(noise), Flag.MISSING_INPUT)
                .flag(!years.isOneScale(), Flag.SCALE_CHANGED)
                .flag(!Double.isNaN(noise) && Double.isNaN(slope), Flag.ZERO_SD);
    }
}
