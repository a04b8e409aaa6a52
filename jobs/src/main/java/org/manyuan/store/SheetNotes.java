package org.manyuan.store;

import java.io.Serializable;
import java.util.List;
import org.manyuan.contract.MergedCells;

/**
 * What a sheet shows beside its cells, as far as its reading needs it or a receipt tells it.
 *
 * @param merged merged cells near the top, where headers are
 * @param hiddenRows rows with content that a clerk does not see (filtered or hidden); they are read like all others
 * @param hiddenColumns columns that a clerk does not see; read as well
 * @param formulas cells whose last computed value was taken
 */
public record SheetNotes(List<MergedCells> merged, long hiddenRows, long hiddenColumns, long formulas)
        implements Serializable {
    /** Of a text. */
    static final SheetNotes NONE = new SheetNotes(List.of(), 0, 0, 0);
}
