package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McLooneTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenIndex(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        double[] x = Golden.means(units);
        String key = year + "." + district;
        Golden.agrees(McLoone.mcloone(x, Golden.weights(units)), key + ".mcloone_w");
        Golden.agrees(McLoone.mcloone(x), key + ".mcloone_u");
    }

    @Test
    void theUnitAtTheMedianBelongsToBothHalves() {
        double[] x = {50, 20, 30, 40, 10};
        assertThat(McLoone.mcloone(x)).isCloseTo((10 + 20 + 30) / 90.0, within(1e-15));
        assertThat(McLoone.verstegen(x)).isCloseTo((30 + 40 + 50) / 90.0, within(1e-15));
        double[] four = {40, 10, 20, 30};
        assertThat(McLoone.mcloone(four)).as("median 25").isCloseTo((10 + 20) / 50.0, within(1e-15));
        assertThat(McLoone.verstegen(four)).isCloseTo((30 + 40) / 50.0, within(1e-15));
    }

    @Test
    void pupilsCountNotUnits() {
        // a hundred pupils: half of them are reached in the unit with 20
        double[] x = {10, 20, 40};
        double[] w = {30, 20, 50};
        assertThat(McLoone.mcloone(x, w)).isCloseTo((30 * 10 + 20 * 20) / (20.0 * 50), within(1e-15));
        assertThat(McLoone.verstegen(x, w)).isCloseTo((20 * 20 + 50 * 40) / (20.0 * 70), within(1e-15));
    }

    @Test
    void turnedRoundTheHalvesChangePlaces() {
        // reflected at the median, what McLoone lacks to 1 is what Verstegen exceeds it by
        double[] x = {50, 20, 30, 40, 10};
        double[] reflected = {10, 40, 30, 20, 50};
        assertThat(McLoone.verstegen(reflected) - 1).isCloseTo(1 - McLoone.mcloone(x), within(1e-15));
    }

    @Test
    void tiesAtTheMedianCountEvenWhereTheyDifferByRounding() {
        double[] x = {30, 60.1, Math.nextUp(60.1), 60.1, 90};
        assertThat(McLoone.mcloone(x)).isCloseTo((30 + 3 * 60.1) / (4 * 60.1), within(1e-15));
        assertThat(McLoone.verstegen(x)).isCloseTo((90 + 3 * 60.1) / (4 * 60.1), within(1e-15));
    }

    @Test
    void oneUnitEqualUnitsAZeroMedianAndNoUnit() {
        assertThat(McLoone.mcloone(new double[] {7})).isEqualTo(1);
        assertThat(McLoone.verstegen(new double[] {7}, new double[] {3})).isEqualTo(1);
        assertThat(McLoone.mcloone(new double[] {7, 7}, new double[] {3, 9})).isEqualTo(1);
        assertThat(McLoone.mcloone(new double[] {0, 0, 4})).isNaN();
        assertThat(McLoone.mcloone(new double[] {-2, -1, 4})).isNaN();
        assertThat(McLoone.mcloone(new double[] {1, 2}, new double[] {0, 0})).isNaN();
        assertThat(McLoone.mcloone(new double[0])).isNaN();
        assertThat(McLoone.verstegen(new double[0], new double[0])).isNaN();
    }
}
