package org.manyuan.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.manyuan.assessment.Variation.Source;
import org.manyuan.contract.Scheme;
import org.manyuan.domain.AssessmentRank;
import org.manyuan.domain.AssessmentScore;
import org.manyuan.domain.Flag;
import org.manyuan.domain.Origin;
import org.manyuan.statistics.Interval;
import org.manyuan.statistics.Quantile;

/**
 * BND-02 名次稳健性: how far the place of a group hangs on choices that could have been made otherwise, and on the errors of its figures.
 * The same scheme and figures give the same rows, in whatever order groups come. Source: METRICS C1, step 8; Saisana, Saltelli and
 * Tarantola 2005; card BND-02.
 */
final class AssessmentRanks {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final int NO_PLACE = -1;

    private final Scheme scheme;
    private final int groups;
    private final RankDraws draws;
    private final List<Interval> intervals;
    private final Origin origin;

    private AssessmentRanks(Scheme scheme, List<RankedGroup> ranked) {
        this.scheme = scheme;
        groups = ranked.size();
        draws = new RankDraws(scheme, ranked);
        intervals = IntStream.range(0, groups)
                .mapToObj(draws::places)
                .map(places -> new Interval(Quantile.of(places, LOW), Quantile.of(places, HIGH)))
                .toList();
        origin = ranked.stream().map(group -> group.score().origin()).reduce(Origin.REPORTED, Origin::and);
    }

    /** One row a group, in their order. A group without a score has no place and takes nobody's. */
    static List<AssessmentRank> of(Scheme scheme, List<RankedGroup> groups) {
        List<RankedGroup> ranked =
                groups.stream().filter(group -> group.score().score() != null).toList();
        AssessmentRanks ranks = new AssessmentRanks(scheme, ranked);
        List<AssessmentRank> rows = new ArrayList<>();
        int next = 0;
        for (RankedGroup group : groups) {
            boolean hasPlace = group.score().score() != null;
            rows.add(ranks.row(group.score(), hasPlace ? next++ : NO_PLACE));
        }
        return rows;
    }

    private AssessmentRank row(AssessmentScore score, int group) {
        boolean hasPlace = group != NO_PLACE;
        return new AssessmentRank(
                score.schemeId(),
                score.schemeVersion(),
                score.districtCode(),
                score.groupCode(),
                score.schoolCode(),
                score.schoolYear(),
                score.asOf(),
                figure(group, draws::place),
                (long) groups,
                figure(group, at -> Quantile.median(draws.places(at))),
                figure(group, at -> intervals.get(at).lo()),
                figure(group, at -> intervals.get(at).hi()),
                (long) scheme.robustness().top(),
                figure(group, this::onTop),
                score.grade() == null ? null : figure(group, draws::graded),
                hasPlace ? indistinct(group) : null,
                figure(group, at -> first(at, Source.WEIGHTS)),
                figure(group, at -> total(at, Source.WEIGHTS)),
                figure(group, at -> first(at, Source.NORMALISATION)),
                figure(group, at -> total(at, Source.NORMALISATION)),
                figure(group, at -> first(at, Source.AGGREGATION)),
                figure(group, at -> total(at, Source.AGGREGATION)),
                figure(group, at -> first(at, Source.LEFT_OUT)),
                figure(group, at -> total(at, Source.LEFT_OUT)),
                figure(group, at -> first(at, Source.ERROR)),
                figure(group, at -> total(at, Source.ERROR)),
                (long) scheme.robustness().draws(),
                hasPlace && groups == 1 ? Flag.K_TOO_SMALL.or(score.flag()) : score.flag(),
                score.marks(),
                hasPlace ? origin : score.origin());
    }

    private static Double figure(int group, IntToDoubleFunction of) {
        double figure = group == NO_PLACE ? Double.NaN : of.applyAsDouble(group);
        return Double.isNaN(figure) ? null : figure;
    }

    private double onTop(int group) {
        double[] places = draws.places(group);
        return (double) IntStream.range(0, places.length)
                        .filter(draw -> places[draw] <= scheme.robustness().top())
                        .count()
                / places.length;
    }

    private long indistinct(int group) {
        Interval own = intervals.get(group);
        return intervals.stream()
                        .filter(other -> other.lo() <= own.hi() && own.lo() <= other.hi())
                        .count()
                - 1;
    }

    private double first(int group, Source source) {
        return share(draws.share(group, source).first());
    }

    private double total(int group, Source source) {
        return share(draws.share(group, source).total());
    }

    /** A share of a variance; chance alone puts an estimate outside. */
    private static double share(double estimate) {
        return Math.max(0, Math.min(1, estimate));
    }
}
