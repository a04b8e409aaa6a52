package org.manyuan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which messages a batch takes: from the stored offsets to the ends that the broker named when it began. Never guesses over a gap. */
public final class TopicPlan {
    private TopicPlan() {}

    /**
     * The spans, one a partition, empty ones too.
     *
     * @param stored up to where partitions were taken
     * @param from what was decided for partitions whose stored offset cannot be used
     * @throws TopicTrouble where messages are gone that were never taken, and nobody has decided how to go on
     */
    public static List<TopicSpan> of(TopicState state, Map<Integer, TopicOffsets.Stored> stored, TopicFrom from) {
        List<String> gone = new ArrayList<>();
        List<String> goneChinese = new ArrayList<>();
        List<TopicSpan> spans = new ArrayList<>();
        boolean isTaken =
                stored.values().stream().anyMatch(known -> known.topicId().equals(state.topicId()));
        for (TopicState.Partition partition : state.partitions()) {
            TopicOffsets.Stored known = stored.get(partition.number());
            boolean isUsable = known != null
                    && known.topicId().equals(state.topicId())
                    && known.next() >= partition.start()
                    && known.next() <= partition.end();
            if (known != null && !isUsable && from == TopicFrom.STORED) {
                gone.add(why(state, partition, known));
                goneChinese.add(whyChinese(state, partition, known));
            }
            // a partition that was added to a topic holds nothing from before it was taken
            boolean isAdded = known == null && isTaken;
            long oldest = from == TopicFrom.LATEST && !isAdded ? partition.end() : partition.start();
            long begin = isUsable ? known.next() : oldest;
            spans.add(new TopicSpan(state.topic(), partition.number(), begin, partition.end()));
        }
        TreeSet<Integer> vanished = new TreeSet<>(stored.keySet());
        state.partitions().forEach(partition -> vanished.remove(partition.number()));
        if (!vanished.isEmpty() && from == TopicFrom.STORED) {
            gone.add("partitions " + vanished + " are no longer there");
            goneChinese.add("分区 " + vanished + " 已不存在");
        }
        if (!gone.isEmpty()) {
            throw TopicTrouble.toDecide(
                    "主题 " + state.topic() + " 不能从已存的位点继续：" + String.join("；", goneChinese)
                            + "。没有改动任何数据。请先确认丢失的消息已由上报方重发，再明确选择：--from earliest（从现存最早的消息开始）或 --from latest（只接收今后的消息）。",
                    "The topic " + state.topic() + " cannot be taken from where it was left: " + String.join("; ", gone)
                            + ". Nothing was changed. See that what is missing is sent again, then decide: --from earliest"
                            + " (from the oldest message that is kept) or --from latest (only what comes from now on).");
        }
        return List.copyOf(spans);
    }

    /**
     * Holds a batch against the topic as it stands after the batch was read.
     *
     * @throws TopicTrouble where the topic no longer holds what the batch took
     */
    public static void mustStillHold(TopicState before, TopicState after, List<TopicSpan> spans) {
        boolean holds = after.topicId().equals(before.topicId());
        for (TopicSpan span : spans) {
            holds &= after.partitions().stream()
                    .anyMatch(partition -> partition.number() == span.partition() && partition.end() >= span.to());
        }
        if (!holds) {
            throw TopicTrouble.toDecide(
                    "读取期间主题 " + before.topic() + " 被截断或重建，已读的消息不再可信；没有改动任何数据。请向 Kafka 管理员核实后重试。",
                    "The topic " + before.topic()
                            + " was cut off or made again while it was read, so what was read cannot be trusted; nothing was changed. Ask who runs the broker, then try again.");
        }
    }

    private static String why(TopicState state, TopicState.Partition partition, TopicOffsets.Stored known) {
        if (!known.topicId().equals(state.topicId())) {
            return "partition %d was taken up to %d in a topic that was deleted and made again under this name"
                    .formatted(partition.number(), known.next());
        }
        return known.next() < partition.start()
                ? "partition %d: the messages %d to %d were deleted before they were taken"
                        .formatted(partition.number(), known.next(), partition.start() - 1)
                : "partition %d was taken up to %d, but the broker says that it ends at %d"
                        .formatted(partition.number(), known.next(), partition.end());
    }

    private static String whyChinese(TopicState state, TopicState.Partition partition, TopicOffsets.Stored known) {
        if (!known.topicId().equals(state.topicId())) {
            return "分区 %d 已接收到位点 %d，但主题此后被删除并以同名重建".formatted(partition.number(), known.next());
        }
        return known.next() < partition.start()
                ? "分区 %d 中位点 %d 至 %d 的消息尚未接收就已被删除".formatted(partition.number(), known.next(), partition.start() - 1)
                : "分区 %d 已接收到位点 %d，而服务器称其末尾为 %d".formatted(partition.number(), known.next(), partition.end());
    }
}
