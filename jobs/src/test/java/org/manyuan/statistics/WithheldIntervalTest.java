package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intervals that METRICS names and no figure carries: with a known truth they hold it too seldom (METRICS §0). 10,000 made-up
 * territories each; the figures stand in schemas/CLARIFICATIONS.md.
 */
@Tag("simulation")
class WithheldIntervalTest {
    private static final int RUNS = 10_000;
    private static final double SPREAD = .3;
    private static final double P95 = 1.6448536269514722;

    @ParameterizedTest(name = "P95 over P5 of {0} units")
    @CsvSource({"20", "40", "80"})
    void theLogJackknifeOfPercentileRatios(int k) {
        SplittableRandom random = new SplittableRandom(20240911);
        double truth = Math.exp(2 * P95 * SPREAD);
        int ratio = 0;
        int federal = 0;
        for (int run = 0; run < RUNS; run++) {
            double[] x = new double[k];
            Arrays.setAll(x, j -> Math.exp(SPREAD * random.nextGaussian()));
            ratio += interval(x, true).contains(truth) ? 1 : 0;
            federal += interval(x, false).contains(truth - 1) ? 1 : 0;
        }
        System.out.printf("P95/P5 k=%d: coverage %.3f, federal %.3f%n", k, (double) ratio / RUNS, (double) federal / RUNS);
        assertThat(tooSeldom(ratio)).isTrue();
        assertThat(tooSeldom(federal)).isTrue();
    }

    private static Interval interval(double[] x, boolean plain) {
        double[] leftOut = Jackknife.leaveOneOut(x.length, kept -> {
            double[] rest = Arrays.stream(kept).mapToDouble(j -> x[j]).toArray();
            return plain ? RangeRatio.p95p5(rest) : RangeRatio.federal(rest);
        });
        return Jackknife.logScale(plain ? RangeRatio.p95p5(x) : RangeRatio.federal(x), leftOut)
                .interval();
    }

    private static boolean tooSeldom(int holds) {
        double coverage = (double) holds / RUNS;
        return coverage + 2 * Math.sqrt(coverage * (1 - coverage) / RUNS) < .92;
    }
}
