package org.manyuan.store;

import java.io.Serializable;
import java.util.List;
import org.manyuan.contract.MergedCells;

/**
 * What a sheet shows beside its cells, as far as its reading needs it or a receipt tells it.
 *
 * @param merged merged cells near the top, where headers are
 * @param tall of every column the lowest merged cells that lie in it alone and reach over several lines
 * @param hiddenRows rows with content that a clerk does not see (filtered or hidden); they are read like all others
 * @param hiddenLines the first runs of them, each its first and last line
 * @param hiddenColumns columns that a clerk does not see, from 0, ascending; read as well
 * @param formulas cells whose last computed value was taken
 */
public record SheetNotes(
        List<MergedCells> merged,
        List<MergedCells> tall,
        long hiddenRows,
        List<LineRun> hiddenLines,
        List<Integer> hiddenColumns,
        long formulas)
        implements Serializable {
    /** Of a text. */
    static final SheetNotes NONE = new SheetNotes(List.of(), List.of(), 0, List.of(), List.of(), 0);

    /** Lines that follow one another. */
    public record LineRun(long first, long last) implements Serializable {}
}
