package org.manyuan.store;

import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed messages of a span in order of their offsets. Ends where the position has reached the span's end, not at a message: the
 * last offsets may be marks of transactions or messages that were aborted.
 */
final class TopicMessages implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    /** Beyond it a jump costs less than reading what lies between. */
    private static final long FAR = 5_000;

    private final TopicAccess access;
    private final TopicSpan span;
    private final TopicPartition partition;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private Iterator<ConsumerRecord<byte[], byte[]>> polled = Collections.emptyIterator();
    private long last;

    /** @throws TopicTrouble if the client cannot be opened */
    TopicMessages(TopicAccess access, TopicSpan span) {
        this.access = access;
        this.span = span;
        this.partition = new TopicPartition(span.topic(), span.partition());
        this.last = span.from() - 1;
        this.consumer = access.consumer();
        consumer.assign(List.of(partition));
        consumer.seek(partition, span.from());
    }

    /**
     * The next message; null after the last.
     *
     * @throws TopicTrouble if the broker says nothing for too long, or has not what it promised
     */
    ConsumerRecord<byte[], byte[]> next() {
        long deadline = System.nanoTime() + access.timeout().toNanos();
        try {
            while (!polled.hasNext()) {
                long position = consumer.position(partition, access.timeout());
                if (position >= span.to()) {
                    return null;
                }
                polled = consumer.poll(POLL).records(partition).iterator();
                if (!polled.hasNext() && consumer.position(partition, access.timeout()) == position) {
                    if (System.nanoTime() > deadline) {
                        throw TopicTrouble.noAnswer(
                                access,
                                "%s/%d: %d < %d".formatted(span.topic(), span.partition(), position, span.to()));
                    }
                } else {
                    deadline = System.nanoTime() + access.timeout().toNanos();
                }
            }
        } catch (KafkaException thrown) {
            throw TopicTrouble.of(access, span.topic(), thrown);
        }
        ConsumerRecord<byte[], byte[]> message = polled.next();
        if (message.offset() <= last) {
            throw TopicTrouble.toDecide(
                    "Kafka 服务器给出的位点倒退（%s/%d）；没有改动任何数据。".formatted(span.topic(), span.partition()),
                    "The broker gave offsets that go backwards (%s/%d); nothing was changed."
                            .formatted(span.topic(), span.partition()));
        }
        last = message.offset();
        return last < span.to() ? message : null;
    }

    /** The message at an offset after the last one; null where there is none any more. */
    ConsumerRecord<byte[], byte[]> at(long offset) {
        if (offset - last > FAR) {
            consumer.seek(partition, offset);
            polled = Collections.emptyIterator();
        }
        ConsumerRecord<byte[], byte[]> message = next();
        while (message != null && message.offset() < offset) {
            message = next();
        }
        return message == null || message.offset() > offset ? null : message;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
