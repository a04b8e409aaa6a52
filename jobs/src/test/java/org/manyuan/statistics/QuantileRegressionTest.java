package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileRegressionTest {
    private static final double[] FIVE = {.1, .25, .5, .75, .9};

    @Test
    void agreesWithTheGoldenLinesAndTheirLoss() {
        double[][] x = Arrays.stream(GoldenPupils.column(0))
                .map(row -> new double[] {1, row[0]})
                .toArray(double[][]::new);
        double[] y =
                Arrays.stream(GoldenPupils.column(1)).mapToDouble(row -> row[0]).toArray();
        for (QuantileFit fit : QuantileRegression.fit(x, y, FIVE)) {
            String key = "rq." + fit.tau();
            agrees(fit.coefficients()[0], key + ".b0");
            agrees(fit.coefficients()[1], key + ".b1");
            agrees(fit.checkLoss(), key + ".check_loss");
        }
    }

    @ParameterizedTest(name = "sample {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void noLineThroughTwoPointsHasLessLoss(int sample) {
        // whole numbers, so that many points repeat and many lie in one line
        SplittableRandom random = new SplittableRandom(sample);
        double[][] x = new double[14][];
        double[] y = new double[14];
        for (int i = 0; i < y.length; i++) {
            x[i] = new double[] {1, random.nextInt(6)};
            y[i] = random.nextInt(5) + (sample % 2 == 0 ? x[i][1] : 0);
        }
        for (QuantileFit fit : QuantileRegression.fit(x, y, .05, .1, .25, .5, .75, .9, .95)) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < y.length; i++) {
                for (int j = 0; j < i; j++) {
                    if (x[i][1] != x[j][1]) {
                        double slope = (y[i] - y[j]) / (x[i][1] - x[j][1]);
                        least = Math.min(least, loss(x, y, fit.tau(), y[i] - slope * x[i][1], slope));
                    }
                }
            }
            assertThat(fit.checkLoss()).as("tau " + fit.tau()).isCloseTo(least, within(1e-12));
            assertThat(loss(x, y, fit.tau(), fit.coefficients()[0], fit.coefficients()[1]))
                    .isCloseTo(fit.checkLoss(), within(1e-12));
        }
    }

    @Test
    void whereItStartsDoesNotMatterForTheLoss() {
        // enough pupils that most are not looked at while the line moves
        Pupils pupils = Pupils.of(4_000, 9);
        double[][] x = pupils.splines();
        double[] taus = {.005, .015, .3, .5, .51, .9, .995};
        double[] backward = {.995, .9, .51, .5, .3, .015, .005};
        List<QuantileFit> up = QuantileRegression.fit(x, pupils.y, taus);
        List<QuantileFit> down = QuantileRegression.fit(x, pupils.y, backward);
        for (int j = 0; j < taus.length; j++) {
            double alone = QuantileRegression.fit(x, pupils.y, taus[j]).get(0).checkLoss();
            assertThat(up.get(j).checkLoss()).isCloseTo(alone, within(1e-11 * alone));
            assertThat(down.get(taus.length - 1 - j).checkLoss()).isCloseTo(alone, within(1e-11 * alone));
            requireNoSlope(x, pupils.y, up.get(j));
        }
    }

    @Test
    void theOrderOfPupilsDoesNotMoveABit() {
        Pupils pupils = Pupils.of(500, 10);
        double[][] x = pupils.splines();
        double[][] turned = new double[x.length][];
        double[] outcome = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            turned[i] = x[(i * 7 + 3) % x.length];
            outcome[i] = pupils.y[(i * 7 + 3) % x.length];
        }
        List<QuantileFit> fits = QuantileRegression.fit(x, pupils.y, FIVE);
        List<QuantileFit> others = QuantileRegression.fit(turned, outcome, FIVE);
        for (int j = 0; j < FIVE.length; j++) {
            assertThat(others.get(j).coefficients()).isEqualTo(fits.get(j).coefficients());
            assertThat(others.get(j).checkLoss()).isEqualTo(fits.get(j).checkLoss());
        }
    }

    @Test
    void aConstantAloneIsTheQuantile() {
        double[][] ones = {{1}, {1}, {1}, {1}, {1}};
        double[] y = {7, 1, 3, 9, 5};
        assertThat(QuantileRegression.fit(ones, y, .1, .3, .5, .7, .9))
                .extracting(fit -> fit.coefficients()[0])
                .containsExactly(1.0, 3.0, 5.0, 7.0, 9.0);
    }

    @Test
    void columnsThatOthersMakeUpGetNothing() {
        double[][] x = {{1, 2, 1, 0}, {1, 2, 3, 0}, {1, 2, 5, 0}, {1, 2, 8, 0}};
        double[] y = {1, 3, 5, 8};
        QuantileFit fit = QuantileRegression.fit(x, y, .5).get(0);
        assertThat(fit.coefficients()).containsExactly(new double[] {0, 0, 1, 0}, within(1e-12));
        assertThat(fit.checkLoss()).isCloseTo(0, within(1e-12));
    }

    @Test
    void fewOrEqualPupilsHaveALine() {
        assertThat(QuantileRegression.fit(new double[][] {{1, 4}}, new double[] {8}, .5)
                        .get(0)
                        .at(new double[] {1, 4}))
                .isCloseTo(8, within(1e-12));
        double[][] x = {{1, 1}, {1, 2}, {1, 3}, {1, 3}};
        assertThat(QuantileRegression.fit(x, new double[] {5, 5, 5, 5}, .2, .9))
                .allSatisfy(fit -> assertThat(fit.coefficients()).containsExactly(new double[] {5, 0}, within(1e-12)));
        assertThat(QuantileRegression.fit(new double[0][], new double[0], .5)
                        .get(0)
                        .checkLoss())
                .isZero();
    }

    @Test
    void refusesWhatCannotBeFitted() {
        double[][] x = {{1}};
        assertThatThrownBy(() -> QuantileRegression.fit(x, new double[] {1}, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quantile lies between 0 and 1: give its share, not its percentage");
        assertThatThrownBy(() -> QuantileRegression.fit(x, new double[] {Double.NaN}, .5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows without a finite outcome and finite columns cannot be fitted: leave them out");
    }

    /** Convex and nowhere falling around the line: it is the lowest. */
    private static void requireNoSlope(double[][] x, double[] y, QuantileFit fit) {
        SplittableRandom random = new SplittableRandom(1);
        for (int attempt = 0; attempt < 60; attempt++) {
            double[] near = Arrays.stream(fit.coefficients())
                    .map(value -> value + .01 * random.nextGaussian())
                    .toArray();
            assertThat(loss(x, y, fit.tau(), near)).isGreaterThan(fit.checkLoss());
        }
    }

    private static double loss(double[][] x, double[] y, double tau, double... coefficients) {
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double rest = y[i] - Inverse.dot(coefficients, x[i]);
            loss += rest < 0 ? (tau - 1) * rest : tau * rest;
        }
        return loss;
    }

    private static void agrees(double actual, String key) {
        double expected = GoldenPupils.answer(key);
        assertThat(actual).as(key).isCloseTo(expected, within(Golden.TEN_DIGITS * Math.abs(expected)));
    }

    /** Made-up pupils with marks in half points and more spread at both ends. */
    record Pupils(double[] prior, double[] y) {
        static Pupils of(int n, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] prior = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double ability = random.nextGaussian();
                prior[i] = Math.round(120 + 30 * (.8 * ability + .6 * random.nextGaussian())) / 2.0;
                y[i] = Math.round(120 + 30 * (.8 * ability + .6 * random.nextGaussian() * (1 + .2 * ability * ability)))
                        / 2.0;
            }
            return new Pupils(prior, y);
        }

        double[][] splines() {
            SplineBasis basis = SplineBasis.of(prior);
            return Arrays.stream(prior).mapToObj(basis::at).toArray(double[][]::new);
        }

        double[][] priors() {
            return Arrays.stream(prior).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
        }
    }
}
