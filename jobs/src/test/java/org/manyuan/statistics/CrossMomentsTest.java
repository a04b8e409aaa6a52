package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossMomentsTest {
    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 10 | 20 | .0225 | 3 of 10 and of 20: 3 · (3/2) / 200
            3 |  3 |  3 | .5    | all of both
            3 |  2 | 20 | 0     | one of them cannot have been in the first set
            3 | 20 |  2 | 0     | nor in the second
            1 | 10 | 20 | 0     | one alone tells none
            """)
    void pupilsInCommonMakeMeansHangTogether(long n, long first, long second, double covariance, String why) {
        double[][] squares = {{2, 3}, {3, 5}};
        assertThat(new CrossMoments(n, new double[] {1, 2}, squares).covarianceOfMeans(first, second))
                .isCloseTo(covariance, within(1e-15));
    }
}
