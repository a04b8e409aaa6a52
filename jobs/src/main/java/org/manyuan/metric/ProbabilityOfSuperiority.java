package org.manyuan.metric;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.domain.MetricValue;
import org.manyuan.statistics.Superiority;

/**
 * GAP-09 优势概率: how likely a pupil of the leads scores above one of the members, ties half (A, 0 to 1), and Cliff's δ = 2A − 1. One row
 * per group, sitting and measure. Card: schemas/metrics/GAP-09.md.
 */
final class ProbabilityOfSuperiority implements ScoreMetric {
    @Override
    public String id() {
        return "GAP-09";
    }

    @Override
    public int cardVersion() {
        return 2;
    }

    @Override
    public List<MetricValue> rows(MarkBook book) {
        return Comparison.ofResults(book, Gap.LEAD_MEMBER).stream()
                .flatMap(comparison -> comparison.hasMeans() ? byScores(comparison, book) : byLevels(comparison, book))
                .map(MetricRow::row)
                .toList();
    }

    private Stream<MetricRow> byScores(Comparison comparison, MarkBook book) {
        return of(
                comparison.heading(this, book),
                comparison.obstacle() == Flag.OK,
                comparison.isSmall(),
                comparison.superiority());
    }

    private Stream<MetricRow> byLevels(Comparison comparison, MarkBook book) {
        SidesWithoutMeans sides = SidesWithoutMeans.of(comparison);
        return of(sides.heading(this, book), sides.isTwo(), false, sides.superiority());
    }

    /** ZERO_SD where the error is 0; an unknown one, of fewer than two pupils on a side, is a matter of their number. */
    static Flag flag(Optional<Superiority> found) {
        return found.map(known -> known.se() == 0 ? Flag.ZERO_SD : Flag.OK).orElse(Flag.MISSING_INPUT);
    }

    private static Stream<MetricRow> of(
            MetricRow heading, boolean compares, boolean isSmall, Optional<Superiority> found) {
        heading.frame(Rules.CENSUS);
        MetricRow a = heading.copy().measure("A");
        MetricRow cliff = heading.copy().measure("cliff");
        if (compares) {
            Flag flag = flag(found);
            a.flag(flag).flag(isSmall, Flag.N_TOO_SMALL);
            cliff.flag(flag).flag(isSmall, Flag.N_TOO_SMALL);
            found.ifPresent(known -> {
                a.value(known.value()).interval(known.se(), known.interval(Rules.LEVEL), "delong");
                cliff.value(known.cliff()).interval(2 * known.se(), known.cliffInterval(Rules.LEVEL), "delong");
            });
        }
        return Stream.of(a, cliff);
    }
}
