package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcentrationTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenIndex(int year, String district) {
        Golden.agrees(
                Concentration.hhi(Golden.weights(Golden.units(year, district))), year + "." + district + ".hhi_enrol");
    }

    @Test
    void reproducesThePublishedExamples() {
        // METRICS D2.1 and D2.10
        double[] x = {20, 50, 20, 10};
        assertThat(Concentration.hhi(x)).isCloseTo(.34, within(1e-15));
        assertThat(Concentration.normalisedHhi(x)).isCloseTo(.12, within(1e-15));
        assertThat(Concentration.effectiveNumber(x)).isCloseTo(2.94, within(5e-3));
        assertThat(Concentration.hhi(new double[] {30, 30, 20, 20})).isCloseTo(.26, within(1e-15));
    }

    @Test
    void equalUnitsOneUnitAnEmptyUnitAndNobody() {
        assertThat(Concentration.hhi(new double[] {7, 7, 7, 7})).isCloseTo(.25, within(1e-15));
        assertThat(Concentration.normalisedHhi(new double[] {7, 7, 7, 7})).isCloseTo(0, within(1e-15));
        assertThat(Concentration.hhi(new double[] {7})).isEqualTo(1);
        assertThat(Concentration.normalisedHhi(new double[] {7})).isNaN();
        assertThat(Concentration.hhi(new double[] {7, 0})).isEqualTo(1);
        assertThat(Concentration.hhi(new double[] {0, 0})).isNaN();
        assertThat(Concentration.hhi(new double[] {})).isNaN();
    }
}
