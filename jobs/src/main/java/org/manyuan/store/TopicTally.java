package org.manyuan.store;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What a span holds, counted by reading it once: one row per partition of a batch.
 *
 * @param bytes of keys and values
 * @param digest SHA-256 over offset, headers, key and value of every message
 * @param datasets messages by the dataset that their header names
 * @param poison messages that no contract can be held against, by {@code CODE:header}
 * @param submitters who hands in what is no poison, empty for who is not named; two at most are kept, more are as good as several
 */
public record TopicTally(
        TopicSpan span,
        long messages,
        long bytes,
        String digest,
        Map<String, Long> datasets,
        Map<String, SourceCounts.Occurrences> poison,
        Set<String> submitters)
        implements Serializable {
    private static final int SEVERAL = 2;

    static TopicTally of(TopicAccess access, TopicSpan span) {
        MessageDigest digest = sha256();
        long count = 0;
        long bytes = 0;
        Map<String, Long> datasets = new TreeMap<>();
        Map<String, SourceCounts.Occurrences> poison = new TreeMap<>();
        Set<String> submitters = new TreeSet<>();
        try (TopicMessages messages = new TopicMessages(access, span)) {
            for (ConsumerRecord<byte[], byte[]> message = messages.next(); message != null; message = messages.next()) {
                count++;
                digest.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(message.offset())
                        .array());
                for (Header header : message.headers()) {
                    digest.update(header.key().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    bytes(header.value(), digest);
                }
                bytes += bytes(message.key(), digest) + bytes(message.value(), digest);
                Envelope envelope = Envelope.of(message.headers());
                if (envelope.isPoison()) {
                    long offset = message.offset();
                    poison.merge(
                            envelope.problem(),
                            SourceCounts.Occurrences.once(offset),
                            (known, one) -> known.and(offset));
                } else {
                    datasets.merge(envelope.dataset(), 1L, Long::sum);
                    if (submitters.size() < SEVERAL) {
                        submitters.add(envelope.submitter());
                    }
                }
            }
        }
        return new TopicTally(
                span, count, bytes, HexFormat.of().formatHex(digest.digest()), datasets, poison, submitters);
    }

    /** Messages of a dataset. */
    public long messagesOf(String dataset) {
        return datasets.getOrDefault(dataset, 0L);
    }

    private static long bytes(byte[] value, MessageDigest digest) {
        int length = value == null ? -1 : value.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        if (value != null) {
            digest.update(value);
        }
        return Math.max(0, length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("Every JDK has SHA-256", cause);
        }
    }
}
