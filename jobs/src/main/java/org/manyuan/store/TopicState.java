package org.manyuan.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * A topic as its broker describes it at one moment.
 *
 * @param topicId changes where a topic is deleted and made again under the same name
 * @param partitions in order of their numbers
 */
public record TopicState(String topic, String topicId, List<Partition> partitions) {
    /**
     * One row per partition.
     *
     * @param start offset of the oldest message that is kept
     * @param end offset after the last message that can be read: of an open transaction and what follows it nothing can
     * @param written offset after the last message of any kind
     */
    public record Partition(int number, long start, long end, long written) {}

    /**
     * Asks the broker.
     *
     * @throws TopicTrouble if it does not answer in time, or has no such topic
     */
    public static TopicState of(TopicAccess access, String topic) {
        try (Admin admin = access.admin()) {
            TopicDescription described = answer(
                    access,
                    topic,
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
            List<TopicPartition> numbers = described.partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            Map<TopicPartition, Long> starts =
                    offsets(access, admin, numbers, OffsetSpec.earliest(), IsolationLevel.READ_COMMITTED);
            Map<TopicPartition, Long> ends =
                    offsets(access, admin, numbers, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
            Map<TopicPartition, Long> written =
                    offsets(access, admin, numbers, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
            List<Partition> partitions = new ArrayList<>();
            for (TopicPartition each : numbers) {
                partitions.add(new Partition(each.partition(), starts.get(each), ends.get(each), written.get(each)));
            }
            return new TopicState(topic, described.topicId().toString(), List.copyOf(partitions));
        }
    }

    private static Map<TopicPartition, Long> offsets(
            TopicAccess access, Admin admin, List<TopicPartition> numbers, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> asked =
                numbers.stream().collect(Collectors.toMap(Function.identity(), number -> spec));
        var listed = answer(
                access,
                numbers.get(0).topic(),
                admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
        return numbers.stream().collect(Collectors.toMap(Function.identity(), number -> listed.get(number)
                .offset()));
    }

    /** Waits for an answer no longer than the setting says. */
    static <T> T answer(TopicAccess access, String topic, KafkaFuture<T> future) {
        try {
            return future.get(access.timeoutSeconds() + 1L, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw TopicTrouble.of(access, topic, failed.getCause());
        } catch (TimeoutException late) {
            throw TopicTrouble.noAnswer(access, topic);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked", interrupted);
        }
    }
}
