package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Superiority;
import org.manyuan.statistics.VStatistic;

/**
 * GAP-09b V 统计量: the gap of leads and members in SDs, after the stretching of the scale that makes both sides normal; from the pupils'
 * scores or levels, and as variant cuts from the three rates or the level boundaries alone. One row per group, sitting and variant; cuts
 * only where both sides have the counts of one cut at least. Card: schemas/metrics/GAP-09b.md.
 */
final class SuperiorityInStandardDeviations implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-09b";
    }

    @Override
    public int cardVersion() {
        return 3;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.ofResults(book, Gap.LEAD_MEMBER_ORDER).stream()
                .flatMap(comparison ->
                        comparison.hasMeans() ? of(comparison, book) : of(SidesWithoutMeans.of(comparison), book))
                .map(MetricRow::row)
                .toList();
    }

    /** From levels as from scores; the variant from their boundaries, or from the counts of the cuts alone. */
    private Stream<MetricRow> of(SidesWithoutMeans sides, MarkBook book) {
        MetricRow heading = sides.heading(this, book).measure("V");
        MetricRow levels = heading.copy().frame(Rules.CENSUS);
        Optional<Superiority> found = sides.superiority();
        if (sides.isTwo()) {
            levels.flag(ProbabilityOfSuperiority.flag(found));
        }
        found.map(VStatistic::of)
                .ifPresent(v -> levels.value(v.v()).interval(v.se(), v.interval(Rules.LEVEL), "delong"));
        return Stream.concat(
                Stream.of(levels),
                sides
                        .cuts()
                        .map(v -> heading.variant(
                                        sides.comparison().roster().group().kind(), "cuts")
                                .value(v.v())
                                .flag(v.assumed(), Flag.APPROXIMATE))
                        .stream());
    }

    private Stream<MetricRow> of(Comparison comparison, MarkBook book) {
        MetricRow heading = comparison.heading(this, book).measure("V");
        GapEstimate estimate = comparison.estimate();
        MetricRow scores = heading.copy()
                .value(estimate.value())
                .flag(estimate.flag())
                .frame(Rules.CENSUS)
                .interval(estimate.se(), estimate.census(), "delong");
        return comparison.obstacle() == Flag.OK
                ? Stream.concat(Stream.of(scores), cuts(comparison, heading).stream())
                : Stream.of(scores);
    }

    /** From the counts below every cut that all units of both sides know. */
    private static Optional<MetricRow> cuts(Comparison comparison, MetricRow heading) {
        List<UnitMarks> first = comparison.firstUnits();
        List<UnitMarks> second = comparison.secondUnits();
        List<Long> belowFirst = new ArrayList<>();
        List<Long> belowSecond = new ArrayList<>();
        Inputs cutsOfPaper = Inputs.none();
        for (Rate rate : Rate.values()) {
            Optional<Long> one = rate.below(first, comparison.sitting().paper());
            Optional<Long> other = rate.below(second, comparison.sitting().paper());
            if (one.isPresent() && other.isPresent()) {
                belowFirst.add(one.get());
                belowSecond.add(other.get());
                cutsOfPaper =
                        cutsOfPaper.and(rate.cutInputs(comparison.sitting().paper()));
            }
        }
        if (belowFirst.isEmpty()) {
            return Optional.empty();
        }
        VStatistic v = VStatistic.ofCuts(
                longs(belowFirst),
                comparison.first().n(),
                longs(belowSecond),
                comparison.second().n());
        return Optional.of(heading.copy()
                .variant(comparison.roster().group().kind(), "cuts")
                .value(v.v())
                .inputs(comparison.inputs().and(cutsOfPaper))
                .flag(v.assumed(), Flag.APPROXIMATE)
                .flag(comparison.isSmall(), Flag.N_TOO_SMALL));
    }

    private static long[] longs(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }
}
