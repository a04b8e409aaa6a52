package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisedGapTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,GA", "2023,GB", "2023,GC", "2024,GA", "2024,GB", "2024,GC"})
    void agreesWithTheGoldenGaps(int year, String group) {
        StandardisedGap gap = StandardisedGap.of(Golden.side(year, group, "lead"), Golden.side(year, group, "member"));
        String key = year + "." + group;
        Golden.agrees(gap.sp(), key + ".sp");
        Golden.agrees(gap.d(), key + ".d");
        Golden.agrees(gap.g(), key + ".g");
        Golden.agrees(gap.se(), key + ".g_se");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 20, 145})
    void theCorrectionIsTheRatioOfGammaFunctions(int df) {
        double ratio = Math.exp(Gamma.logGamma(df / 2.0) - Gamma.logGamma((df - 1) / 2.0)) / Math.sqrt(df / 2.0);
        assertThat(StandardisedGap.correction(df)).isCloseTo(ratio, within(1e-13));
    }

    @Test
    void theCorrectionKeepsItsDigitsForAWholeCounty() {
        // J = 1 − 3/(4ν) − 7/(32ν²) + …; the next term is below 1e-15 here
        double df = 1e6;
        assertThat(StandardisedGap.correction(df)).isCloseTo(1 - .75 / df - 7 / (32 * df * df), within(1e-13));
        assertThat(StandardisedGap.correction(2)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-14));
    }

    @Test
    void swappingTheSidesTurnsTheSignOnly() {
        Moments a = Moments.ofTotal(20, 75, 8);
        Moments b = Moments.ofTotal(31, 70, 12);
        assertThat(StandardisedGap.of(b, a).g())
                .isEqualTo(-StandardisedGap.of(a, b).g());
        assertThat(StandardisedGap.of(b, a).interval(.95).lo())
                .isEqualTo(-StandardisedGap.of(a, b).interval(.95).hi());
    }

    @Test
    void noSpreadAnUnknownSpreadAndOnePupilHaveNoGap() {
        Moments side = Moments.ofTotal(20, 75, 8);
        assertThat(StandardisedGap.of(Moments.ofTotal(5, 75, 0), Moments.ofTotal(5, 70, 0))
                        .sp())
                .isZero();
        for (StandardisedGap gap : new StandardisedGap[] {
            StandardisedGap.of(Moments.ofTotal(5, 75, 0), Moments.ofTotal(5, 70, 0)),
            StandardisedGap.of(side, Moments.ofTotal(20, 70, Double.NaN)),
            StandardisedGap.of(side, Moments.ofTotal(1, 70, 0)),
            StandardisedGap.of(Moments.EMPTY, side)
        }) {
            assertThat(gap.d()).isNaN();
            assertThat(gap.g()).isNaN();
            assertThat(gap.se()).isNaN();
            assertThat(gap.interval(.95).exists()).isFalse();
        }
    }

    @Test
    void equalMeansHaveNoGapButAnError() {
        StandardisedGap gap = StandardisedGap.of(Moments.ofTotal(20, 70, 8), Moments.ofTotal(30, 70, 9));
        assertThat(gap.g()).isZero();
        assertThat(gap.se()).isCloseTo(Math.sqrt(1 / 20.0 + 1 / 30.0), within(1e-15));
    }
}
