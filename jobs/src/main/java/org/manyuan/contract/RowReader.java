package org.manyuan.contract;

/** Turns lines into checked rows of one dataset. Not thread-safe, keeps buffers: one for each piece of a file that is read. */
public interface RowReader {
    /** Pushes the 0 to n rows of a line. A blank line has none. */
    void read(Fields fields, RowSink sink);

    /** Pushes the constant rows of a mapping, as line 0. Called once a file, before its lines; most bindings have none. */
    void rootRows(RowSink sink);

    /** Rows that a mapping's filter left out so far. They count neither as accepted nor as rejected. */
    long filtered();
}
