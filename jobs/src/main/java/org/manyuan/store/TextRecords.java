package org.manyuan.store;

import java.io.IOException;
import org.manyuan.contract.Fields;

/** The lines of a text below its header, blank ones left out. */
final class TextRecords implements SourceRecords {
    private final Lines lines;
    private final int headerLine;

    TextRecords(SourceText text, Split split, int headerLine) throws IOException {
        this.lines = new Lines(text, split);
        this.headerLine = headerLine;
    }

    @Override
    public boolean next(Fields fields) throws IOException {
        while (lines.next()) {
            if (lines.line() > headerLine && lines.split(fields)) {
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
