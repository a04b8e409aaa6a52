package org.manyuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.manyuan.job.TopicLag;

/** The partitions of a topic in words: what was taken of each, and what is left. */
record TopicLagText(Words words) {
    /** One line per partition as it stands. */
    void table(Terminal terminal, List<TopicLag> lags) {
        terminal.table(
                heads("partition", "stored", "start", "end", "behind", "open"),
                lags.stream()
                        .map(lag -> List.of(
                                Integer.toString(lag.partition()),
                                offset(lag.stored()),
                                Long.toString(lag.start()),
                                Long.toString(lag.end()),
                                Long.toString(lag.lag()),
                                Long.toString(lag.open())))
                        .toList());
    }

    /** One line per partition before and after a batch, which has the same partitions or more of them. */
    void table(Terminal terminal, List<TopicLag> before, List<TopicLag> after) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            TopicLag now = after.get(i);
            boolean isNew = i >= before.size();
            rows.add(List.of(
                    Integer.toString(now.partition()),
                    isNew ? "-" : offset(before.get(i).stored()),
                    offset(now.stored()),
                    Long.toString(now.end()),
                    isNew ? "-" : Long.toString(before.get(i).lag()),
                    Long.toString(now.lag()),
                    Long.toString(now.open())));
        }
        terminal.table(heads("partition", "before", "after", "end", "behind.before", "behind", "open"), rows);
    }

    private List<String> heads(String... names) {
        List<String> heads = new ArrayList<>();
        for (String name : names) {
            heads.add(words.say("consume.column." + name));
        }
        return heads;
    }

    private static String offset(OptionalLong offset) {
        return offset.isPresent() ? Long.toString(offset.getAsLong()) : "-";
    }
}
