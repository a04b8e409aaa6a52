package org.manyuan.store;

import java.io.IOException;
import org.manyuan.contract.Fields;

/** The lines of a text below its header that are to be read, blank ones left out. */
final class TextRecords implements SourceRecords {
    private final Lines lines;
    private final int headerLine;
    private final LineChoice.OfPiece choice;

    TextRecords(SourceText text, Split split, int headerLine, LineChoice.OfPiece choice) throws IOException {
        this.lines = new Lines(text, split);
        this.headerLine = headerLine;
        this.choice = choice;
    }

    @Override
    public boolean next(Fields fields) throws IOException {
        while (lines.next()) {
            if (lines.line() > headerLine && choice.takes(lines.line()) && lines.split(fields)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
