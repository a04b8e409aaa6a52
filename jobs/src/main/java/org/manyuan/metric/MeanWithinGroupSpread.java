package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.metric.GroupsByPlace.GroupUnits;
import org.manyuan.statistics.Dispersion;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.MeanT;

/**
 * GAP-20 集团内校际标准差均值: the spread of the unit means inside a group, weighted with pupils, averaged over the groups of a kind, every
 * group once; points, and as variant sd_e in SDs of the paper. One row per district, sitting, kind and scale; k counts groups. Needs
 * neither a lead nor an SD. Card: schemas/metrics/GAP-20.md.
 */
final class MeanWithinGroupSpread implements ScoreMetric {
    static final String ID = "GAP-20";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int cardVersion() {
        return 1;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        List<MetricValue> rows = new ArrayList<>();
        Territory territory = book.territory();
        for (ExamSeries series : book.series()) {
            for (Sitting sitting : series.allWithPooled()) {
                for (String kind : territory.kinds()) {
                    GroupsByPlace groups = new GroupsByPlace(territory, kind, sitting.heldOn(), sitting::unitsOf);
                    territory.districtCodes().stream()
                            .filter(sitting::concerns)
                            .filter(district -> book.asksDistrict(district, sitting))
                            .filter(groups::touches)
                            .flatMap(district -> of(book, series, sitting, kind, groups, district))
                            .map(MetricRow::row)
                            .forEach(rows::add);
                }
            }
        }
        return rows;
    }

    /** The fewest pupils of a group: every group counts once, so each is a side of the mean. */
    static Long leastGroup(List<List<UnitMarks>> groups) {
        return Fewest.of(groups.stream()
                .mapToLong(group -> group.stream().mapToLong(UnitMarks::n).sum()));
    }

    /** √(Σ(n/N)(ȳ − μ_g)²) over the units' marks. */
    static double spread(List<UnitMarks> units) {
        return Dispersion.sd(
                units.stream().mapToDouble(UnitMarks::mean).toArray(),
                units.stream().mapToDouble(UnitMarks::n).toArray());
    }

    private Stream<MetricRow> of(
            MarkBook book, ExamSeries series, Sitting sitting, String kind, GroupsByPlace groups, String district) {
        List<GroupUnits> inside = groups.inside(district);
        List<List<UnitMarks>> marksOfGroups =
                inside.stream().map(group -> sitting.of(group.units())).toList();
        List<UnitMarks> marks = marksOfGroups.stream().flatMap(List::stream).toList();
        MetricRow heading = MetricRow.of(this, book.terms())
                .measure("sd_points")
                .district(district)
                .sitting(sitting, book.subject())
                .leftOut(groups.leftOut(district, sitting))
                .flag(inside.isEmpty(), Flag.MISSING_INPUT)
                .flag(inside.stream().anyMatch(group -> group.roster().approximate()), Flag.APPROXIMATE)
                .counts(marks.stream().mapToLong(UnitMarks::n).sum(), inside.size())
                .behind(leastGroup(marksOfGroups), Fewest.of(marks))
                .frame(Rules.SCHOOLS)
                .inputs(Inputs.all(marks.stream().map(UnitMarks::inputs).toList())
                        .and(Inputs.all(inside.stream()
                                .map(group -> group.roster().inputs())
                                .toList())));
        double[] points = inside.stream()
                .mapToDouble(group -> spread(sitting.of(group.units())))
                .toArray();
        double[] sds = inside.stream()
                .mapToDouble(group -> paperSd(series, sitting, group.units()))
                .toArray();
        return Stream.of(
                mean(heading.copy().variant(kind, sitting.variant()), sitting, points),
                scaledMean(heading.copy().variant(kind, "sd_e", sitting.variant()), sitting, points, sds));
    }

    /** SD of the paper that all units of a group sat; NaN where pooled papers part them. */
    private static double paperSd(ExamSeries series, Sitting sitting, List<String> units) {
        return (sitting.isPooled() ? series.of(sitting.schoolYear()) : List.of(sitting))
                .stream()
                        .filter(paper -> paper.of(units).size() == units.size())
                        .mapToDouble(paper -> paper.all().sd())
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private static MetricRow scaledMean(MetricRow row, Sitting sitting, double[] spreads, double[] sds) {
        double[] scaled = new double[spreads.length];
        Arrays.setAll(scaled, g -> sds[g] > 0 ? spreads[g] / sds[g] : Double.NaN);
        row.flag(Arrays.stream(sds).anyMatch(Double::isNaN), Flag.MISSING_INPUT)
                .flag(Arrays.stream(sds).anyMatch(sd -> sd == 0), Flag.ZERO_SD);
        return mean(row, sitting, scaled);
    }

    private static MetricRow mean(MetricRow row, Sitting sitting, double[] spreads) {
        MeanT mean = MeanT.of(spreads);
        boolean enough = spreads.length >= Rules.UNITS_FOR_INTERVAL;
        boolean shown = enough && !sitting.isPooled();
        return row.value(mean.mean())
                .flag(!enough, Flag.K_TOO_SMALL)
                .interval(
                        shown ? mean.se() : Double.NaN, shown ? mean.interval(Rules.LEVEL) : Interval.NONE, "t-groups");
    }
}
