package org.manyuan.metric;

import java.util.List;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.CrossMoments;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.MixedModel;
import org.manyuan.statistics.VarianceComponents;

/**
 * GAP-12x 校间方差占比(控制入口成绩): the share of the variance of scores between units that is left when every pupil is held against his
 * earlier score, 0 to 1. One row per district and sitting proper. Card: schemas/metrics/GAP-12x.md.
 */
final class BetweenSchoolShareGivenThePrior implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-12x";
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return UnitSets.ofDistricts(this, book).stream()
                .filter(set -> !set.isPooled())
                .map(set -> of(set, book.linked(set.sitting())))
                .map(MetricRow::row)
                .toList();
    }

    private static MetricRow of(UnitSet set, LinkedMarks linked) {
        List<String> codes = linked.of(set.schoolCodes());
        List<CrossMoments> units = codes.stream().map(linked::moments).toList();
        long pupils = linked.n(codes);
        long sat = set.units().stream().mapToLong(UnitMarks::n).sum();
        boolean isLinked = pupils >= Rules.LINKED_SHARE * sat && pupils > 0;
        MetricRow row = set.row("icc")
                .frame(Rules.SCHOOLS)
                .counts(pupils, codes.size())
                .behind(
                        pupils == 0 ? null : Long.valueOf(pupils),
                        Fewest.of(codes.stream().mapToLong(linked::n)))
                .inputs(linked.inputs(codes)
                        .and(Inputs.all(
                                set.units().stream().map(UnitMarks::inputs).toList())))
                .flag(!isLinked, Flag.MISSING_INPUT);
        if (!isLinked) {
            return row;
        }
        MixedModel model = VarianceComponents.reml(units);
        boolean shown = codes.size() >= Rules.UNITS_FOR_INTERVAL;
        return row.value(model.icc())
                .flag(codes.size() >= Rules.UNITS && Double.isNaN(model.icc()), Flag.ZERO_SD)
                .flag(!shown, Flag.K_TOO_SMALL)
                .interval(Double.NaN, shown ? model.iccInterval() : Interval.NONE, "profile");
    }
}
