package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthPercentilesTest {
    @Test
    void pupilsOfOnePriorAreCountedOut() {
        // four pupils: the line is 1 up to τ .25, 2 up to .5, 3 up to .75, 4 above
        double[][] one = {{60}, {60}, {60}, {60}};
        assertThat(GrowthPercentiles.of(one, new double[] {3, 1, 4, 2})).containsExactly(50, 1, 75, 25);
        assertThat(GrowthPercentiles.of(one, new double[] {3, 3, 3, 3}))
                .as("nobody did less well")
                .containsExactly(1, 1, 1, 1);
        assertThat(GrowthPercentiles.of(new double[0][], new double[0])).isEmpty();
    }

    @Test
    void everyHundredthOfThePupilsLiesBetweenTwoLinesWhateverTheirPrior() {
        QuantileRegressionTest.Pupils pupils = QuantileRegressionTest.Pupils.of(3_000, 21);
        int[] growth = GrowthPercentiles.of(pupils.priors(), pupils.y());
        double median = Arrays.stream(pupils.prior()).sorted().toArray()[1_500];
        for (boolean strong : new boolean[] {true, false}) {
            int[] some = IntStream.range(0, growth.length)
                    .filter(i -> pupils.prior()[i] > median == strong)
                    .map(i -> growth[i])
                    .toArray();
            assertThat(Arrays.stream(some).average().orElseThrow()).isCloseTo(50, within(1.5));
            for (int tenth = 1; tenth < 10; tenth++) {
                int upTo = 10 * tenth;
                double share =
                        Arrays.stream(some).filter(value -> value <= upTo).count() / (double) some.length;
                assertThat(share).as("at most " + upTo).isCloseTo(tenth / 10.0, within(.025));
            }
        }
        assertThat(Arrays.stream(growth).min().orElseThrow()).isEqualTo(1);
        assertThat(Arrays.stream(growth).max().orElseThrow()).isEqualTo(99);
    }

    @Test
    void theOrderOfPupilsAndTheScaleOfThePaperDoNotMatter() {
        QuantileRegressionTest.Pupils pupils = QuantileRegressionTest.Pupils.of(600, 22);
        int[] growth = GrowthPercentiles.of(pupils.priors(), pupils.y());
        int n = growth.length;
        double[][] turned = new double[n][];
        double[] doubled = new double[n];
        for (int i = 0; i < n; i++) {
            turned[i] = pupils.priors()[n - 1 - i];
            doubled[i] = 2 * pupils.y()[n - 1 - i];
        }
        int[] again = GrowthPercentiles.of(turned, doubled);
        for (int i = 0; i < n; i++) {
            assertThat(again[n - 1 - i]).isEqualTo(growth[i]);
        }
    }

    @Test
    void aSecondPriorThatSaysTheSameChangesNothing() {
        QuantileRegressionTest.Pupils pupils = QuantileRegressionTest.Pupils.of(400, 23);
        double[][] twice = Arrays.stream(pupils.prior())
                .mapToObj(prior -> new double[] {prior, 2 * prior})
                .toArray(double[][]::new);
        assertThat(GrowthPercentiles.of(twice, pupils.y()))
                .isEqualTo(GrowthPercentiles.of(pupils.priors(), pupils.y()));
    }

    @Test
    void theSubstituteRanksWithinTwentiethsOfThePrior() {
        double[] same = {60, 60, 60, 60};
        assertThat(GrowthPercentiles.withinPriorBins(same, new double[] {3, 1, 3, 2}))
                .as("a rank in the middle of its equals")
                .containsExactly(75, 12.5, 75, 37.5);
        // forty pupils with priors 1 to 40, two a bin: the better one of each is at 75
        double[] prior = IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
        double[] outcome = Arrays.stream(prior).map(value -> 100 - value).toArray();
        double[] ranks = GrowthPercentiles.withinPriorBins(prior, outcome);
        for (int i = 0; i < 40; i++) {
            assertThat(ranks[i]).isEqualTo(i % 2 == 0 ? 75 : 25);
        }
        // a hundred pupils, five a bin: .55·100 and others are no whole numbers in doubles
        double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        double[] ofHundred = GrowthPercentiles.withinPriorBins(hundred, hundred);
        for (int i = 0; i < 100; i++) {
            assertThat(ofHundred[i]).isEqualTo(10 + 20 * (i % 5));
        }
        assertThat(GrowthPercentiles.withinPriorBins(new double[0], new double[0]))
                .isEmpty();
    }

    @Test
    void theMedianHasAnIntervalOfItsOwnPupils() {
        double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        MedianGrowth growth = MedianGrowth.of(hundred);
        assertThat(growth.median()).isEqualTo(50.5);
        // 50 ± 9.8
        assertThat(growth.interval()).isEqualTo(new Interval(40, 61));
        assertThat(MedianGrowth.of(new double[] {9, 1, 5})).isEqualTo(new MedianGrowth(3, 5, Interval.NONE));
        assertThat(MedianGrowth.of(new double[] {6, 5, 4, 3, 2, 1}).interval()).isEqualTo(new Interval(1, 6));
        assertThat(MedianGrowth.of(new double[0]).median()).isNaN();
    }
}
