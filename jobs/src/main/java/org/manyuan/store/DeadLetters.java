package org.manyuan.store;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.min;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sends the messages that were rejected to {@code <topic>.dlq}: the bytes as they came, why in headers. Sent before the offsets are
 * committed, so a crash between sends some again and loses none; the key {@code topic/partition/offset} tells a reader that it is the
 * same message.
 *
 * @param submissionId names the receipt
 * @param spans by partition number, as rows of {@code rejected_row} write it
 */
public record DeadLetters(TopicAccess access, String submissionId, Map<String, TopicSpan> spans)
        implements Serializable {
    static final String ENDING = ".dlq";
    private static final Set<String> OURS = Set.of(
            "x-error-code",
            "x-contract",
            "x-source-topic",
            "x-source-partition",
            "x-source-offset",
            "x-source-key",
            "x-receipt");
    /** Room for the reason headers beside a message that was as large as its topic allows. */
    private static final int HEADERS_BYTES = 64 << 10;

    /** The topic that poison messages of a topic go to. */
    public static String topicOf(String topic) {
        return topic + ENDING;
    }

    /** Whether a topic holds dead letters itself. */
    public static boolean areIn(String topic) {
        return topic.endsWith(ENDING);
    }

    /**
     * Sends them and waits until the broker has them all.
     *
     * @param rejected rows of {@code rejected_row} of this submission
     * @return how many messages were sent
     * @throws TopicTrouble if one could not be sent, or is no longer there
     */
    public long send(Dataset<Row> rejected) {
        String topic = spans.values().iterator().next().topic();
        makeTopic(topic);
        Dataset<Row> messages = rejected.groupBy("sheet", "source_line")
                .agg(
                        min("dataset").as("dataset"),
                        array_join(array_sort(collect_set(col("code"))), ",").as("codes"))
                .repartition(spans.size(), col("sheet"))
                .sortWithinPartitions("sheet", "source_line");
        DeadLetters letters = this;
        return messages.toJavaRDD()
                .mapPartitions(
                        rows -> Collections.singletonList(letters.sent(rows)).iterator())
                .reduce(Long::sum);
    }

    private void makeTopic(String topic) {
        try (Admin admin = access.admin()) {
            String name = topicOf(topic);
            if (TopicState.answer(access, name, admin.listTopics().names()).contains(name)) {
                return;
            }
            ConfigResource source = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            String largest = TopicState.answer(
                            access,
                            topic,
                            admin.describeConfigs(List.of(source)).all())
                    .get(source)
                    .get("max.message.bytes")
                    .value();
            NewTopic made = new NewTopic(name, Optional.empty(), Optional.empty())
                    .configs(Map.of(
                            "max.message.bytes",
                            Long.toString(Math.min(Integer.MAX_VALUE, Long.parseLong(largest) + HEADERS_BYTES))));
            TopicState.answer(access, name, admin.createTopics(List.of(made)).all());
        }
    }

    private long sent(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            return 0;
        }
        long count = 0;
        AtomicReference<Exception> failure = new AtomicReference<>();
        TopicMessages messages = null;
        String sheet = "";
        try (KafkaProducer<byte[], byte[]> producer = access.producer()) {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (messages == null || !row.getString(0).equals(sheet)) {
                    close(messages);
                    sheet = row.getString(0);
                    TopicSpan span = spans.get(sheet);
                    messages = new TopicMessages(
                            access, new TopicSpan(span.topic(), span.partition(), row.getLong(1), span.to()));
                }
                ConsumerRecord<byte[], byte[]> message = messages.at(row.getLong(1));
                if (message == null) {
                    throw gone(spans.get(sheet), row.getLong(1));
                }
                producer.send(letter(message, row.getString(2), row.getString(3)), (metadata, thrown) -> {
                    if (thrown != null) {
                        failure.compareAndSet(null, thrown);
                    }
                });
                count++;
            }
            producer.flush();
        } catch (KafkaException thrown) {
            throw TopicTrouble.of(access, topicOf(spans.get(sheet).topic()), thrown);
        } finally {
            close(messages);
        }
        if (failure.get() != null) {
            throw TopicTrouble.of(access, spans.get(sheet).topic(), failure.get());
        }
        return count;
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> message, String dataset, String codes) {
        String place = message.topic() + "/" + message.partition() + "/" + message.offset();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topicOf(message.topic()), utf8(place), message.value());
        Headers headers = letter.headers();
        for (Header header : message.headers()) {
            // what a producer wrote under our names would be read as ours
            if (!OURS.contains(header.key())) {
                headers.add(header);
            }
        }
        if (message.key() != null) {
            headers.add("x-source-key", message.key());
        }
        headers.add("x-error-code", utf8(codes));
        headers.add("x-contract", utf8(dataset));
        headers.add("x-source-topic", utf8(message.topic()));
        headers.add("x-source-partition", utf8(Integer.toString(message.partition())));
        headers.add("x-source-offset", utf8(Long.toString(message.offset())));
        headers.add("x-receipt", utf8(submissionId));
        return letter;
    }

    private static TopicTrouble gone(TopicSpan span, long offset) {
        return TopicTrouble.toDecide(
                "主题 %s/%d 位点 %d 的消息在处理期间被删除；没有改动任何数据。".formatted(span.topic(), span.partition(), offset),
                "The message %s/%d/%d was deleted while the batch was taken; nothing was changed."
                        .formatted(span.topic(), span.partition(), offset));
    }

    private static void close(TopicMessages messages) {
        if (messages != null) {
            messages.close();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DeadLetters of " + spans.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
