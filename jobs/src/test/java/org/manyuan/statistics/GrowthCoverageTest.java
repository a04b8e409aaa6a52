package org.manyuan.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the interval of a unit's median growth holds the true median. Not part of verify; the figures stand in
 * schemas/CLARIFICATIONS.md.
 */
@Tag("simulation")
class GrowthCoverageTest {
    private static final int RUNS = 10_000;
    private static final int COHORTS = 400;
    private static final int UNITS = 25;

    @ParameterizedTest(name = "{0} pupils")
    @ValueSource(ints = {6, 10, 20, 30, 50, 100, 300})
    void ofPupilsWhosePercentilesAreKnown(int n) {
        SplittableRandom random = new SplittableRandom(20241004);
        CoverageCount coverage = CoverageCount.of("median of " + n + " percentiles", RUNS, 50, () -> {
            double[] percentiles = new double[n];
            Arrays.setAll(percentiles, i -> Math.max(1, Math.min(99, random.nextInt(101))));
            return MedianGrowth.of(percentiles).interval();
        });
        coverage.print();
        coverage.mayBeShown();
    }

    /** The whole way from marks in half points: 400 cohorts of 25 units, so 10,000 intervals. */
    @ParameterizedTest(name = "25 units of {0} pupils, shift {1}")
    @CsvSource({"20, 0", "40, 0", "40, .3"})
    void ofACohortWhosePercentilesAreFitted(int n, double shift) {
        SplittableRandom random = new SplittableRandom(20241005);
        CoverageCount coverage = new CoverageCount("median growth, 25 units of " + n + " pupils, shift " + shift);
        for (int cohort = 0; cohort < COHORTS; cohort++) {
            double[][] prior = new double[UNITS * n][1];
            double[] outcome = new double[UNITS * n];
            for (int i = 0; i < outcome.length; i++) {
                // every other unit adds the shift, the rest lose it: half the pupils of a prior lie at each side
                double added = i / n % 2 == 0 ? shift : -shift;
                double ability = random.nextGaussian();
                prior[i][0] = Math.round(120 + 30 * ability) / 2.0;
                outcome[i] = Math.round(120 + 30 * (.8 * ability + .6 * (added + random.nextGaussian()))) / 2.0;
            }
            int[] growth = GrowthPercentiles.of(prior, outcome);
            for (int unit = 0; unit < UNITS; unit++) {
                double[] own = Arrays.stream(growth, unit * n, (unit + 1) * n)
                        .asDoubleStream()
                        .toArray();
                coverage.count(MedianGrowth.of(own).interval(), truth(unit % 2 == 0 ? shift : -shift, shift));
            }
        }
        coverage.print();
        coverage.mayBeShown();
    }

    /** The share of all pupils, 13 units of one shift and 12 of the other, below a unit's median pupil. */
    private static double truth(double own, double shift) {
        return 100 * (13 * Normal.cdf(own - shift) + 12 * Normal.cdf(own + shift)) / 25;
    }
}
