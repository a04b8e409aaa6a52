package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplineBasisTest {
    private static final double[] PRIOR = {88, 30, 38, 41, 47, 52, 55, 60, 66, 71};

    @ParameterizedTest(name = "at {0}")
    @CsvSource({
        // inner knots 40.4, 50, 57, 67, outer ones 24.2 and 93.8; values by SciPy 1.17 (BSpline.design_matrix)
        "30, .264578758507529 .540872555583386 .180316375196658 .014232310712427 0 0 0 0",
        "50.5, 0 0 .072054332311826 .685000867700963 .242920817791593 .000023982195618 0 0",
        "52, 0 0 .032796691994459 .605981330311483 .359687117174508 .00153486051955 0 0",
        "88, 0 0 0 0 .004516762524483 .085053468829749 .42930966743651 .481120101209258",
        "24.2, 1 0 0 0 0 0 0 0",
        "93.8, 0 0 0 0 0 0 0 1",
    })
    void agreesWithAnotherProgram(double x, String expected) {
        double[] values = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(SplineBasis.of(PRIOR).at(x)).containsExactly(values, within(1e-14));
    }

    @Test
    void theFunctionsAddToOneAndAreNeverNegative() {
        SplineBasis basis = SplineBasis.of(PRIOR);
        for (double x = 20; x <= 100; x += .37) {
            assertThat(Arrays.stream(basis.at(x)).min().orElseThrow()).isNotNegative();
            assertThat(Arrays.stream(basis.at(x)).sum()).isCloseTo(1, within(1e-14));
        }
        assertThat(basis.at(-1e9)).isEqualTo(basis.at(24.2));
    }

    @Test
    void aCubicOfThePriorIsMetExactly() {
        SplineBasis basis = SplineBasis.of(PRIOR);
        double[][] x = Arrays.stream(PRIOR).mapToObj(basis::at).toArray(double[][]::new);
        double[] y = Arrays.stream(PRIOR)
                .map(prior -> 5 - prior + Math.pow(prior - 50, 2) / 40 - Math.pow(prior - 50, 3) / 900)
                .toArray();
        QuantileFit median = QuantileRegression.fit(x, y, .5).get(0);
        assertThat(median.checkLoss()).isCloseTo(0, within(1e-10));
        // and between the pupils too: ten of them, eight functions
        assertThat(median.at(basis.at(80))).isCloseTo(5 - 80 + 22.5 - 30, within(1e-8));
    }

    @Test
    void equalKnotsStandOnceAndOneValueIsAConstant() {
        assertThat(SplineBasis.of(PRIOR).size()).isEqualTo(8);
        double[] crowded = {1, 5, 5, 5, 5, 5, 5, 5, 9};
        SplineBasis basis = SplineBasis.of(crowded);
        assertThat(basis.size()).isEqualTo(5);
        assertThat(Arrays.stream(basis.at(5)).sum()).isCloseTo(1, within(1e-14));
        assertThat(SplineBasis.of(new double[] {7, 7, 7}).at(3)).containsExactly(1);
        assertThatThrownBy(() -> SplineBasis.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a spline needs finite values: leave out pupils without a prior result");
    }
}
