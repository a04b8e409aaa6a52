package org.manyuan.store;

import java.io.Serializable;

/**
 * Messages of one partition that a batch reads.
 *
 * @param from offset of the first
 * @param to offset after the last; transaction marks lie between, so there may be fewer messages than offsets
 */
public record TopicSpan(String topic, int partition, long from, long to) implements Serializable {
    /** Whether there is nothing between. */
    public boolean isEmpty() {
        return from >= to;
    }
}
