package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.manyuan.domain.Flag;

/**
 * The units of a district now and in the first year that the series has results there, those with results in both. Source: METRICS B4,
 * GAP-14 and 15.
 *
 * @param panel the units of both years
 * @param heading the row that every figure of it begins with
 */
record SinceTheFirstYear(DistrictPanel panel, MetricRow heading) {

    /** One per district and sitting after the first year. */
    static List<SinceTheFirstYear> all(Metric metric, MarkBook book) {
        List<SinceTheFirstYear> all = new ArrayList<>();
        for (ExamSeries series : book.series()) {
            for (String district : book.territory().districtCodes()) {
                for (Sitting now : series.in(district)) {
                    BaseYear.founding(series, null, sitting -> DistrictNarrowing.hasResults(sitting, district))
                            .filter(first -> first.year() < now.schoolYear())
                            .map(first -> DistrictPanel.of(series, district, now, first))
                            .ifPresent(panel -> all.add(of(metric, book, district, panel)));
                }
            }
        }
        return all;
    }

    /** A row of its own. */
    MetricRow row(String measure) {
        return heading.copy().measure(measure).variant(panel.now().variant());
    }

    /** Whether there are units enough for a spread. */
    boolean isComparable() {
        return hasUnits(Rules.UNITS);
    }

    /** Whether the panel has so many units. */
    boolean hasUnits(int least) {
        return panel.units().size() >= least;
    }

    /** Whether an interval over so many units may be given: one paper in each year, enough units. */
    boolean allowsInterval(int least) {
        return hasUnits(least) && !panel.now().isPooled() && !panel.base().isPooled();
    }

    /** Mean score of each unit in the first year, points. */
    double[] then() {
        return means(panel.unitsThen());
    }

    /** Mean score of the same units now, points. */
    double[] now() {
        return means(panel.unitsNow());
    }

    /** School years from the first to now. */
    int apart() {
        return panel.now().schoolYear() - panel.base().schoolYear();
    }

    /** Whether both years' means are on one scale of points. */
    boolean isOneScale() {
        return !GroupNarrowing.scaleChanged(panel.now(), panel.base());
    }

    /** What pupils' noise adds to the variance of the first year's means: the mean of σ²/n_j, points²; NaN where an SD is missing. */
    double noise() {
        List<UnitMarks> units = panel.unitsThen();
        double within = BetweenSchoolShare.anova(units).msw();
        return units.stream().mapToDouble(unit -> within / unit.n()).average().orElse(Double.NaN);
    }

    /** Why a comparison of these years gives no figure: a mean of 0 has no logarithm, and equal units have no spread to compare with. */
    Flag whyNone() {
        boolean positive = Arrays.stream(then()).allMatch(mean -> mean > 0)
                && Arrays.stream(now()).allMatch(mean -> mean > 0);
        return positive ? Flag.ZERO_SD : Flag.ZERO_MEAN;
    }

    private static SinceTheFirstYear of(Metric metric, MarkBook book, String district, DistrictPanel panel) {
        List<UnitMarks> now = panel.unitsNow();
        List<UnitMarks> then = panel.unitsThen();
        List<UnitMarks> both = new ArrayList<>(now);
        both.addAll(then);
        Long fewest = Fewest.of(Fewest.of(now), Fewest.of(then));
        // every unit counts once, so each is a side
        MetricRow heading = MetricRow.of(metric, book.terms())
                .district(district)
                .sitting(panel.now(), book.subject())
                .baseYear(panel.base().schoolYear())
                .counts(now.stream().mapToLong(UnitMarks::n).sum(), now.size())
                .behind(fewest, fewest)
                .leftOut(panel.leftOut())
                .inputs(Inputs.all(both.stream().map(UnitMarks::inputs).toList()))
                .flag(now.isEmpty(), Flag.BASE_MISSING)
                .flag(now.size() < Rules.UNITS, Flag.K_TOO_SMALL);
        return new SinceTheFirstYear(panel, heading);
    }

    private static double[] means(List<UnitMarks> units) {
        return units.stream().mapToDouble(UnitMarks::mean).toArray();
    }
}
