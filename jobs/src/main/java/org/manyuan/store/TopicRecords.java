package org.manyuan.store;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Fields;
import org.manyuan.contract.MessageCells;

/** The messages of a split of a topic range that name its dataset and are to be read, as cells. */
final class TopicRecords implements SourceRecords {
    private static final byte[] NOTHING = new byte[0];

    private final TopicRange range;
    private final LineChoice.OfPiece choice;
    private final TopicMessages messages;
    private final MessageCells cells;
    private String problem;
    private String submitter = "";

    TopicRecords(TopicRange range, Split split, LineChoice.OfPiece choice) {
        this.range = range;
        this.choice = choice;
        this.cells = new MessageCells(Contracts.of(range.dataset()));
        TopicSpan whole = range.span();
        this.messages = new TopicMessages(
                range.access(), new TopicSpan(whole.topic(), whole.partition(), split.from(), split.to()));
    }

    @Override
    public boolean next(Fields fields) {
        ConsumerRecord<byte[], byte[]> message = messages.next();
        while (message != null) {
            Envelope envelope = Envelope.of(message.headers());
            if (envelope.dataset().equals(range.dataset()) && choice.takes(message.offset())) {
                submitter = envelope.submitter();
                problem = cells.read(message.value() == null ? NOTHING : message.value(), submitter, fields);
                fields.line = message.offset();
                return true;
            }
            message = messages.next();
        }
        return false;
    }

    @Override
    public String problem() {
        return problem;
    }

    @Override
    public String submitter() {
        return submitter;
    }

    @Override
    public void close() {
        messages.close();
    }
}
