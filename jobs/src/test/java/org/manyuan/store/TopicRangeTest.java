package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the span of a partition is cut; what is read of the pieces is in {@code TopicSplitsTest}. */
class TopicRangeTest {
    private static final TopicAccess NOWHERE = new TopicAccess("", "", 1);

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', textBlock = """
                    from | to | most | splits         | why
                    0    | 9  | 10   | 0-9            | shorter than a split
                    0    | 10 | 10   | 0-10           | as long as a split
                    0    | 11 | 10   | 0-10 10-11     | one more
                    3    | 9  | 2    | 3-5 5-7 7-9    | begins where the span does
                    3    | 6  | 1    | 3-4 4-5 5-6    | one offset each
                    7    | 7  | 2    | 7-7            | nothing to read is one split still
                    """, useHeadersInDisplayName = true)
    void splitsLieEndToEndAndCoverTheSpan(long from, long to, long most, String splits, String why) {
        assertThat(range(from, to, most).splits())
                .as(why)
                .allSatisfy(split -> assertThat(split.firstLine()).isEqualTo(split.from()))
                .extracting(split -> split.from() + "-" + split.to())
                .containsExactly(splits.split(" "));
    }

    @Test
    void aPartitionOfMoreOffsetsThanAnIntegerCountsIsReadInSplitsThatOneTaskCanHold() {
        long from = 5_000_000_000L;
        long to = from + Integer.MAX_VALUE + 7L;
        List<Split> splits = new TopicRange(NOWHERE, new TopicSpan("t", 0, from, to), "enrollment").splits();
        assertThat(splits.get(0).from()).isEqualTo(from);
        assertThat(splits.get(splits.size() - 1).to()).isEqualTo(to);
        for (int i = 1; i < splits.size(); i++) {
            assertThat(splits.get(i).from()).isEqualTo(splits.get(i - 1).to());
        }
        assertThat(splits).allSatisfy(split -> assertThat(LineChoice.place(split.to() - 1, split.firstLine()))
                .isLessThan(1 << 20));
    }

    private static TopicRange range(long from, long to, long most) {
        return new TopicRange(NOWHERE, new TopicSpan("t", 0, from, to), "enrollment", most);
    }
}
