package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manyuan.Broker;

/** What a span of a real broker holds. */
@ExtendWith(Broker.Started.class)
class TopicTallyTest {
    private final Broker broker = Broker.started();

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            sent                                                             | submitters    | why
            enrollment 370305                                                | 370305        | one
            enrollment 370305, payroll 370305, none 370305, enrollment 臨淄    | 370305        | who sends poison beside it is nobody
            payroll 370305, enrollment 臨淄                                    | -             | poison only
            enrollment 370305, enrollment none                               | ,370305       | a message may name nobody
            enrollment 370301, enrollment 370302, enrollment 370303          | 370301,370302 | two are as good as several
            """, useHeadersInDisplayName = true)
    void namesWhoHandsInWhatIsNoPoison(String sent, String submitters, String why) {
        String topic = "tally-" + Integer.toHexString(why.hashCode());
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (String words : sent.split(", ")) {
            Map<String, String> headers = new HashMap<>();
            if (!words.startsWith("none")) {
                headers.put("contract", words.split(" ")[0]);
            }
            if (!words.endsWith("none")) {
                headers.put("submitter", words.split(" ")[1]);
            }
            messages.add(Broker.message(topic, 0, "{}", headers));
        }
        TopicTally tally = tally(topic, messages);
        assertThat(String.join(",", tally.submitters())).isEqualTo(submitters == null ? "" : submitters);
    }

    @Test
    void countsMessagesByDatasetAndPoisonByReason() {
        String topic = "tally-counts";
        TopicTally tally = tally(
                topic,
                List.of(
                        Broker.message(topic, 0, "{}", Map.of("contract", "school")),
                        Broker.message(topic, 0, "{}", Map.of()),
                        Broker.message(topic, 0, null, Map.of("contract", "enrollment")),
                        Broker.message(topic, 0, "{}", Map.of()),
                        Broker.message(topic, 0, "{}", Map.of("contract", "school"))));
        assertThat(tally.messages()).isEqualTo(5);
        assertThat(tally.bytes()).isEqualTo(8);
        assertThat(new TreeMap<>(tally.datasets())).isEqualTo(new TreeMap<>(Map.of("enrollment", 1L, "school", 2L)));
        assertThat(tally.poison().keySet()).containsExactly("NO_CONTRACT:contract");
        assertThat(tally.poison().get("NO_CONTRACT:contract").count()).isEqualTo(2);
    }

    private TopicTally tally(String topic, List<ProducerRecord<byte[], byte[]>> messages) {
        broker.makeTopic(topic, 1);
        broker.send(messages);
        return TopicTally.of(new TopicAccess(broker.servers(), "", 10), new TopicSpan(topic, 0, 0, messages.size()));
    }
}
