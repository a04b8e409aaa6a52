package org.manyuan.store;

import java.io.IOException;
import org.manyuan.contract.Fields;

/** The records of a split, one after the other, as cells. */
interface SourceRecords extends AutoCloseable {
    /** Moves to the next record with content and fills its cells and its line; false after the last. */
    boolean next(Fields fields) throws IOException;

    /** Why this record has no cells, as the row checks write it; null where it has. */
    default String problem() {
        return null;
    }

    /** Who submits this record; null where the part says so. */
    default String submitter() {
        return null;
    }

    @Override
    void close() throws IOException;
}
