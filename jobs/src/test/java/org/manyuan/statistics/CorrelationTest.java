package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CorrelationTest {
    /** Each by hand: the products of the deviations from the means over the root of their squares. */
    @Test
    void isTheShareOfTheProductsInTheSquares() {
        assertThat(Correlation.of(of(1, 2, 3, 4, 5), of(2, 1, 4, 3, 5)))
                .as("8 / √(10·10)")
                .isCloseTo(0.8, within(1e-15));
        assertThat(Correlation.of(of(1, 2, 3), of(1, 3, 2))).as("1 / √(2·2)").isCloseTo(0.5, within(1e-15));
        assertThat(Correlation.of(of(0, 0, 1, 1), of(0, 1, 0, 1))).isZero();
        assertThat(Correlation.of(of(10, 20, 30), of(-1, -2, -3))).isCloseTo(-1, within(1e-15));
        assertThat(Correlation.of(of(1, 2, 3, 4), of(1, 4, 9, 16)))
                .as("25 / √(5·129)")
                .isCloseTo(25 / Math.sqrt(645), within(1e-15));
    }

    @Test
    void whereAScaleBeginsAndItsUnitChangeNothing() {
        double r = Correlation.of(of(1, 2, 3, 4, 5), of(2, 1, 4, 3, 5));

        assertThat(Correlation.of(of(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4, 1e9 + 5), of(20, 10, 40, 30, 50)))
                .isCloseTo(r, within(1e-12));
    }

    @Test
    void whatDoesNotVaryHasNone() {
        assertThat(Correlation.of(of(50, 50, 50), of(1, 2, 3))).isNaN();
        assertThat(Correlation.of(of(.3, .1 + .2, .3), of(1, 2, 3)))
                .as("but for rounding")
                .isNaN();
        assertThat(Correlation.of(of(1), of(1))).isNaN();
        assertThat(Correlation.of(of(), of())).isNaN();
        assertThatThrownBy(() -> Correlation.of(of(1), of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] of(double... values) {
        return values;
    }
}
