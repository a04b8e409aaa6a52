package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricDrawTest {
    @ParameterizedTest(name = "{2} of {0}, {1} marked")
    @CsvSource({"20, 7, 5", "20, 15, 12", "500, 3, 40", "9, 9, 4", "9, 0, 4", "9, 4, 9", "1, 1, 1", "30, 15, 15"})
    void evenlySpreadNumbersGiveTheProbabilities(int population, int marked, int sample) {
        int draws = 20_000;
        long[] drawn = new long[sample + 1];
        for (int i = 0; i < draws; i++) {
            drawn[(int) new HypergeometricDraw(population, marked, sample).at((i + .5) / draws)]++;
        }
        HypergeometricDistribution distribution = new HypergeometricDistribution(population, marked, sample);
        for (int number = 0; number <= sample; number++) {
            assertThat((double) drawn[number] / draws)
                    .as("%d marked", number)
                    .isCloseTo(distribution.probability(number), within(1.01 / draws));
        }
    }

    @Test
    void theLastNumberBeforeOneStaysInside() {
        long drawn = new HypergeometricDraw(1_000_000, 300_000, 2_000).at(Math.nextDown(1.0));
        assertThat(drawn).isBetween(0L, 2_000L);
    }
}
