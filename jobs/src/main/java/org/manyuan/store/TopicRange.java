package org.manyuan.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The messages of one dataset in a span: read as a text's lines are, line = offset, sheet = partition.
 *
 * @param access how a client is opened where the range is read
 * @param dataset what the header {@code contract} must say
 * @param splitOffsets offsets of a split, at most; each opens a consumer of its own
 */
public record TopicRange(TopicAccess access, TopicSpan span, String dataset, long splitOffsets)
        implements SourceContent {
    /** About a second of reading, beside which opening a consumer is nothing. */
    private static final long SPLIT_OFFSETS = 1L << 18;

    /** What a line of a text with one row takes. */
    private static final long BYTES_OF_A_ROW = 32;

    /** In splits that one task can hold, however long the span. */
    public TopicRange(TopicAccess access, TopicSpan span, String dataset) {
        this(access, span, dataset, SPLIT_OFFSETS);
    }

    @Override
    public String fileName() {
        return span.topic();
    }

    @Override
    public String sheet() {
        return Integer.toString(span.partition());
    }

    @Override
    public List<Split> splits() {
        List<Split> splits = new ArrayList<>();
        long from = span.from();
        do {
            long to = Math.min(span.to(), from + splitOffsets);
            splits.add(new Split(from, to, from));
            from = to;
        } while (from < span.to());
        return List.copyOf(splits);
    }

    @Override
    public long bytes(Split split) {
        return (split.to() - split.from()) * BYTES_OF_A_ROW;
    }

    @Override
    public boolean namesSubmitters() {
        return true;
    }

    @Override
    public SourceRecords open(Split split, int headerLine, LineChoice.OfPiece choice) {
        return new TopicRecords(this, split, choice);
    }
}
