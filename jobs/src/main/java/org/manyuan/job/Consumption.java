package org.manyuan.job;

import java.util.List;
import java.util.Optional;
import org.manyuan.domain.Receipt;

/**
 * What one call of {@code consume} did.
 *
 * @param receipt of the batch; empty where there was no message
 * @param deadLetters messages that were sent to {@code deadLetterTopic}
 */
public record Consumption(
        String topic,
        Optional<Receipt> receipt,
        long messages,
        long deadLetters,
        String deadLetterTopic,
        List<TopicLag> before,
        List<TopicLag> after) {}
