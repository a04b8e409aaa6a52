package org.manyuan.assessment;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.manyuan.contract.Indicator;
import org.manyuan.contract.Scheme;
import org.manyuan.statistics.HashedUniform;
import org.manyuan.statistics.Normal;

/**
 * The drawn variations of a scheme: each weight uniform around its own, the way of normalising and of aggregating one of those there
 * are, one leaf or none left out, each value normal around its own with its standard error. What is drawn hangs on the scheme's seed,
 * the number of the draw and the ids of groups and entries, on nothing else. Source: METRICS C1, step 8.
 */
final class Variations {
    /** A uniform of 0 has no normal quantile. */
    private static final double LEAST = 0x1p-54;

    private final VariedScores scores;
    private final double jitter;
    private final long ofWay;
    private final long ofSwap;
    private final long ofLeftOut;
    private final long[] ofWeights;
    private final long[][] ofErrors;
    private final int[] leavesById;

    Variations(Scheme scheme, VariedScores scores) {
        this.scores = scores;
        List<Indicator> entries = scores.entries();
        long seed = scheme.robustness().seed();
        jitter = scheme.robustness().weightJitter();
        ofWay = HashedUniform.seed(seed, "normalisation");
        ofSwap = HashedUniform.seed(seed, "aggregation");
        ofLeftOut = HashedUniform.seed(seed, "left_out");
        ofWeights = entries.stream()
                .mapToLong(entry -> HashedUniform.seed(seed, "weight|" + entry.id()))
                .toArray();
        ofErrors = scores.groups().stream()
                .map(group -> entries.stream()
                        .mapToLong(entry -> HashedUniform.seed(seed, "error|" + group.code() + "|" + entry.id()))
                        .toArray())
                .toArray(long[][]::new);
        leavesById = IntStream.range(0, entries.size())
                .filter(entry -> entries.get(entry).leaf() != null)
                .boxed()
                .sorted(Comparator.comparing(entry -> entries.get(entry).id()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** @param sample which of several independent variations of that number */
    Variation at(int draw, int sample) {
        LeafScale.Way[] ways = LeafScale.Way.values();
        int leaf = place(leavesById.length + 1, HashedUniform.at(ofLeftOut, draw, sample));
        return new Variation(
                weights(draw, sample),
                ways[place(ways.length, HashedUniform.at(ofWay, draw, sample))],
                place(2, HashedUniform.at(ofSwap, draw, sample)) == 1,
                leaf == leavesById.length ? Variation.NONE : leavesById[leaf],
                values(draw, sample));
    }

    private double[] weights(int draw, int sample) {
        double[] weights = scores.asIs().weights().clone();
        Arrays.setAll(
                weights,
                entry -> weights[entry] * (1 + jitter * (2 * HashedUniform.at(ofWeights[entry], draw, sample) - 1)));
        return weights;
    }

    private double[][] values(int draw, int sample) {
        double[][] values = scores.asIs().values().clone();
        for (int group = 0; group < values.length; group++) {
            values[group] = values[group].clone();
            for (int entry : scores.leaves().uncertain(group)) {
                double uniform = Math.max(LEAST, HashedUniform.at(ofErrors[group][entry], draw, sample));
                values[group][entry] += scores.leaves().error(group, entry) * Normal.quantile(uniform);
            }
        }
        return values;
    }

    private static int place(int places, double uniform) {
        return (int) (places * uniform);
    }
}
