package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Functions of two uniform inputs whose indices are known. */
class SobolIndexTest {
    private static final int DRAWS = 20_000;
    /** Three standard errors of the estimates, at most. */
    private static final double ERROR = .03;

    @Test
    void ofASumAreTheSharesOfItsParts() {
        DoubleBinaryOperator sum = (x, y) -> 2 * x + y;

        close(ofTheFirst(sum), .8, .8);
        close(ofTheSecond(sum), .2, .2);
    }

    @Test
    void ofAProductAreMoreTogetherThanAlone() {
        DoubleBinaryOperator product = (x, y) -> x * y;

        close(ofTheFirst(product), 3 / 7.0, 4 / 7.0);
        close(ofTheSecond(product), 3 / 7.0, 4 / 7.0);
    }

    @Test
    void ofWhatMattersOnlyTogetherNothingIsAlone() {
        DoubleBinaryOperator together = (x, y) -> (x - .5) * (y - .5);

        close(ofTheFirst(together), 0, 1);
    }

    @Test
    void ofAnInputThatDoesNotMatterAreZero() {
        SobolIndex idle = ofTheSecond((x, y) -> x);

        assertThat(idle.first()).isZero();
        assertThat(idle.total()).isZero();
    }

    @Test
    void ofAConstantThereAreNone() {
        for (double constant : new double[] {0, .1, 1 / 3.0, 2.7, 1e9 / 7}) {
            assertThat(ofTheFirst((x, y) -> constant)).isEqualTo(new SobolIndex(Double.NaN, Double.NaN));
        }
    }

    @Test
    void refusesRunsOfDifferentDraws() {
        assertThatThrownBy(() -> SobolIndex.of(new double[2], new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("runs of 2, 2 and 3 draws: take all three over the same draws");
    }

    private static void close(SobolIndex actual, double first, double total) {
        assertThat(actual.first()).isCloseTo(first, within(ERROR));
        assertThat(actual.total()).isCloseTo(total, within(ERROR));
    }

    private static SobolIndex ofTheFirst(DoubleBinaryOperator f) {
        return SobolIndex.of(run(f, 0, 0), run(f, 1, 1), run(f, 1, 0));
    }

    private static SobolIndex ofTheSecond(DoubleBinaryOperator f) {
        return SobolIndex.of(run(f, 0, 0), run(f, 1, 1), run(f, 0, 1));
    }

    private static double[] run(DoubleBinaryOperator f, int sampleOfX, int sampleOfY) {
        double[] outputs = new double[DRAWS];
        Arrays.setAll(
                outputs,
                i -> f.applyAsDouble(
                        HashedUniform.at(HashedUniform.seed(7, "x"), i, sampleOfX),
                        HashedUniform.at(HashedUniform.seed(7, "y"), i, sampleOfY)));
        return outputs;
    }
}
