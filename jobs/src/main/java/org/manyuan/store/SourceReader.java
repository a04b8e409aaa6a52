package org.manyuan.store;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.manyuan.contract.Fields;
import org.manyuan.contract.RowReader;

/** Reads one split: lines to cells, cells through the row checks into column batches. */
final class SourceReader implements PartitionReader<ColumnarBatch> {
    /** Rows of a batch; the last line of a wide sheet may go over it. */
    private static final int BATCH_ROWS = 4096;

    private final ReadPlan plan;
    private final ReadPlan.Piece piece;
    private final SourcePart part;
    private final Lines lines;
    private final LineChoice.OfPiece choice;
    private final RowReader checks;
    private final ColumnSink sink;
    private final Fields fields = new Fields();
    private long linesRead;
    private boolean rootsDue;
    private boolean isEnd;

    SourceReader(ReadPlan plan, ReadPlan.Piece piece) throws IOException {
        this.plan = plan;
        this.piece = piece;
        this.part = plan.parts().get(piece.part());
        this.lines = new Lines(part.text(), piece.split());
        this.choice = plan.choice().of(piece);
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
            if (!lines.next()) {
                isEnd = true;
                plan.counts().add(Map.of(piece.number(), sink.counts(linesRead, checks.filtered())));
                break;
            }
            if (lines.line() > part.headerLine() && choice.takes(lines.line()) && lines.split(fields)) {
                linesRead++;
                checks.read(fields, sink);
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
        lines.close();
    }
}
