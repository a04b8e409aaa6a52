package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Student growth percentiles: of the pupils with the same prior results, how many in a hundred did less well (Betebenner 2009). A
 * hundred quantile regressions on splines of the priors stand for "the same". METRICS B6, EXM-07.
 */
public final class GrowthPercentiles {
    private static final int QUANTILES = 100;
    private static final double ON_THE_LINE = 1e-9;
    private static final int BINS = 20;

    private GrowthPercentiles() {}

    /**
     * One percentile a pupil, 1 to 99: the number of lines below the pupil's outcome. Lines that cross need no sorting to be counted. An
     * outcome on a line is not above it.
     *
     * @param priors one row a pupil: the results of earlier papers, all known
     * @throws IllegalArgumentException for a result that is not finite
     */
    public static int[] of(double[][] priors, double[] outcome) {
        if (outcome.length == 0) {
            return new int[0];
        }
        double[][] x = splines(priors);
        double[] taus = new double[QUANTILES];
        Arrays.setAll(taus, j -> (j + .5) / QUANTILES);
        List<QuantileFit> lines = QuantileRegression.fit(x, outcome, taus);
        double least = ON_THE_LINE
                * (Arrays.stream(outcome).max().orElse(0)
                        - Arrays.stream(outcome).min().orElse(0));
        int[] percentiles = new int[outcome.length];
        for (int i = 0; i < percentiles.length; i++) {
            int below = 0;
            for (QuantileFit line : lines) {
                below += line.at(x[i]) < outcome[i] - least ? 1 : 0;
            }
            percentiles[i] = Math.max(1, Math.min(QUANTILES - 1, below));
        }
        return percentiles;
    }

    /**
     * A cheap substitute, 0 to 100: the mid-rank of the outcome among pupils whose prior lies in the same twentieth. Bins end at the
     * prior's 5, 10 … 95 % points; equal priors share a bin. A score's pupils are spread evenly over its step, so half of them count
     * as below it.
     */
    public static double[] withinPriorBins(double[] prior, double[] outcome) {
        double[] sorted = Arrays.stream(prior).sorted().toArray();
        double[] ends = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            // the smallest prior with that share at or below it, its rank in whole numbers: .55·100 is above 55 in
            // doubles
            ends[b] = sorted.length == 0 ? 0 : sorted[(int) (((b + 1L) * sorted.length - 1) / BINS)];
        }
        int[] bin = new int[prior.length];
        for (int i = 0; i < bin.length; i++) {
            while (prior[i] > ends[bin[i]]) {
                bin[i]++;
            }
        }
        double[][] inBin = new double[BINS][];
        for (int b = 0; b < BINS; b++) {
            int number = b;
            inBin[b] = IntStream.range(0, bin.length)
                    .filter(i -> bin[i] == number)
                    .mapToDouble(i -> outcome[i])
                    .sorted()
                    .toArray();
        }
        double[] ranks = new double[outcome.length];
        Arrays.setAll(ranks, i -> midRank(inBin[bin[i]], outcome[i]));
        return ranks;
    }

    private static double midRank(double[] sorted, double value) {
        int below = firstAtLeast(sorted, value);
        int upTo = firstAtLeast(sorted, Math.nextUp(value));
        return 100.0 * (below + upTo) / 2 / sorted.length;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The splines of the first prior, which add to a constant, and of each other one all but the first. */
    private static double[][] splines(double[][] priors) {
        int number = priors[0].length;
        SplineBasis[] bases = new SplineBasis[number];
        int width = 1;
        for (int k = 0; k < number; k++) {
            int column = k;
            bases[k] = SplineBasis.of(
                    Arrays.stream(priors).mapToDouble(row -> row[column]).toArray());
            width += bases[k].size() - 1;
        }
        double[][] x = new double[priors.length][width];
        for (int i = 0; i < x.length; i++) {
            x[i][0] = 1;
            int at = number == 0 ? 1 : 0;
            for (int k = 0; k < number; k++) {
                double[] values = bases[k].at(priors[i][k]);
                int from = k == 0 ? 0 : 1;
                System.arraycopy(values, from, x[i], at, values.length - from);
                at += values.length - from;
            }
        }
        return x;
    }
}
