package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RanksTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            10 30 20    | 3 1 2       | the greatest is first
            5 7 7 1     | 3 1.5 1.5 4 | two share the first two places
            2 2 2       | 2 2 2       | all alike: the middle
            4           | 1           | alone
            -0.0 0.0 -1 | 1.5 1.5 3   | both zeros are one number
            ''          | ''          | nobody
            """)
    void fromTheGreatest(String values, String ranks, String reason) {
        assertThat(Ranks.fromTheGreatest(numbers(values))).containsExactly(numbers(ranks));
    }

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
