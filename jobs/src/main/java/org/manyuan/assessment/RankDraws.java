package org.manyuan.assessment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.manyuan.assessment.Variation.Source;
import org.manyuan.contract.Scheme;
import org.manyuan.statistics.Ranks;
import org.manyuan.statistics.SobolIndex;

/**
 * The places of groups as a scheme has them and over its draws. Two samples of everything are drawn, and for each source of uncertainty
 * the first is run again with that source out of the second, so that the variance of a place can be taken apart (Saltelli et al. 2010).
 * The first sample alone is what medians and intervals are of. Draws know nothing of each other, so it does not matter which core takes
 * which.
 */
final class RankDraws {
    /** Scores that differ by less than 1e-9 are alike: the rounding of sums makes no place. */
    private static final double GRAIN = 1e9;

    private final VariedScores scores;
    private final double[] asIs;
    private final double[][] first;
    private final double[][] second;
    private final Map<Source, double[][]> mixed = new EnumMap<>(Source.class);
    private final boolean[][] isGraded;
    private final Scheme scheme;

    /** @param groups that have a score */
    RankDraws(Scheme scheme, List<RankedGroup> groups) {
        this.scheme = scheme;
        int draws = scheme.robustness().draws();
        scores = new VariedScores(scheme, groups);
        asIs = places(scores.of(scores.asIs()));
        first = new double[draws][];
        second = new double[draws][];
        for (Source source : Source.values()) {
            mixed.put(source, new double[draws][]);
        }
        isGraded = new boolean[draws][groups.size()];
        Variations variations = new Variations(scheme, scores);
        IntStream.range(0, draws).parallel().forEach(draw -> run(draw, variations.at(draw, 0), variations.at(draw, 1)));
    }

    private void run(int draw, Variation one, Variation other) {
        double[][] ofLeaves = scores.leaves().scores(one);
        double[] drawn = scores.of(one, ofLeaves);
        first[draw] = places(drawn);
        second[draw] = places(scores.of(other));
        for (Source source : Source.values()) {
            Variation moved = one.with(source, other);
            mixed.get(source)[draw] = places(moved.hasLeavesOf(one) ? scores.of(moved, ofLeaves) : scores.of(moved));
        }
        for (int group = 0; group < isGraded[draw].length; group++) {
            String grade = scheme.scale().grade(drawn[group], scores.leaves().isVetoed(group, one));
            isGraded[draw][group] =
                    Objects.equals(grade, scores.groups().get(group).score().grade());
        }
    }

    /** The place by the scheme as it is. */
    double place(int group) {
        return asIs[group];
    }

    /** The place in each draw. */
    double[] places(int group) {
        return of(first, group);
    }

    /** Share of the draws in which the group has the grade that it has. */
    double graded(int group) {
        return Arrays.stream(isGraded)
                .mapToInt(draw -> draw[group] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** What a source makes of the variance of the place; NaN where no draw changes it. */
    SobolIndex share(int group, Source source) {
        return SobolIndex.of(of(first, group), of(second, group), of(mixed.get(source), group));
    }

    private static double[] of(double[][] draws, int group) {
        return Arrays.stream(draws).mapToDouble(places -> places[group]).toArray();
    }

    private static double[] places(double[] scores) {
        return Ranks.fromTheGreatest(Arrays.stream(scores)
                .map(score -> Math.rint(score * GRAIN) / GRAIN)
                .toArray());
    }
}
