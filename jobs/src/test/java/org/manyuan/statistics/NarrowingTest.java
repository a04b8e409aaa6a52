package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NarrowingTest {
    @Test
    void gapsThatDifferByRoundingHaveNotChanged() {
        Narrowing change = Narrowing.of(.1 + .2, .1, .3, .1, 0);
        assertThat(change.change()).isZero();
        assertThat(change.rate().rate()).isZero();
        assertThat(change.p()).isEqualTo(1);
    }

    @Test
    void reproducesTheWrittenOutGroupInPoints() {
        // METRICS B4, golden GA on GAP-07
        Narrowing gap = Narrowing.of(
                Golden.answer("2023.GA.gap_pooled")[0],
                Golden.answer("2023.GA.gap_welch_se")[0],
                Golden.answer("2024.GA.gap_pooled")[0],
                Golden.answer("2024.GA.gap_welch_se")[0],
                0);
        assertThat(gap.change()).isCloseTo(-3.340, within(5e-4));
        assertThat(gap.se()).isCloseTo(2.848, within(5e-4));
        assertThat(gap.p()).isCloseTo(.2409, within(5e-5));
        assertThat(gap.rate().rate()).isCloseTo(.234, within(5e-4));
        assertThat(gap.rate().interval().lo()).isCloseTo(-.197, within(5e-4));
        assertThat(gap.rate().interval().hi()).isCloseTo(.540, within(5e-4));
        assertThat(gap.interval(.95).excludesZero()).isFalse();
    }

    @Test
    void reproducesTheWrittenOutGroupOnThePaperScale() {
        // METRICS B4, golden GA on GAP-08b; standard errors as printed in B2
        Narrowing gap = Narrowing.of(1.068949197, .1497706345, .8663389542, .1605451249, 0);
        assertThat(gap.change()).isCloseTo(-.202610, within(5e-7));
        assertThat(gap.se()).isCloseTo(.219559, within(5e-7));
        assertThat(gap.p()).isCloseTo(.3561, within(5e-5));
        assertThat(gap.rate().rate()).isCloseTo(.1895, within(5e-5));
        assertThat(gap.rate().interval().lo()).isCloseTo(-.266, within(5e-4));
        assertThat(gap.rate().interval().hi()).isCloseTo(.513, within(5e-4));
    }

    @Test
    void sizesCountNotSigns() {
        assertThat(Narrowing.of(-10, 1, 4, 1, 0)).isEqualTo(Narrowing.of(10, 1, 4, 1, 0));
        assertThat(Narrowing.of(-10, 1, 4, 1, 0).change()).isEqualTo(-6);
    }

    @Test
    void aBaseGapThatMayBeZeroHasNoBoundedRate() {
        Narrowing gap = Narrowing.of(1, .6, .5, .6, 0);
        assertThat(gap.rate().isBounded()).isFalse();
        assertThat(gap.interval(.95).exists()).as("the change stands").isTrue();
        assertThat(Fieller.of(0, 0, 1, .1, 0).rate()).isNaN();
        assertThat(Fieller.of(0, 0, 1, .1, 0).isBounded()).isFalse();
    }

    @Test
    void aBaseWithoutNoiseGivesThePlainInterval() {
        Fieller rate = Fieller.of(10, 0, 8, 1, 0);
        assertThat(rate.interval().lo()).isCloseTo(1 - (8 + Normal.Z95) / 10, within(1e-12));
        assertThat(rate.interval().hi()).isCloseTo(1 - (8 - Normal.Z95) / 10, within(1e-12));
    }

    /** By hand: √(1 + 2.25 − 2·.6) = √2.05; (100 − 3.8415·1)ρ² − 2(80 − 3.8415·.6)ρ + (64 − 3.8415·2.25) = 0. */
    @Test
    void pupilsWhoAreInBothYearsTakeTheirShareOffTheError() {
        Narrowing gap = Narrowing.of(10, 1, 8, 1.5, .6);
        assertThat(gap.se()).isCloseTo(1.4317821063, within(1e-10));
        assertThat(gap.rate().interval().lo()).isCloseTo(-.0857772347, within(1e-10));
        assertThat(gap.rate().interval().hi()).isCloseTo(.4697975463, within(1e-10));
        assertThat(Narrowing.of(-10, 1, -8, 1.5, .6)).isEqualTo(gap);
    }

    @Test
    void theSizesOfGapsOfOppositeSignsMoveAgainstEachOther() {
        assertThat(Narrowing.of(10, 1, -8, 1.5, .6).se()).isCloseTo(Math.sqrt(4.45), within(1e-12));
        assertThat(Narrowing.of(10, 1, 0, 1.5, .6).se())
                .as("a gap of 0 has no direction")
                .isEqualTo(Math.sqrt(3.25));
    }

    @Test
    void nothingIsLeftWhereTheCovarianceIsAsLargeAsTheVariances() {
        assertThat(Narrowing.of(10, 1, 8, 1, 1).se()).isZero();
        assertThat(Narrowing.of(10, 1, 8, 1, 1.2).se()).isZero();
        assertThat(Narrowing.of(10, 1, 8, 1, 1).p()).isNaN();
    }

    @Test
    void anUnknownErrorKeepsTheChangeAndLosesTheTest() {
        Narrowing gap = Narrowing.of(10, Double.NaN, 8, 1, 0);
        assertThat(gap.change()).isEqualTo(-2);
        assertThat(gap.p()).isNaN();
        assertThat(gap.rate().isBounded()).isFalse();
        assertThat(gap.interval(.95).exists()).isFalse();
    }
}
