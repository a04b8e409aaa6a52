package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Up to where topics were taken ({@code control.topic_offset}), and in which batches. Works inside somebody's transaction. */
public final class TopicOffsets {
    private TopicOffsets() {}

    /**
     * Up to where a partition was taken.
     *
     * @param topicId of the topic as it was then
     * @param next offset of the first message that was not taken
     */
    public record Stored(String topicId, long next) {}

    /** By partition number; none where the topic was never taken. */
    public static Map<Integer, Stored> of(Connection connection, String topic) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select partition_no, topic_id, next_offset from control.topic_offset where topic = ?")) {
            select.setString(1, topic);
            Map<Integer, Stored> stored = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.put(row.getInt(1), new Stored(row.getString(2), row.getLong(3)));
                }
            }
            return stored;
        }
    }

    /**
     * Moves the offsets of a batch to its ends. All of its rows must stand in the same transaction.
     *
     * @param before as {@link #of} found it when the batch began
     * @throws IllegalStateException if they have moved since
     */
    public static void move(
            Connection connection, String topicId, Map<Integer, Stored> before, List<TopicSpan> spans, Instant at)
            throws SQLException {
        String topic = spans.get(0).topic();
        if (!of(connection, topic).equals(before)) {
            throw new IllegalStateException("The offsets of " + topic + " were moved by somebody else");
        }
        try (PreparedStatement forget = connection.prepareStatement(
                        "delete from control.topic_offset where topic = ? and topic_id <> ?");
                PreparedStatement upsert = connection.prepareStatement("insert into control.topic_offset"
                        + " (topic, partition_no, topic_id, next_offset, moved_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (topic, partition_no) do update set topic_id = excluded.topic_id,"
                        + " next_offset = excluded.next_offset, moved_at = excluded.moved_at")) {
            forget.setString(1, topic);
            forget.setString(2, topicId);
            forget.executeUpdate();
            for (TopicSpan span : spans) {
                upsert.setString(1, topic);
                upsert.setInt(2, span.partition());
                upsert.setString(3, topicId);
                upsert.setLong(4, span.to());
                upsert.setTimestamp(5, Timestamp.from(at));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Notes which messages a receipt is of. */
    public static void note(Connection connection, String submissionId, String topicId, List<TopicTally> tallies)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into control.topic_batch (submission_id,"
                + " topic, partition_no, topic_id, from_offset, to_offset, messages) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (TopicTally tally : tallies) {
                insert.setString(1, submissionId);
                insert.setString(2, tally.span().topic());
                insert.setInt(3, tally.span().partition());
                insert.setString(4, topicId);
                insert.setLong(5, tally.span().from());
                insert.setLong(6, tally.span().to());
                insert.setLong(7, tally.messages());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
