package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeRatioTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenRatio(int year, String district) {
        Golden.agrees(
                RangeRatio.maxMin(Golden.means(Golden.units(year, district))), year + "." + district + ".range_ratio");
    }

    @Test
    void theQuantilesLeaveOutTheFewAtTheEnds() {
        // 1 … 21: P5 = 2, P95 = 20
        double[] x = IntStream.rangeClosed(1, 21).mapToDouble(i -> i).toArray();
        assertThat(RangeRatio.maxMin(x)).isEqualTo(21);
        assertThat(RangeRatio.p95p5(x)).isCloseTo(10, within(1e-14));
        assertThat(RangeRatio.federal(x)).isCloseTo(9, within(1e-14));
    }

    @Test
    void theFederalRatioIsOneLess() {
        double[] x = {61.2, 74.8, 70.1, 66.6, 82.3};
        assertThat(RangeRatio.federal(x)).isCloseTo(RangeRatio.p95p5(x) - 1, within(1e-15));
        assertThat(RangeRatio.p95p5(x)).isLessThan(RangeRatio.maxMin(x));
    }

    @Test
    void oneUnitEqualUnitsAZeroAndNoUnit() {
        double[] equal = {60.1, Math.nextUp(60.1), 60.1};
        assertThat(RangeRatio.maxMin(new double[] {5})).isEqualTo(1);
        assertThat(RangeRatio.federal(equal)).isZero();
        assertThat(RangeRatio.maxMin(equal)).isCloseTo(1, within(1e-15));
        assertThat(RangeRatio.maxMin(new double[] {0, 5})).isNaN();
        assertThat(RangeRatio.p95p5(new double[] {0, 0, 5})).isNaN();
        assertThat(RangeRatio.federal(new double[] {-5, 0, 5})).isNaN();
        assertThat(RangeRatio.maxMin(new double[] {-5, -1})).isNaN();
        assertThat(RangeRatio.maxMin(new double[0])).isNaN();
    }
}
