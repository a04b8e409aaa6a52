package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"0, 1", "0.25, 3.25", "0.5, 5.5", "0.75, 7.75", "0.05, 1.45", "0.95, 9.55", "1, 10"})
    void theTenNumbersOfTheTables(double p, double value) {
        assertThat(Quantile.of(new double[] {7, 1, 10, 3, 2, 9, 4, 8, 6, 5}, p)).isCloseTo(value, within(1e-14));
    }

    @Test
    void theOrdinaryMedianLiesBetweenTwo() {
        assertThat(Quantile.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
        assertThat(Quantile.median(new double[] {4})).isEqualTo(4);
    }

    @ParameterizedTest(name = "weights {0} {1} {2}: {3}")
    @CsvSource({
        "1, 1, 2, 20", // half is reached exactly at the second
        "2, 1, 1, 10", // and at the first
        "1, 1, 3, 30",
        "0, 1, 1, 20", // weight 0 is not there
        "5, 0, 0, 10"
    })
    void theLowerWeightedMedianIsTheFirstThatReachesHalf(double a, double b, double c, double median) {
        assertThat(Quantile.lowerMedian(new double[] {30, 10, 20}, new double[] {c, a, b}))
                .isEqualTo(median);
    }

    @Test
    void ofNothingThereIsNone() {
        assertThat(Quantile.of(new double[0], .5)).isNaN();
        assertThat(Quantile.of(new double[] {1}, Double.NaN)).isNaN();
        assertThat(Quantile.of(new double[] {1}, 1.1)).isNaN();
        assertThat(Quantile.lowerMedian(new double[0], new double[0])).isNaN();
        assertThat(Quantile.lowerMedian(new double[] {1, 2}, new double[] {0, 0}))
                .isNaN();
    }
}
