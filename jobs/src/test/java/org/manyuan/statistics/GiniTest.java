package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiniTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenCoefficients(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        double[] x = Golden.means(units);
        String key = year + "." + district;
        Golden.agrees(Gini.of(x, Golden.weights(units)), key + ".gini_w");
        Golden.agrees(Gini.of(x), key + ".gini_u");
    }

    @Test
    void reproducesThePublishedExamples() {
        // METRICS D2.1, D2.2
        double gini = Gini.of(new double[] {20, 50, 20, 10});
        assertThat(gini).isCloseTo(.3, within(1e-15));
        assertThat(Gini.normalised(gini, 4)).isCloseTo(.4, within(1e-15));
        assertThat(Gini.of(
                        new double[] {500, 1500, 2500, 4000, 7500, 15000},
                        new double[] {1000, 1200, 1600, 400, 200, 600}))
                .isCloseTo(.5278260870, within(5e-11));
        // METRICS D2.5: of five location quotients, every one counted once
        double[] here = {500, 500, 1000, 7000, 1000};
        double[] everywhere = {20000, 15000, 20000, 40000, 5000};
        double[] quotient = new double[5];
        Arrays.setAll(quotient, i -> here[i] / 10_000 / (everywhere[i] / 100_000));
        assertThat(Gini.of(quotient)).isCloseTo(.4068966, within(5e-8));
    }

    @Test
    void isTheAreaOfTheFormulaAndHalfTheMeanDifference() {
        double[] x = {81.6, 70.4, 66.2, 60.7, 70.4, 0};
        double[] w = {60, 40, 35, 12, 55, 50};
        double pairs = 0;
        double weight = 0;
        double total = 0;
        for (int i = 0; i < x.length; i++) {
            weight += w[i];
            total += w[i] * x[i];
            for (int j = 0; j < x.length; j++) {
                pairs += w[i] * w[j] * Math.abs(x[i] - x[j]);
            }
        }
        assertThat(Gini.of(x, w)).isCloseTo(pairs / (2 * weight * total), within(1e-15));
        assertThat(Gini.of(x, w)).isCloseTo(byTheFormulaOfTheCatalogue(x, w), within(1e-15));
    }

    @Test
    void aUnitOfWeightThreeIsThreeUnits() {
        assertThat(Gini.of(new double[] {4, 9}, new double[] {3, 1}))
                .isCloseTo(Gini.of(new double[] {4, 4, 9, 4}), within(1e-15));
        assertThat(Gini.of(new double[] {4, 9, 77}, new double[] {3, 1, 0}))
                .isCloseTo(Gini.of(new double[] {4, 9}, new double[] {3, 1}), within(1e-15));
    }

    @Test
    void doesNotDependOnTheUnitOfMeasurement() {
        double[] w = {1, 2, 3};
        assertThat(Gini.of(new double[] {60, 30, 110}, w))
                .isCloseTo(Gini.of(new double[] {6, 3, 11}, w), within(1e-15));
    }

    @Test
    void nearlyEqualUnitsKeepTheirDigits() {
        // half at 1 + d, half at 1 − d: G = d/2
        double d = 1e-7;
        double[] x = {70 * (1 + d), 70 * (1 - d), 70 * (1 + d), 70 * (1 - d)};
        assertThat(Gini.of(x)).isCloseTo(d / 2, within(1e-8 * d));
    }

    @Test
    void oneUnitEqualUnitsAllInOneNegativeAndNoUnit() {
        assertThat(Gini.of(new double[] {7})).isZero();
        assertThat(Gini.normalised(0, 1)).isNaN();
        assertThat(Gini.of(new double[] {60.1, Math.nextUp(60.1), 60.1}, new double[] {30, 47, 11}))
                .isZero();
        assertThat(Gini.normalised(Gini.of(new double[] {0, 0, 0, 8}), 4)).isCloseTo(1, within(1e-15));
        assertThat(Gini.of(new double[] {-1, 5})).isNaN();
        assertThat(Gini.of(new double[] {0, 0})).isNaN();
        assertThat(Gini.of(new double[0])).isNaN();
        assertThat(Gini.of(new double[] {1, 2}, new double[] {0, 0})).isNaN();
    }

    @Test
    void leavingOneOutFromTheSumsIsTheSameAsLeavingItOut() {
        double[] x = {81.6, 70.4, 66.2, 60.7, 70.4, 0};
        double[] w = {60, 40, 35, 12, 55, 50};
        double[] slow =
                Jackknife.leaveOneOut(6, stay -> Gini.of(DispersionTest.pick(x, stay), DispersionTest.pick(w, stay)));
        assertThat(Gini.leaveOneOut(x, w)).containsExactly(slow, within(1e-14));
        assertThat(Gini.leaveOneOut(new double[] {5, 5, 9}, new double[] {1, 2, 3})[2])
                .as("the rest is equal")
                .isZero();
        assertThat(Gini.leaveOneOut(new double[] {5}, new double[] {1})[0]).isNaN();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2023", "2024"})
    void theLogitIntervalIsThatOfThePseudoValues(int year) {
        List<Golden.Unit> units = Golden.units(year, "ALL");
        double[] x = Golden.means(units);
        double[] w = Golden.weights(units);
        double gini = Gini.of(x, w);
        double[] left = Gini.leaveOneOut(x, w);
        double[] pseudo = new double[left.length];
        for (int j = 0; j < left.length; j++) {
            pseudo[j] = 11 * Math.log(gini / (1 - gini)) - 10 * Math.log(left[j] / (1 - left[j]));
        }
        Interval logit = MeanT.of(pseudo).interval(.95);
        Interval interval = Jackknife.logitScale(gini, left).interval();
        assertThat(Math.log(interval.lo() / (1 - interval.lo()))).isCloseTo(logit.lo(), within(1e-12));
        assertThat(Math.log(interval.hi() / (1 - interval.hi()))).isCloseTo(logit.hi(), within(1e-12));
    }

    private static double byTheFormulaOfTheCatalogue(double[] x, double[] w) {
        double running = 0;
        double weight = 0;
        double area = 0;
        for (int j : Quantile.order(x)) {
            running += w[j] * x[j];
            weight += w[j];
            area += w[j] * (2 * running - w[j] * x[j]);
        }
        return 1 - area / (weight * running);
    }
}
