package org.manyuan.store;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.manyuan.contract.Fields;
import org.manyuan.contract.RowReader;

/** Reads one split: records to cells, cells through the row checks into column batches. */
final class SourceReader implements PartitionReader<ColumnarBatch> {
    /** Rows of a batch; the last line of a wide sheet may go over it. */
    private static final int BATCH_ROWS = 4096;

    private final ReadPlan plan;
    private final ReadPlan.Piece piece;
    private final SourceRecords records;
    private final RowReader checks;
    private final ColumnSink sink;
    private final Fields fields = new Fields();
    private long linesRead;
    private boolean rootsDue;
    private boolean isEnd;

    SourceReader(ReadPlan plan, ReadPlan.Piece piece) throws IOException {
        this.plan = plan;
        this.piece = piece;
        SourcePart part = plan.parts().get(piece.part());
        LineChoice.OfPiece choice = plan.choice().of(piece);
        this.records = part.text().open(piece.split(), part.headerLine(), choice);
        this.checks = part.binding().open(plan.references(), plan.pseudonym().get());
        this.sink = new ColumnSink(plan.schema(), plan.contract(), part);
        this.rootsDue = piece.isFirst() && choice.takes(0);
    }

    @Override
    public boolean next() throws IOException {
        if (isEnd) {
            return false;
        }
        sink.begin();
        if (rootsDue) {
            checks.rootRows(sink);
            rootsDue = false;
        }
        while (sink.rows() < BATCH_ROWS) {
            if (!records.next(fields)) {
                isEnd = true;
                plan.counts().add(Map.of(piece.number(), sink.counts(linesRead, checks.filtered())));
                break;
            }
            linesRead++;
            sink.submitter(records.submitter());
            if (records.problem() == null) {
                checks.read(fields, sink);
            } else {
                sink.end(fields.line, records.problem());
            }
        }
        return sink.rows() > 0;
    }

    @Override
    public ColumnarBatch get() {
        return sink.batch();
    }

    @Override
    public void close() throws IOException {
        sink.close();
        records.close();
    }
}
