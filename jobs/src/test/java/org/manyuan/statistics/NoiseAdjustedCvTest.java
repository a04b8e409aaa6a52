package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NoiseAdjustedCvTest {
    @Test
    void takesTheNoiseOfEachMeanOff() {
        // S² = 25, noise Σ(1 − n/N)s²/N = 2·(½·40/20) = 2
        NoiseAdjustedCv cv = NoiseAdjustedCv.of(
                List.of(Moments.ofTotal(10, 65, Math.sqrt(40)), Moments.ofTotal(10, 75, Math.sqrt(40))));
        assertThat(cv.value()).isCloseTo(Math.sqrt(23) / 70, within(1e-15));
        assertThat(cv.stoodIn()).isZero();
    }

    @Test
    void withoutNoiseItIsThePlainCoefficient() {
        double[] x = {60, 70, 80};
        double[] w = {10, 20, 40};
        assertThat(NoiseAdjustedCv.of(List.of(
                                Moments.ofTotal(10, 60, 0), Moments.ofTotal(20, 70, 0), Moments.ofTotal(40, 80, 0)))
                        .value())
                .isCloseTo(Dispersion.cv(x, w), within(1e-15));
    }

    @Test
    void isRightOnAverage() {
        // unequal units, unequal noise: the mean of v·μ² over many draws is the variance of the true means
        SplittableRandom random = new SplittableRandom(7);
        int[] n = {4, 9, 25, 60};
        double[] truth = {68, 74, 71, 66};
        double[] sd = {14, 8, 11, 9};
        double between = Math.pow(Dispersion.sd(truth, new double[] {4, 9, 25, 60}), 2);
        double[] drawn = new double[20_000];
        for (int run = 0; run < drawn.length; run++) {
            List<Moments> units = new ArrayList<>();
            for (int j = 0; j < n.length; j++) {
                Moments unit = Moments.EMPTY;
                for (int i = 0; i < n[j]; i++) {
                    unit = unit.merge(new Moments(1, truth[j] + sd[j] * random.nextGaussian(), 0));
                }
                units.add(unit);
            }
            double mean = Moments.pool(units).mean();
            double raw = NoiseAdjustedCv.of(units).raw() * mean;
            drawn[run] = Math.signum(raw) * raw * raw;
        }
        MeanT average = MeanT.of(drawn);
        assertThat(average.mean()).isCloseTo(between, within(4 * average.se()));
        assertThat(average.se()).as("fine enough to see a wrong divisor").isLessThan(.01 * between);
    }

    @Test
    void unitsThatDifferLessThanChanceShowZeroAndKeepTheRawFigure() {
        NoiseAdjustedCv cv = NoiseAdjustedCv.of(List.of(Moments.ofTotal(10, 70, 10), Moments.ofTotal(10, 70, 10)));
        assertThat(cv.isTruncated()).isTrue();
        assertThat(cv.value()).isZero();
        assertThat(cv.raw()).isCloseTo(-Math.sqrt(5) / 70, within(1e-15));
    }

    @Test
    void aUnitOfOnePupilTakesTheVarianceWithinTheOthers() {
        NoiseAdjustedCv cv = NoiseAdjustedCv.of(List.of(
                Moments.ofTotal(10, 65, 6), Moments.EMPTY, Moments.ofTotal(20, 75, 8), Moments.ofTotal(1, 90, 0)));
        double within = (9 * 36 + 19 * 64) / 28.0;
        double mean = (650 + 1500 + 90) / 31.0;
        double s2 = (10 * Math.pow(65 - mean, 2) + 20 * Math.pow(75 - mean, 2) + Math.pow(90 - mean, 2)) / 31;
        double noise = (21 / 31.0 * 36 + 11 / 31.0 * 64 + 30 / 31.0 * within) / 31;
        assertThat(cv.stoodIn()).isEqualTo(1);
        assertThat(cv.value()).isCloseTo(Math.sqrt(s2 - noise) / mean, within(1e-15));
    }

    @Test
    void withoutSpreadWithoutMeanAndWithoutUnitsThereIsNone() {
        Moments unit = Moments.ofTotal(10, 70, 8);
        assertThat(NoiseAdjustedCv.of(List.of(unit, Moments.ofTotal(10, 60, Double.NaN)))
                        .value())
                .isNaN();
        assertThat(NoiseAdjustedCv.of(List.of(Moments.ofTotal(5, -1, 2), Moments.ofTotal(5, 1, 2)))
                        .value())
                .isNaN();
        assertThat(NoiseAdjustedCv.of(List.of(Moments.ofTotal(1, 70, 0), Moments.ofTotal(1, 60, 0)))
                        .value())
                .as("nobody's spread is known")
                .isNaN();
        assertThat(NoiseAdjustedCv.of(List.of()).value()).isNaN();
        assertThat(NoiseAdjustedCv.of(List.of(unit)).value())
                .as("one unit does not differ")
                .isZero();
    }
}
