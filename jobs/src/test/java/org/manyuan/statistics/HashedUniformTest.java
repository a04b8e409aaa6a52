package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashedUniformTest {
    @Test
    void isEvenlySpreadAndNeighboursDoNotKnowEachOther() {
        int n = 400;
        double sum = 0;
        double squares = 0;
        double beside = 0;
        double below = 0;
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                double u = HashedUniform.at(1, row, column) - .5;
                assertThat(u).isGreaterThanOrEqualTo(-.5).isLessThan(.5);
                sum += u;
                squares += u * u;
                beside += u * (HashedUniform.at(1, row, column + 1) - .5);
                below += u * (HashedUniform.at(1, row + 1, column) - .5);
            }
        }
        double draws = (double) n * n;
        assertThat(sum / draws).isCloseTo(0, within(4 * Math.sqrt(1 / 12.0 / draws)));
        assertThat(squares / draws).isCloseTo(1 / 12.0, within(4 * Math.sqrt(1 / 180.0 / draws)));
        assertThat(beside / draws).isCloseTo(0, within(4 / 12.0 / Math.sqrt(draws)));
        assertThat(below / draws).isCloseTo(0, within(4 / 12.0 / Math.sqrt(draws)));
    }

    @Test
    void hangsOnSeedRowAndColumn() {
        double one = HashedUniform.at(7, 1, 2);
        assertThat(HashedUniform.at(7, 1, 2)).isEqualTo(one);
        assertThat(HashedUniform.at(7, 2, 1)).isNotEqualTo(one);
        assertThat(HashedUniform.at(8, 1, 2)).isNotEqualTo(one);
    }

    @Test
    void isTheFinaliserOfTheStandardLibrary() {
        // SplittableRandom(s).nextLong() is that finaliser over s + STEP: row 0 alone is its first number
        long first = new SplittableRandom(42).nextLong();
        long second = new SplittableRandom(first).nextLong();
        assertThat(HashedUniform.at(42, 0, 0)).isEqualTo((second >>> 11) * 0x1p-53);
    }
}
