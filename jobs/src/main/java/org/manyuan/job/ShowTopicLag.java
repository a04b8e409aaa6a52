package org.manyuan.job;

import java.util.List;
import org.manyuan.store.TopicAccess;
import org.manyuan.store.TopicOffsets;
import org.manyuan.store.TopicState;
import org.manyuan.store.Workspace;

/** {@code consume --lag}: how far taking a topic is behind. Reads no message and changes nothing. */
public final class ShowTopicLag {
    private ShowTopicLag() {}

    /**
     * One row per partition.
     *
     * @throws org.manyuan.store.TopicTrouble if the broker does not answer, or has no such topic
     */
    public static List<TopicLag> of(Workspace workspace, String topic) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        TopicState state = TopicState.of(TopicAccess.of(open.settings().kafka(), workspace), topic);
        return TopicLag.of(state, open.database().inTransaction(connection -> TopicOffsets.of(connection, topic)));
    }
}
