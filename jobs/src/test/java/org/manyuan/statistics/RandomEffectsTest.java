package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {
    /** Thirteen vaccine trials (Colditz and others 1994): cases and others among the vaccinated, among the rest. */
    private static final double[][] TRIALS = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    @Test
    void reproducesThePublishedTrials() {
        // log relative risks by REML and by moments, as printed by the usual package for meta-analysis
        double[] y = new double[13];
        double[] v = new double[13];
        for (int i = 0; i < 13; i++) {
            double[] t = TRIALS[i];
            y[i] = Math.log(t[0] / (t[0] + t[1]) / (t[2] / (t[2] + t[3])));
            v[i] = 1 / t[0] - 1 / (t[0] + t[1]) + 1 / t[2] - 1 / (t[2] + t[3]);
        }
        RandomEffects effects = RandomEffects.of(y, v);
        assertThat(effects.tau2()).isCloseTo(.3132, within(5e-5));
        assertThat(effects.mean()).isCloseTo(-.7145, within(5e-5));
        assertThat(effects.se()).isCloseTo(.1798, within(5e-5));
        assertThat(effects.interval(.95).lo()).isCloseTo(-1.0669, within(5e-5));
        assertThat(effects.interval(.95).hi()).isCloseTo(-.3622, within(5e-5));
        assertThat(effects.q()).isCloseTo(152.2330, within(5e-5));
        assertThat(effects.momentTau2()).isCloseTo(.3088, within(5e-5));
        assertThat(effects.i2()).isCloseTo(.9212, within(5e-5));
    }

    @Test
    void equalErrorsHaveAClosedForm() {
        // v alike: τ² = s² − v by REML and by moments, the mean is the plain one
        double[] y = {1, 2, 4, 9};
        RandomEffects effects = RandomEffects.of(y, equal(4, 2));
        double s2 = 38 / 3.0;
        assertThat(effects.mean()).isCloseTo(4, within(1e-14));
        assertThat(effects.tau2()).isCloseTo(s2 - 2, within(1e-11));
        assertThat(effects.momentTau2()).isCloseTo(s2 - 2, within(1e-13));
        assertThat(effects.se()).isCloseTo(Math.sqrt(s2 / 4), within(1e-12));
        assertThat(effects.q()).isCloseTo(19, within(1e-13));
        assertThat(effects.i2()).isCloseTo(16 / 19.0, within(1e-14));
        // t.975 on 2 df = 4.302653
        assertThat(effects.prediction(.95).hi())
                .isCloseTo(4 + 4.302652729911275 * Math.sqrt(s2 - 2 + s2 / 4), within(1e-9));
    }

    @Test
    void theFitIsLowestAmongItsNeighbours() {
        double[] y = {.3, 1.4, .8, -.2, 2.1, .9};
        double[] v = {.05, .2, .1, .4, .02, .3};
        double best = RandomEffects.of(y, v).tau2();
        assertThat(best).isPositive();
        for (double factor : new double[] {.5, .9, .999, 1.001, 1.1, 2}) {
            assertThat(minusTwoLogLikelihood(best * factor, y, v))
                    .as("at %s", factor)
                    .isGreaterThan(minusTwoLogLikelihood(best, y, v));
        }
    }

    @Test
    void figuresThatDifferLessThanTheirErrorsDoNotTrulyDiffer() {
        RandomEffects effects = RandomEffects.of(new double[] {1, 1.1, .9}, new double[] {1, 2, 4});
        double mean = (1 + 1.1 / 2 + .9 / 4) / 1.75;
        assertThat(effects.tau2()).isZero();
        assertThat(effects.momentTau2()).isZero();
        assertThat(effects.i2()).isZero();
        assertThat(effects.mean()).isCloseTo(mean, within(1e-15));
        assertThat(effects.se()).isCloseTo(1 / Math.sqrt(1.75), within(1e-15));
    }

    @Test
    void doesNotDependOnTheScaleNorOnTheOrder() {
        RandomEffects points = RandomEffects.of(new double[] {30, 140, 80}, new double[] {500, 2000, 1000});
        RandomEffects shares = RandomEffects.of(new double[] {.8, .3, 1.4}, new double[] {.1, .05, .2});
        assertThat(shares.tau2() * 10_000).isCloseTo(points.tau2(), within(1e-9));
        assertThat(shares.mean() * 100).isCloseTo(points.mean(), within(1e-10));
        assertThat(shares.i2()).isCloseTo(points.i2(), within(1e-13));
    }

    @Test
    void allEqualOneNoneAndAFigureWithoutError() {
        RandomEffects equal = RandomEffects.of(new double[] {2, 2, 2}, new double[] {1, 2, 3});
        assertThat(equal.tau2()).isZero();
        assertThat(equal.q()).isZero();
        assertThat(equal.i2()).isZero();
        assertThat(equal.mean()).isCloseTo(2, within(1e-15));
        RandomEffects two = RandomEffects.of(new double[] {1, 2}, new double[] {1, 1});
        assertThat(two.mean()).isCloseTo(1.5, within(1e-15));
        assertThat(two.prediction(.95).exists()).isFalse();
        for (RandomEffects none : new RandomEffects[] {
            RandomEffects.of(new double[] {2}, new double[] {1}),
            RandomEffects.of(new double[0], new double[0]),
            RandomEffects.of(new double[] {2, 3}, new double[] {1, 0}),
            RandomEffects.of(new double[] {2, 3}, new double[] {1, Double.NaN}),
            RandomEffects.of(new double[] {2, Double.NaN}, new double[] {1, 1})
        }) {
            assertThat(none.mean()).isNaN();
            assertThat(none.tau2()).isNaN();
            assertThat(none.i2()).isNaN();
            assertThat(none.interval(.95).exists()).isFalse();
            assertThat(none.prediction(.95).exists()).isFalse();
        }
    }

    private static double[] equal(int k, double value) {
        double[] v = new double[k];
        Arrays.fill(v, value);
        return v;
    }

    /** Written out on its own: the density of the contrasts of y. */
    private static double minusTwoLogLikelihood(double tau2, double[] y, double[] v) {
        double weight = 0;
        double total = 0;
        double logs = 0;
        for (int i = 0; i < y.length; i++) {
            weight += 1 / (v[i] + tau2);
            total += y[i] / (v[i] + tau2);
            logs += Math.log(v[i] + tau2);
        }
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            squares += Math.pow(y[i] - total / weight, 2) / (v[i] + tau2);
        }
        return logs + Math.log(weight) + squares;
    }
}
