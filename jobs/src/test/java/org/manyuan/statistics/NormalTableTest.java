package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTableTest {
    @Test
    void isTheDistributionItself() {
        for (double z = -10; z <= 10; z += .00037) {
            assertThat(NormalTable.cdf(z)).as("%s", z).isCloseTo(Normal.cdf(z), within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, 9, -40, 40, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN, 0})
    void hasEnds(double z) {
        assertThat(NormalTable.cdf(z)).isEqualTo(Double.valueOf(Normal.cdf(z)));
    }
}
