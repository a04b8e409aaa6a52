package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.manyuan.store.TopicOffsets;
import org.manyuan.store.TopicState;

/**
 * One row per partition: how far taking it is behind.
 *
 * @param stored offset of the first message that was not taken; empty where the partition was never taken
 * @param start offset of the oldest message that is kept
 * @param end offset after the last message that can be read
 * @param lag offsets between; marks of transactions are among them
 * @param open offsets behind the end that wait for an open transaction
 */
public record TopicLag(int partition, OptionalLong stored, long start, long end, long lag, long open) {
    static List<TopicLag> of(TopicState state, Map<Integer, TopicOffsets.Stored> stored) {
        List<TopicLag> lags = new ArrayList<>();
        for (TopicState.Partition partition : state.partitions()) {
            TopicOffsets.Stored known = stored.get(partition.number());
            boolean isSame = known != null && known.topicId().equals(state.topicId());
            OptionalLong next = isSame ? OptionalLong.of(known.next()) : OptionalLong.empty();
            lags.add(new TopicLag(
                    partition.number(),
                    next,
                    partition.start(),
                    partition.end(),
                    Math.max(0, partition.end() - next.orElse(partition.start())),
                    partition.written() - partition.end()));
        }
        return List.copyOf(lags);
    }
}
