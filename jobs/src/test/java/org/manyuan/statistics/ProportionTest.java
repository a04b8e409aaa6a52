package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"81,263,.2553,.3662", "15,148,.0624,.1605", "0,20,0,.1611", "1,29,.0061,.1718"})
    void wilsonAsPrintedByNewcombe(long x, long n, double lo, double hi) {
        assertThat(Proportion.wilson(x, n).lo()).isCloseTo(lo, within(5e-5));
        assertThat(Proportion.wilson(x, n).hi()).isCloseTo(hi, within(5e-5));
    }

    @ParameterizedTest(name = "{0}/{1} − {2}/{3}")
    @CsvSource({"56,70,48,80,.0524,.3339", "9,10,3,10,.1705,.8090"})
    void differencesAsPrintedByNewcombe(long x1, long n1, long x2, long n2, double lo, double hi) {
        assertThat(Proportion.newcombe(x1, n1, x2, n2).lo()).isCloseTo(lo, within(5e-5));
        assertThat(Proportion.newcombe(x1, n1, x2, n2).hi()).isCloseTo(hi, within(5e-5));
    }

    @Test
    void nobodyAndEverybodyStayInsideTheShare() {
        assertThat(Proportion.wilson(0, 7).lo()).isZero();
        assertThat(Proportion.wilson(7, 7).hi()).isEqualTo(1);
        assertThat(Proportion.wilson(7, 7).lo())
                .isCloseTo(1 - Proportion.wilson(0, 7).hi(), within(1e-15));
        assertThat(Proportion.newcombe(0, 7, 9, 9).lo()).isBetween(-1.0, -.9);
    }

    @Test
    void ofNobodyThereIsNoInterval() {
        assertThat(Proportion.wilson(0, 0).exists()).isFalse();
        assertThat(Proportion.newcombe(1, 2, 0, 0).exists()).isFalse();
        assertThat(Proportion.differenceStandardError(1, 2, 0, 0)).isNaN();
    }

    @Test
    void theErrorOfADifferenceIsTheRootOfBoth() {
        assertThat(Proportion.differenceStandardError(50, 100, 20, 100))
                .isCloseTo(Math.sqrt(.0025 + .0016), within(1e-15));
    }
}
