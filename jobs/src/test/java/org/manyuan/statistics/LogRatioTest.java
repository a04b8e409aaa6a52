package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogRatioTest {
    @ParameterizedTest
    @ValueSource(strings = {"GA", "GB", "GC"})
    void agreesWithTheGoldenGrowth(String group) {
        for (String role : new String[] {"lead", "member"}) {
            long base = Golden.side(2023, group, role).n();
            long now = Golden.side(2024, group, role).n();
            Golden.agrees(LogRatio.ofCounts(base, now).growth(), group + "." + role + "_growth");
        }
    }

    @Test
    void countsHaveTheErrorOfPoisson() {
        LogRatio ratio = LogRatio.ofCounts(100, 80);
        assertThat(ratio.growth()).isCloseTo(-.2, within(1e-15));
        assertThat(ratio.lnRatio()).isCloseTo(Math.log(.8), within(1e-15));
        assertThat(ratio.se()).isCloseTo(Math.sqrt(.01 + .0125), within(1e-15));
        assertThat(ratio.interval(.95).hi()).isCloseTo(Math.log(.8) + Normal.Z95 * .15, within(1e-14));
        assertThat(ratio.growthInterval(.95).lo()).isCloseTo(.8 * Math.exp(-Normal.Z95 * .15) - 1, within(1e-14));
    }

    @Test
    void sharesHaveTheErrorOfTheDeltaMethod() {
        // from 10 of 100 to 40 of 100: four times as many is a growth of 300 %
        LogRatio ratio = LogRatio.ofShares(10, 100, 40, 100);
        assertThat(ratio.growth()).isCloseTo(3, within(1e-14));
        assertThat(ratio.lnRatio()).isCloseTo(Math.log(4), within(1e-14));
        assertThat(ratio.se()).isCloseTo(Math.sqrt(.6 / (100 * .4) + .9 / (100 * .1)), within(1e-15));
    }

    @Test
    void turningTheYearsRoundTurnsTheSignOnly() {
        assertThat(LogRatio.ofCounts(80, 100).lnRatio())
                .isCloseTo(-LogRatio.ofCounts(100, 80).lnRatio(), within(1e-15));
        assertThat(LogRatio.ofShares(7, 90, 30, 60).se())
                .isEqualTo(LogRatio.ofShares(30, 60, 7, 90).se());
    }

    @Test
    void aBaseOfZeroHasNoGrowthAndNothingLeftHasNoLogarithm() {
        LogRatio none = LogRatio.ofCounts(0, 40);
        assertThat(none.growth()).isNaN();
        assertThat(none.interval(.95).exists()).isFalse();
        LogRatio gone = LogRatio.ofShares(10, 100, 0, 100);
        assertThat(gone.growth()).isEqualTo(-1);
        assertThat(gone.lnRatio()).isNaN();
        assertThat(gone.growthInterval(.95).exists()).isFalse();
        assertThat(LogRatio.ofShares(0, 0, 4, 9).growth()).isNaN();
        assertThat(LogRatio.ofShares(4, 9, 0, 0).growth()).isNaN();
    }

    @Test
    void everybodyInBothYearsTellsNothingOfItsError() {
        LogRatio all = LogRatio.ofShares(50, 50, 60, 60);
        assertThat(all.growth()).isZero();
        assertThat(all.se()).isZero();
        assertThat(all.interval(.95).exists()).isFalse();
    }
}
