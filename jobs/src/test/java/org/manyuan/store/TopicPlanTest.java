package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a batch begins and ends, whatever the broker says. */
class TopicPlanTest {
    private static final String ID = "A";

    @ParameterizedTest(name = "{5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    stored | start | end | from     | spans | why
                    -      | 0     | 9   | STORED   | 0-9   | never taken: from the oldest message
                    -      | 4     | 9   | STORED   | 4-9   | never taken and older messages gone: what is there
                    -      | 4     | 9   | LATEST   | 9-9   | never taken and only what comes is wanted
                    5      | 0     | 9   | STORED   | 5-9   | from where it was left
                    9      | 0     | 9   | STORED   | 9-9   | nothing new
                    5      | 5     | 9   | STORED   | 5-9   | retention has just reached what was taken
                    5      | 5     | 9   | EARLIEST | 5-9   | a decision that is not needed changes nothing
                    5      | 0     | 9   | LATEST   | 5-9   | a decision that is not needed changes nothing
                    5      | 6     | 9   | EARLIEST | 6-9   | decided to go on from what is kept
                    5      | 6     | 9   | LATEST   | 9-9   | decided to go on with what comes
                    5      | 0     | 3   | EARLIEST | 0-3   | the log was cut off, decided to take it anew
                    """, useHeadersInDisplayName = true)
    void takesFromTheStoredOffsetToTheEnd(Long stored, long start, long end, TopicFrom from, String span, String why) {
        Map<Integer, TopicOffsets.Stored> known =
                stored == null ? Map.of() : Map.of(0, new TopicOffsets.Stored(ID, stored));
        assertThat(TopicPlan.of(topic(ID, partition(0, start, end)), known, from))
                .as(why)
                .extracting(each -> each.from() + "-" + each.to())
                .containsExactly(span);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', textBlock = """
                    id | from     | first | second | why
                    A  | STORED   | 5-9   | 2-6    | the second was added since: from its oldest message
                    A  | EARLIEST | 5-9   | 2-6    | the same whatever was decided
                    A  | LATEST   | 5-9   | 2-6    | no message of an added partition is older than what was taken
                    B  | LATEST   | 9-9   | 6-6    | of a topic made again only what comes is wanted, in each partition
                    B  | EARLIEST | 0-9   | 2-6    | a topic made again, decided to take it anew
                    """, useHeadersInDisplayName = true)
    void takesAPartitionThatWasAddedFromItsOldestMessage(
            String id, TopicFrom from, String first, String second, String why) {
        Map<Integer, TopicOffsets.Stored> known = Map.of(0, new TopicOffsets.Stored(ID, 5));
        assertThat(TopicPlan.of(topic(id, partition(0, 0, 9), partition(1, 2, 6)), known, from))
                .as(why)
                .extracting(each -> each.from() + "-" + each.to())
                .containsExactly(first, second);
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource(delimiter = '|', textBlock = """
                    stored | start | end | id | told                                                   | why
                    5      | 6     | 9   | A  | the messages 5 to 5 were deleted before they were taken | one message gone
                    5      | 9     | 9   | A  | the messages 5 to 8 were deleted before they were taken | all of them gone
                    5      | 0     | 4   | A  | taken up to 5, but the broker says that it ends at 4    | the log is shorter than what was read of it
                    5      | 0     | 9   | B  | in a topic that was deleted and made again              | longer, but another topic
                    0      | 0     | 0   | B  | in a topic that was deleted and made again              | both empty
                    """, useHeadersInDisplayName = true)
    void goesOverNoGapUndecided(long stored, long start, long end, String id, String told, String why) {
        Map<Integer, TopicOffsets.Stored> known = Map.of(0, new TopicOffsets.Stored(ID, stored));
        assertThatThrownBy(() -> TopicPlan.of(topic(id, partition(0, start, end)), known, TopicFrom.STORED))
                .as(why)
                .isInstanceOfSatisfying(TopicTrouble.class, trouble -> assertThat(trouble.isForLater())
                        .isFalse())
                .hasMessageContaining(told)
                .hasMessageContaining("--from earliest");
    }

    @Test
    void aPartitionThatIsNoLongerThereIsAGap() {
        Map<Integer, TopicOffsets.Stored> known =
                Map.of(0, new TopicOffsets.Stored(ID, 1), 1, new TopicOffsets.Stored(ID, 1));
        assertThatThrownBy(() -> TopicPlan.of(topic(ID, partition(0, 0, 2)), known, TopicFrom.STORED))
                .hasMessageContaining("partitions [1] are no longer there");
    }

    @Test
    void aTopicThatShrankOrWasMadeAgainWhileItWasReadIsNotTrusted() {
        TopicState before = topic(ID, partition(0, 0, 9));
        List<TopicSpan> spans = List.of(new TopicSpan("t", 0, 5, 9));
        TopicPlan.mustStillHold(before, topic(ID, partition(0, 7, 9)), spans);
        TopicPlan.mustStillHold(before, topic(ID, partition(0, 0, 12)), spans);
        for (TopicState after :
                List.of(topic(ID, partition(0, 0, 8)), topic("B", partition(0, 0, 9)), topic(ID, partition(1, 0, 9)))) {
            assertThatThrownBy(() -> TopicPlan.mustStillHold(before, after, spans))
                    .isInstanceOf(TopicTrouble.class)
                    .hasMessageContaining("cut off or made again while it was read");
        }
    }

    private static TopicState topic(String id, TopicState.Partition... partitions) {
        return new TopicState("t", id, List.of(partitions));
    }

    private static TopicState.Partition partition(int number, long start, long end) {
        return new TopicState.Partition(number, start, end, end);
    }
}
