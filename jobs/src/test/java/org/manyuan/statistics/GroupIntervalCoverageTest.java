package org.manyuan.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals that take groups as a sample. Not part of verify; the figures stand in schemas/CLARIFICATIONS.md. */
@Tag("simulation")
class GroupIntervalCoverageTest {
    @ParameterizedTest
    @CsvSource({"8", "20"})
    void theMeanSpreadWithinGroups(int k) {
        SplittableRandom random = new SplittableRandom(20240927);
        // of four units with independent normal means the spread by k is the chi of 3 degrees of freedom, halved
        double truth = 5 * Math.sqrt(2 / Math.PI);
        Coverage.mayBeShown("GAP-20, t over groups", "four equal units a group, sd 5, K = " + k, truth, () -> {
            double[] spread = new double[k];
            for (int g = 0; g < k; g++) {
                double[] mean = new double[4];
                Arrays.setAll(mean, j -> 70 + 5 * random.nextGaussian());
                spread[g] = Dispersion.sd(mean, new double[] {1, 1, 1, 1});
            }
            return MeanT.of(spread).interval(.95);
        });
    }

    @ParameterizedTest
    @CsvSource({"10, 0", "10, 1", "10, 4", "12, 4", "20, 0", "20, 1", "20, 4", "40, 1", "40, 4"})
    void theMeanOfGroups(int k, double between) {
        SplittableRandom random = new SplittableRandom(20240917);
        Coverage.mayBeShown(
                "GAP-19 mean, REML normal", groups(k, between), Groups.MEAN, () -> Groups.draw(random, k, between)
                        .effects()
                        .interval(.95));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "8, 4"})
    void theMeanOfFewGroups(int k, double between) {
        SplittableRandom random = new SplittableRandom(20240917);
        Coverage.mustBeWithheld(
                "GAP-19 mean, REML normal", groups(k, between), Groups.MEAN, () -> Groups.draw(random, k, between)
                        .effects()
                        .interval(.95));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "8, 4", "12, 1", "12, 4", "20, 1", "20, 4", "40, 1", "40, 4"})
    void theFurtherGroupWhereMostOfTheVariationIsTrue(int k, double between) {
        SplittableRandom random = new SplittableRandom(20240919);
        Coverage.of("GAP-19 pi, prediction t, given where I² ≥ .5", groups(k, between), () -> {
                    RandomEffects effects = Groups.draw(random, k, between).effects();
                    Interval interval = effects.i2() >= .5 ? effects.prediction(.95) : Interval.NONE;
                    return new Coverage.Run(interval, Groups.further(random, between));
                })
                .mayBeShown();
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "20, .25", "20, 1", "40, .25"})
    void theFurtherGroupWhateverTheVariation(int k, double between) {
        SplittableRandom random = new SplittableRandom(20240920);
        Coverage.of("GAP-19 pi, prediction t, always given", groups(k, between), () -> {
                    RandomEffects effects = Groups.draw(random, k, between).effects();
                    return new Coverage.Run(effects.prediction(.95), Groups.further(random, between));
                })
                .mustBeWithheld();
    }

    private static String groups(int k, double between) {
        return "τ² " + between + " times the mean v, K = " + k;
    }

    /** Gaps of groups, their own variances between .01 and .07. */
    private record Groups(double[] y, double[] v) {
        static final double MEAN = .8;
        private static final double MEAN_VARIANCE = .04;

        static Groups draw(SplittableRandom random, int k, double between) {
            double[] y = new double[k];
            double[] v = new double[k];
            for (int g = 0; g < k; g++) {
                v[g] = .01 + .06 * random.nextDouble();
                y[g] = further(random, between) + Math.sqrt(v[g]) * random.nextGaussian();
            }
            return new Groups(y, v);
        }

        /** The true gap of one group. */
        static double further(SplittableRandom random, double between) {
            return MEAN + Math.sqrt(between * MEAN_VARIANCE) * random.nextGaussian();
        }

        RandomEffects effects() {
            return RandomEffects.of(y, v);
        }
    }
}
