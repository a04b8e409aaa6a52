package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manyuan.Broker;

/** The messages of a span from a real broker, and one that does not keep what it promised. */
@ExtendWith(Broker.Started.class)
class TopicMessagesTest {
    private final Broker broker = Broker.started();
    private final TopicAccess access = new TopicAccess(broker.servers(), "", 3);
    private String topic;

    @BeforeEach
    void makeTopic(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        broker.makeTopic(topic, 1);
    }

    @Test
    void endsBehindMarksAndAbortedMessages() {
        broker.sendTogether(messages(3), true);
        broker.sendTogether(messages(2), false);
        TopicState state = TopicState.of(access, topic);
        assertThat(state.partitions()).containsExactly(new TopicState.Partition(0, 0, 7, 7));
        assertThat(offsets(0, 7)).containsExactly(0L, 1L, 2L);
        assertThat(offsets(1, 3)).containsExactly(1L, 2L);
        assertThat(offsets(3, 7)).isEmpty();
        assertThat(offsets(2, 2)).isEmpty();
    }

    @Test
    void aBrokerWithFewerMessagesThanItPromisedIsToldAfterTheTimeout() {
        broker.send(messages(2));
        assertThatThrownBy(() -> offsets(0, 5))
                .isInstanceOfSatisfying(TopicTrouble.class, trouble -> assertThat(trouble.isForLater())
                        .isTrue())
                .hasMessageContaining("did not answer within 3 s")
                .hasMessageContaining("2 < 5");
    }

    @Test
    void messagesThatVanishBeforeTheyAreReadAreTold() {
        broker.send(messages(4));
        broker.deleteBefore(topic, 0, 2);
        assertThatThrownBy(() -> offsets(1, 4))
                .isInstanceOf(TopicTrouble.class)
                .hasMessageContaining("were deleted or cut off while they were read");
    }

    @Test
    void jumpsToAMessageFarAwayAndTellsOneThatIsNone() {
        broker.send(messages(6_000));
        try (TopicMessages messages = new TopicMessages(access, new TopicSpan(topic, 0, 2, 6_000))) {
            assertThat(messages.at(2).offset()).isEqualTo(2);
            assertThat(messages.at(40).offset()).isEqualTo(40);
            assertThat(messages.at(5_990).offset()).isEqualTo(5_990);
            assertThat(messages.at(5_999).offset()).isEqualTo(5_999);
            assertThat(messages.at(6_000)).isNull();
        }
    }

    private List<Long> offsets(long from, long to) {
        List<Long> offsets = new ArrayList<>();
        try (TopicMessages messages = new TopicMessages(access, new TopicSpan(topic, 0, from, to))) {
            for (var message = messages.next(); message != null; message = messages.next()) {
                offsets.add(message.offset());
            }
        }
        return offsets;
    }

    private List<ProducerRecord<byte[], byte[]>> messages(int count) {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(Broker.message(topic, 0, "{}", Map.of()));
        }
        return messages;
    }
}
