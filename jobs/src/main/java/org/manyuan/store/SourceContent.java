package org.manyuan.store;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** What a part is read from: a text, or a range of a topic. */
public interface SourceContent extends Serializable {
    /** The file as handed in, without folders; or the topic. */
    String fileName();

    /** The sheet of a workbook or the partition of a topic; empty for a text. */
    String sheet();

    /** Runs of records that can be read in parallel, in order; at least one. */
    List<Split> splits();

    /** What there is to read in a split, in bytes of a text with as many rows. */
    default long bytes(Split split) {
        return split.to() - split.from();
    }

    /** Whether each record says who submits it, and not the part. */
    default boolean namesSubmitters() {
        return false;
    }

    /**
     * Opens a split.
     *
     * @param headerLine the lines up to this one are no rows
     */
    SourceRecords open(Split split, int headerLine, LineChoice.OfPiece choice) throws IOException;
}
