package org.manyuan.store;

import java.io.Serializable;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** A hash of what tells a row from the others of its submission. Equal keys have equal hashes; others rarely have. */
@FunctionalInterface
interface KeyHash extends Serializable {
    /**
     * The hash of one row.
     *
     * @param submission column of the submission
     * @param key columns of the key
     */
    long of(ColumnarBatch batch, int submission, int[] key, int row);
}
