package org.manyuan.store;

import java.util.List;

/**
 * The messages of one dataset in a span: read as a text's lines are, line = offset, sheet = partition.
 *
 * @param access how a client is opened where the range is read
 * @param dataset what the header {@code contract} must say
 */
public record TopicRange(TopicAccess access, TopicSpan span, String dataset) implements SourceContent {
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
        return List.of(new Split(span.from(), span.to(), span.from()));
    }

    @Override
    public boolean namesSubmitters() {
        return true;
    }

    @Override
    public SourceRecords open(Split split, int headerLine, LineChoice.OfPiece choice) {
        return new TopicRecords(this, choice);
    }
}
