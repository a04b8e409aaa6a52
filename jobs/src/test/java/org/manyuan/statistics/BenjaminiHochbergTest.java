package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    @Test
    void takesTheSmallestOfTheRanksAbove() {
        // m = 4: .01·4/1 = .04; .02·4/2 = .04; .04·4/3 = .0533; .03 sorts third: .03·4/3 = .04; .04·4/4 = .04
        assertThat(BenjaminiHochberg.adjust(new double[] {.04, .01, .03, .02}))
                .containsExactly(new double[] {.04, .04, .04, .04}, within(1e-15));
        assertThat(BenjaminiHochberg.adjust(new double[] {.5, .001, .2}))
                .containsExactly(new double[] {.5, .003, .3}, within(1e-15));
    }

    @Test
    void aRowWithoutPIsNoMemberOfTheFamily() {
        double[] q = BenjaminiHochberg.adjust(new double[] {.02, Double.NaN, .04});
        assertThat(q[0]).isCloseTo(.04, within(1e-15));
        assertThat(q[1]).isNaN();
        assertThat(q[2]).isCloseTo(.04, within(1e-15));
    }

    @Test
    void tiesGetTheSameAndNoneExceedsOne() {
        assertThat(BenjaminiHochberg.adjust(new double[] {.9, .3, .3, 1}))
                .containsExactly(new double[] {1, .6, .6, 1}, within(1e-15));
    }

    @Test
    void aFamilyOfOneKeepsItsPAndAnEmptyOneIsEmpty() {
        assertThat(BenjaminiHochberg.adjust(new double[] {.03})).containsExactly(.03);
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }
}
