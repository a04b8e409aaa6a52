package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.RandomEffects;

/**
 * GAP-19 集团平均差距: GAP-08b averaged over the groups of a kind that lie wholly inside a district, each with its own error and true
 * differences between them; mean, tau2, I2, Q, and between which bounds the true gap of a further group lies. One row per district,
 * series, kind and measure; k counts groups, papers of one series and year go together. Card: schemas/metrics/GAP-19.md.
 */
final class MeanGapOverGroups implements ScoreMetric {
    private static final String METHOD = "reml-normal";

    @Override
    public String id() {
        return "GAP-19";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        Map<Place, List<Comparison>> gaps = new LinkedHashMap<>();
        for (Comparison comparison : Comparison.all(book, Gap.LEAD_MEMBER_PAPER_SD)) {
            Set<String> touched = new TreeSet<>();
            comparison.units().forEach(unit -> touched.addAll(book.territory().placesOf(unit.schoolCode())));
            for (String district : touched) {
                gaps.computeIfAbsent(Place.of(comparison, district), any -> new ArrayList<>())
                        .add(comparison);
            }
        }
        return gaps.entrySet().stream()
                .flatMap(place -> of(book, place.getKey(), place.getValue()))
                .map(MetricRow::row)
                .toList();
    }

    /** What one figure speaks of. */
    private record Place(ExamSeries series, int year, String kind, String district) {
        static Place of(Comparison comparison, String district) {
            return new Place(
                    comparison.series(),
                    comparison.sitting().schoolYear(),
                    comparison.roster().group().kind(),
                    district);
        }
    }

    private Stream<MetricRow> of(MarkBook book, Place place, List<Comparison> all) {
        List<Comparison> inside = oneEach(all.stream()
                .filter(gap -> liesInside(book.territory(), gap, place.district()))
                .filter(gap -> gap.estimate().se() > 0)
                .toList());
        MetricRow heading = MetricRow.of(this, book.terms())
                .sitting(all.get(0).sitting(), book.subject())
                .exam(onePaper(inside.isEmpty() ? all : inside))
                .district(place.district())
                .variant(place.kind())
                .counts(
                        inside.stream()
                                .mapToLong(gap -> gap.first().n() + gap.second().n())
                                .sum(),
                        inside.size())
                .behind(
                        Fewest.of(inside.stream()
                                .mapToLong(gap ->
                                        Math.min(gap.first().n(), gap.second().n()))),
                        Fewest.of(inside.stream()
                                .mapToLong(gap -> Fewest.of(
                                        gap.first().fewest(), gap.second().fewest()))))
                .leftOut(leftOut(book.territory(), place, all, inside))
                .inputs(Inputs.all((inside.isEmpty() ? all : inside)
                        .stream().map(Comparison::inputs).toList()))
                .flag(inside.isEmpty(), Flag.MISSING_INPUT)
                .flag(inside.stream().anyMatch(gap -> gap.roster().approximate()), Flag.APPROXIMATE)
                .flag(inside.size() < Rules.UNITS, Flag.K_TOO_SMALL);
        return measures(heading, inside);
    }

    /** The units in the place of groups that cross its border, or whose gap has no error. */
    private static LeftOut leftOut(Territory territory, Place place, List<Comparison> all, List<Comparison> used) {
        Set<String> groups = new TreeSet<>();
        used.forEach(gap -> groups.add(gap.roster().group().groupCode()));
        LeftOut leftOut = LeftOut.NOTHING;
        for (Comparison gap : oneEach(all)) {
            boolean isUsed = groups.contains(gap.roster().group().groupCode());
            for (UnitMarks unit : isUsed ? List.<UnitMarks>of() : gap.units()) {
                boolean lies = territory.placesOf(unit.schoolCode()).contains(place.district());
                leftOut = lies ? leftOut.plus(unit.n(), unit.fewest()) : leftOut;
            }
        }
        return leftOut;
    }

    private static Stream<MetricRow> measures(MetricRow heading, List<Comparison> inside) {
        MetricRow mean = heading.copy().measure("mean").frame(Rules.SCHOOLS);
        if (inside.size() < Rules.UNITS) {
            return Stream.concat(
                    Stream.of(mean),
                    Stream.of("tau2", "I2", "Q", "pi_lo", "pi_hi")
                            .map(measure -> heading.copy().measure(measure)));
        }
        List<GapEstimate> gaps = inside.stream().map(Comparison::estimate).toList();
        RandomEffects pooled = RandomEffects.of(
                gaps.stream().mapToDouble(GapEstimate::value).toArray(),
                gaps.stream().mapToDouble(gap -> gap.se() * gap.se()).toArray());
        boolean enough = inside.size() >= Rules.GROUPS_FOR_MEAN;
        boolean several = inside.size() >= Rules.UNITS_FOR_INTERVAL;
        boolean differ = pooled.i2() >= Rules.TRUE_DIFFERENCES;
        Interval further = several && differ ? pooled.prediction(Rules.LEVEL) : Interval.NONE;
        mean.value(pooled.mean())
                .flag(!enough, Flag.K_TOO_SMALL)
                .interval(
                        enough ? pooled.se() : Double.NaN,
                        enough ? pooled.interval(Rules.LEVEL) : Interval.NONE,
                        METHOD);
        return Stream.of(
                mean,
                heading.copy().measure("tau2").value(pooled.tau2()),
                heading.copy().measure("I2").value(pooled.i2()),
                heading.copy().measure("Q").value(pooled.q()),
                bound(heading.copy().measure("pi_lo"), further.lo(), several),
                bound(heading.copy().measure("pi_hi"), further.hi(), several));
    }

    /** Where groups hardly differ, no bound for a further one holds. */
    private static MetricRow bound(MetricRow row, double value, boolean several) {
        return row.value(value).flag(!several, Flag.K_TOO_SMALL).flag(several && Double.isNaN(value), Flag.ZERO_SD);
    }

    /** Of several papers that a group sat, the one with most pupils, of equals the first. */
    private static List<Comparison> oneEach(List<Comparison> gaps) {
        Map<String, Comparison> best = new LinkedHashMap<>();
        gaps.stream()
                .sorted(Comparator.comparingLong(
                        gap -> -(gap.first().n() + gap.second().n())))
                .forEach(gap -> best.putIfAbsent(gap.roster().group().groupCode(), gap));
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean liesInside(Territory territory, Comparison gap, String district) {
        return gap.roster().all().stream()
                .allMatch(unit -> territory.placesOf(unit).contains(district));
    }

    /** The paper's exam; empty where there are several. */
    private static String onePaper(List<Comparison> gaps) {
        List<String> exams =
                gaps.stream().map(gap -> gap.sitting().examCode()).distinct().toList();
        return exams.size() == 1 ? exams.get(0) : "";
    }
}
