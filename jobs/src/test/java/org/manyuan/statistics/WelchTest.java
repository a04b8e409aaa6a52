package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,GA", "2023,GB", "2023,GC", "2024,GA", "2024,GB", "2024,GC"})
    void agreesWithTheGoldenGaps(int year, String group) {
        Welch gap = Welch.of(Golden.side(year, group, "lead"), Golden.side(year, group, "member"));
        Golden.agrees(gap.delta(), year + "." + group + ".gap_pooled");
        Golden.agrees(gap.se(), year + "." + group + ".gap_welch_se");
    }

    @Test
    void equalSidesHaveTheDegreesOfFreedomOfThePooledTest() {
        Welch gap = Welch.of(Moments.ofTotal(20, 75, 10), Moments.ofTotal(20, 70, 10));
        assertThat(gap.df()).isCloseTo(38, within(1e-10));
        assertThat(gap.se()).isCloseTo(Math.sqrt(10), within(1e-12));
        // t = 5/√10 = 1.5811 on 38 df; t.975 = 2.024394
        assertThat(gap.interval(0.95).hi()).isCloseTo(5 + 2.0243941639 * Math.sqrt(10), within(1e-8));
        assertThat(gap.p()).isCloseTo(0.12213516, within(1e-8));
    }

    @Test
    void swappingTheSidesTurnsTheSignOnly() {
        Moments a = Moments.ofTotal(20, 75, 8);
        Moments b = Moments.ofTotal(31, 70, 12);
        assertThat(Welch.of(b, a).delta()).isEqualTo(-Welch.of(a, b).delta());
        assertThat(Welch.of(b, a).df()).isCloseTo(Welch.of(a, b).df(), within(1e-12));
    }

    @Test
    void aSideOfOneOrWithoutStandardDeviationHasNoInterval() {
        Moments side = Moments.ofTotal(20, 75, 8);
        for (Moments poor :
                new Moments[] {Moments.ofTotal(1, 70, 0), Moments.ofTotal(20, 70, Double.NaN), Moments.EMPTY}) {
            Welch gap = Welch.of(side, poor);
            assertThat(gap.se()).isNaN();
            assertThat(gap.interval(0.95).exists()).isFalse();
            assertThat(gap.p()).isNaN();
        }
        assertThat(Welch.of(side, Moments.ofTotal(1, 70, 0)).delta()).isEqualTo(5);
    }

    @Test
    void twoSidesWithoutAnySpreadHaveNoTest() {
        Welch gap = Welch.of(Moments.ofTotal(5, 75, 0), Moments.ofTotal(5, 70, 0));
        assertThat(gap.se()).isZero();
        assertThat(gap.p()).isNaN();
        assertThat(gap.interval(0.95).exists()).isFalse();
    }

    @Test
    void meansThatDifferByRoundingAreEqual() {
        Moments first = Moments.ofTotal(30, 60.1, 10);
        assertThat(Welch.of(first, Moments.ofTotal(47, Math.nextUp(60.1), 10)).delta())
                .isZero();
    }
}
