package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispersionTest {
    private static final double[] STUDENTS = {45, 37, 89, 76, 55};
    private static final double[] BOOKS = {279, 137, 935, 160, 402};

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenCoefficients(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        double[] x = Golden.means(units);
        String key = year + "." + district;
        Golden.agrees(Dispersion.cv(x, Golden.weights(units)), key + ".cv_w");
        Golden.agrees(Dispersion.unweightedCv(x, 0), key + ".cv_u_n");
        Golden.agrees(Dispersion.unweightedCv(x, 1), key + ".cv_u_n1");
        Golden.agrees(Dispersion.sd(x, Golden.weights(units)) / 100, key + ".xiaoji_sd_scorerate");
    }

    @Test
    void reproducesTheOfficialWorkedExample() {
        // METRICS D1.1: books per pupil in five schools
        double[] x = ratios(BOOKS, STUDENTS);
        assertThat(Dispersion.mean(x, STUDENTS)).isCloseTo(6.334437086, within(5e-9));
        assertThat(Dispersion.sd(x, STUDENTS)).isCloseTo(3.263860705, within(5e-9));
        assertThat(Dispersion.cv(x, STUDENTS)).isCloseTo(0.5152566299, within(5e-11));
        assertThat(Dispersion.unweightedCv(x, 0)).isCloseTo(0.4887706816, within(5e-11));
        assertThat(Dispersion.unweightedCv(x, 1)).isCloseTo(0.5464622347, within(5e-11));
    }

    @ParameterizedTest(name = "{0}: {9}")
    @CsvSource({
        "Luyang primary, .881, 1.299, .977, .379, .170, .334, .286, .408, .592",
        "Luyang junior, .353, .784, .146, .491, .037, .226, .223, .253, .314",
        "Shushan primary, .711, .649, .472, .338, .235, .274, .260, .396, .417",
        "Shushan junior, .505, .484, .325, .275, .199, .715, .421, 1.021, .493"
    })
    void theCompositeIsThePlainMeanOfTheEight(
            String county, double a, double b, double c, double d, double e, double f, double g, double h, double cv) {
        assertThat(Dispersion.mean(new double[] {a, b, c, d, e, f, g, h})).isCloseTo(cv, within(5e-4));
    }

    @Test
    void reproducesAPublishedCountyOfSevenIndicators() {
        // METRICS D1.3, Jiujiang 2023, primary: printed means, standard deviations, and the composite
        double[] mean = {5.515273, .887611, .879277, 4.563288, 7.925946, 2496.674864, 2.784743};
        double[] sd = {1.643162, .445392, .353427, 1.316139, 2.975795, 780.914372, 1.097759};
        double[] printed = {.297929, .501787, .401952, .288419, .37545, .312782, .394205};
        double[] cv = new double[7];
        for (int i = 0; i < 7; i++) {
            // two schools of equal size at mean ± sd have that mean and sd
            cv[i] = Dispersion.cv(new double[] {mean[i] - sd[i], mean[i] + sd[i]}, new double[] {1, 1});
            assertThat(cv[i]).isCloseTo(printed[i], within(1e-6));
        }
        assertThat(Dispersion.mean(cv)).isCloseTo(.367503, within(1e-6));
    }

    @Test
    void doesNotDependOnTheUnitOfMeasurementNorOnTheOrder() {
        double[] x = {6, 3, 11, 2};
        double[] w = {10, 20, 30, 40};
        double cv = Dispersion.cv(x, w);
        assertThat(Dispersion.cv(new double[] {600, 300, 1100, 200}, w)).isCloseTo(cv, within(1e-14));
        assertThat(Dispersion.cv(x, new double[] {1, 2, 3, 4})).isCloseTo(cv, within(1e-14));
        assertThat(Dispersion.cv(new double[] {2, 11, 6, 3}, new double[] {40, 30, 10, 20}))
                .isCloseTo(cv, within(1e-14));
    }

    @Test
    void aUnitOfWeightZeroIsNotThere() {
        assertThat(Dispersion.cv(new double[] {6, 3, 900}, new double[] {10, 20, 0}))
                .isEqualTo(Dispersion.cv(new double[] {6, 3}, new double[] {10, 20}));
    }

    @Test
    void oneUnitEqualUnitsZeroMeanAndNoUnit() {
        double[] none = {};
        assertThat(Dispersion.cv(new double[] {5}, new double[] {3})).isZero();
        assertThat(Dispersion.unweightedCv(new double[] {5}, 1)).isNaN();
        assertThat(Dispersion.unweightedCv(new double[] {5}, 0)).isZero();
        assertThat(Dispersion.cv(new double[] {5, 5, 5}, new double[] {1, 2, 3}))
                .isZero();
        assertThat(Dispersion.cv(new double[] {0, 0}, new double[] {1, 2})).isNaN();
        assertThat(Dispersion.unweightedCv(new double[] {-1, 1}, 1)).isNaN();
        assertThat(Dispersion.cv(none, none)).isNaN();
        assertThat(Dispersion.mean(none)).isNaN();
    }

    @Test
    void leavingOneOutFromTheTotalsIsTheSameAsLeavingItOut() {
        double[] x = {81.6, 70.4, 66.2, 60.7, 80.1, 72.1};
        double[] w = {60, 40, 35, 12, 55, 50};
        double[] fast = Dispersion.cvLeaveOneOut(x, w);
        double[] slow = Jackknife.leaveOneOut(6, stay -> Dispersion.cv(pick(x, stay), pick(w, stay)));
        assertThat(fast).containsExactly(slow, within(1e-14));
    }

    @Test
    void refusesWeightsThatDoNotMatch() {
        assertThatThrownBy(() -> Dispersion.cv(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 values but 1 weights: give one weight a value");
    }

    static double[] pick(double[] from, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> from[i]).toArray();
    }

    private static double[] ratios(double[] numerator, double[] denominator) {
        double[] x = new double[numerator.length];
        Arrays.setAll(x, j -> numerator[j] / denominator[j]);
        return x;
    }

    @Test
    void whatIsNoMoreThanRoundingIsZero() {
        double[] x = {60.1, Math.nextUp(60.1), 60.1};
        double[] w = {30, 47, 11};
        assertThat(Dispersion.sd(x, w)).isZero();
        assertThat(Dispersion.cv(x, w)).isZero();
        assertThat(Dispersion.unweightedCv(x, 1)).isZero();
        assertThat(Dispersion.cvLeaveOneOut(x, w)).containsOnly(0);
        assertThat(Dispersion.cv(new double[] {.1, .2, -.3}, new double[] {1, 1, 1}))
                .as("a mean of 0")
                .isNaN();
        assertThat(Dispersion.unweightedCv(new double[] {.1, .2, -.3}, 1)).isNaN();
    }
}
