package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionsTest {
    @Test
    void theNormalOfTheTables() {
        assertThat(Normal.Z95).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(Normal.cdf(0)).isEqualTo(.5);
        assertThat(Normal.twoSidedP(-1.959963984540054)).isCloseTo(.05, within(1e-14));
        assertThat(Normal.quantile(Normal.cdf(.7))).isCloseTo(.7, within(1e-14));
        assertThat(Normal.density(0)).isCloseTo(.3989422804014327, within(1e-15));
        assertThat(Normal.interval(3, 2, .95).lo()).isCloseTo(3 - 2 * 1.959963984540054, within(1e-12));
    }

    @ParameterizedTest(name = "t({0})")
    @CsvSource({"1, 12.706204736174698", "3, 3.182446305284263", "7, 2.364624251592785", "30, 2.042272456301238"})
    void theTOfTheTables(double df, double point) {
        assertThat(StudentT.quantile(.975, df)).isCloseTo(point, within(1e-11));
        assertThat(StudentT.twoSidedP(point, df)).isCloseTo(.05, within(1e-12));
        assertThat(StudentT.cdf(-point, df)).isCloseTo(.025, within(1e-12));
    }

    @Test
    void whatIsUnknownStaysUnknown() {
        assertThat(Normal.cdf(Double.NaN)).isNaN();
        assertThat(Normal.quantile(1.5)).isNaN();
        assertThat(StudentT.quantile(.975, 0)).isNaN();
        assertThat(StudentT.quantile(.975, Double.NaN)).isNaN();
        assertThat(StudentT.cdf(Double.NaN, 5)).isNaN();
        assertThat(StudentT.interval(1, Double.NaN, 5, .95).exists()).isFalse();
        assertThat(Interval.NONE.contains(0)).isFalse();
        assertThat(Interval.NONE.excludesZero()).isFalse();
    }

    @Test
    void theMeanOfPairsIsThePairedTest() {
        // differences 1, 2, 3, 4: mean 2.5, sd 1.290994, se .6454972, t = 3.872983 on 3 df
        MeanT mean = MeanT.of(new double[] {1, 2, 3, 4});
        assertThat(mean.mean()).isEqualTo(2.5);
        assertThat(mean.se()).isCloseTo(.6454972243679028, within(1e-15));
        assertThat(mean.p()).isCloseTo(.03046629, within(1e-8));
        assertThat(mean.interval(.95).lo()).isCloseTo(2.5 - 3.182446305284263 * .6454972243679028, within(1e-10));
        assertThat(MeanT.of(new double[] {1}).interval(.95).exists()).isFalse();
        assertThat(MeanT.of(new double[] {2, 2}).p()).isNaN();
        assertThat(MeanT.of(new double[] {}).mean()).isNaN();
    }
}
