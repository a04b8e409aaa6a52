package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class BetaConvergenceTest {
    private static final double[] THEN = {61, 90, 74, 66, 83, 70, 78, 55};
    private static final double[] NOW = {65, 88, 75, 71, 80, 72, 74, 63};

    @Test
    void theSlopeAndItsErrorAreThoseOfTheMatrices() {
        RealMatrix x = MatrixUtils.createRealMatrix(8, 2);
        RealMatrix y = MatrixUtils.createRealMatrix(8, 1);
        for (int j = 0; j < 8; j++) {
            x.setRow(j, new double[] {1, Math.log(THEN[j])});
            y.setEntry(j, 0, Math.log(NOW[j] / THEN[j]) / 3);
        }
        RealMatrix inverse = MatrixUtils.inverse(x.transposeMultiply(x));
        RealMatrix slope = inverse.multiply(x.transposeMultiply(y));
        RealMatrix hat = x.multiply(inverse).multiplyTransposed(x);
        RealMatrix residual = y.subtract(x.multiply(slope));
        double[] meat = new double[8];
        Arrays.setAll(meat, j -> Math.pow(residual.getEntry(j, 0) / (1 - hat.getEntry(j, j)), 2));
        RealMatrix variance = inverse.multiply(x.transposeMultiply(MatrixUtils.createRealDiagonalMatrix(meat)))
                .multiply(x)
                .multiply(inverse);

        BetaConvergence beta = BetaConvergence.of(THEN, NOW, 3);
        assertThat(beta.k()).isEqualTo(8);
        assertThat(beta.a()).isCloseTo(slope.getEntry(0, 0), within(1e-11));
        assertThat(beta.b()).isCloseTo(slope.getEntry(1, 0), within(1e-11));
        assertThat(beta.se()).isCloseTo(Math.sqrt(variance.getEntry(1, 1)), within(1e-11));
        assertThat(beta.b()).isNegative();
        assertThat(beta.interval(.95).hi()).isCloseTo(beta.b() + 2.4469118511449692 * beta.se(), within(1e-12));
        assertThat(beta.p()).isCloseTo(StudentT.twoSidedP(beta.b() / beta.se(), 6), within(1e-15));
    }

    @Test
    void aGapThatShrinksToATenthInTenYearsHalvesInThree() {
        // ln x now = ln x then/10 + const: b = −.09, speed = ln 10/10 a year
        double[] then = {50, 60, 75, 90};
        double[] now = Arrays.stream(then).map(x -> 70 * Math.pow(x, .1)).toArray();
        BetaConvergence beta = BetaConvergence.of(then, now, 10);
        assertThat(beta.b()).isCloseTo(-.09, within(1e-14));
        assertThat(beta.speed()).isCloseTo(Math.log(10) / 10, within(1e-13));
        assertThat(beta.halfLife()).isCloseTo(10 * Math.log(2) / Math.log(10), within(1e-11));
    }

    @Test
    void unitsThatAllGrewByOneFactorTellNothingOfCatchingUp() {
        SplittableRandom random = new SplittableRandom(7);
        for (int panel = 0; panel < 200; panel++) {
            double[] then = random.doubles(20 + panel % 21, 40, 90).toArray();
            double factor = List.of(1.5, .7, 1.0, 3.0).get(panel % 4);
            BetaConvergence beta = BetaConvergence.of(
                    then, Arrays.stream(then).map(x -> factor * x).toArray(), 1 + panel % 5);
            assertThat(beta.b()).isZero();
            assertThat(beta.se()).isZero();
            assertThat(beta.speed()).isEqualTo(0.0);
            assertThat(beta.interval(.95).exists()).isFalse();
            assertThat(beta.p()).isNaN();
        }
    }

    @Test
    void unitsOnALineOfCatchingUpTellNothingOfChance() {
        double[] then = {50, 60, 75, 90};
        BetaConvergence beta = BetaConvergence.of(
                then, Arrays.stream(then).map(x -> 70 * Math.pow(x, .1)).toArray(), 10);
        assertThat(beta.se()).isZero();
        assertThat(beta.interval(.95).exists()).isFalse();
    }

    @Test
    void theSpeedsIntervalIsThatOfTheSlopeTurnedRound() {
        BetaConvergence beta = BetaConvergence.of(THEN, NOW, 3);
        Interval slope = beta.interval(.95);
        assertThat(beta.speedInterval(.95).lo()).isCloseTo(-Math.log(1 + 3 * slope.hi()) / 3, within(1e-14));
        assertThat(beta.speedInterval(.95).hi()).isCloseTo(-Math.log(1 + 3 * slope.lo()) / 3, within(1e-14));
        assertThat(beta.halfLifeInterval(.95).lo())
                .isCloseTo(Math.log(2) / beta.speedInterval(.95).hi(), within(1e-12));
        assertThat(beta.halfLifeInterval(.95).contains(beta.halfLife())).isTrue();
    }

    @Test
    void wideningUnitsHaveNoHalfLife() {
        BetaConvergence beta = BetaConvergence.of(NOW, THEN, 3);
        assertThat(beta.b()).isPositive();
        assertThat(beta.speed()).isNegative();
        assertThat(beta.halfLife()).isNaN();
        assertThat(beta.halfLifeInterval(.95).exists()).isFalse();
    }

    @Test
    void unitsThatChangedPlacesHaveNoSpeed() {
        double[] then = {50, 60, 75, 90, 65};
        double[] swapped = Arrays.stream(then).map(x -> 4000 / x).toArray();
        BetaConvergence beta = BetaConvergence.of(then, swapped, 1);
        assertThat(beta.b()).isCloseTo(-2, within(1e-13));
        assertThat(beta.speed()).isNaN();
        assertThat(beta.speedInterval(.95).exists()).isFalse();
    }

    @Test
    void theSlopeWithoutNoiseFindsTheTrueOne() {
        // true values 10 ± 1 shrink to 10 ± .6; noise ± .5 then, at right angles to them
        double[] then = {11.5, 10.5, 9.5, 8.5};
        double[] now = {10.6, 10.6, 9.4, 9.4};
        double noise = 4 * .25 / 3;
        assertThat(BetaConvergence.slopeWithoutNoise(then, now, noise)).isCloseTo(-.4, within(1e-14));
        assertThat(BetaConvergence.slopeWithoutNoise(then, now, 0))
                .as("what regression to the mean pretends")
                .isCloseTo(.6 * 4 / 5 - 1, within(1e-14));
        assertThat(BetaConvergence.slopeWithoutNoise(then, now, 5 / 3.0))
                .as("nothing but noise")
                .isNaN();
    }

    @Test
    void fewEqualOrNonPositiveUnitsHaveNoSlope() {
        assertThat(BetaConvergence.of(new double[] {60}, new double[] {70}, 1).b())
                .isNaN();
        assertThat(BetaConvergence.of(new double[0], new double[0], 1).b()).isNaN();
        assertThat(BetaConvergence.of(new double[] {60.1, Math.nextUp(60.1), 60.1}, new double[] {1, 2, 3}, 1)
                        .b())
                .isNaN();
        assertThat(BetaConvergence.of(new double[] {0, 60, 70}, new double[] {1, 2, 3}, 1)
                        .b())
                .isNaN();
        assertThat(BetaConvergence.slopeWithoutNoise(new double[] {60}, new double[] {70}, 1))
                .isNaN();
        assertThat(BetaConvergence.slopeWithoutNoise(new double[] {60, 60}, new double[] {70, 80}, 0))
                .isNaN();
    }

    @Test
    void twoUnitsOrOneAloneAgainstEqualOnesHaveASlopeButNoError() {
        BetaConvergence two = BetaConvergence.of(new double[] {60, 80}, new double[] {65, 75}, 1);
        assertThat(two.b()).isNegative();
        assertThat(two.se()).isNaN();
        assertThat(two.interval(.95).exists()).isFalse();
        assertThat(two.p()).isNaN();
        BetaConvergence alone = BetaConvergence.of(new double[] {60, 60, 60, 80}, new double[] {63, 65, 66, 75}, 1);
        assertThat(alone.b()).isNegative();
        assertThat(alone.se()).isNaN();
    }

    @Test
    void refusesTwoDifferentPanels() {
        assertThatThrownBy(() -> BetaConvergence.of(new double[] {1, 2}, new double[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 units in the base year but 1 now: give the same panel");
    }
}
