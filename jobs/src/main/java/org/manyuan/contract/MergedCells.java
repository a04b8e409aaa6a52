package org.manyuan.contract;

import java.io.Serializable;

/**
 * Cells of a sheet that are shown as one; the first one holds the content.
 *
 * @param firstLine from 1
 * @param firstCell from 0
 */
public record MergedCells(int firstLine, int lastLine, int firstCell, int lastCell) implements Serializable {
    /** Whether the cell is one of them. */
    public boolean holds(int line, int cell) {
        return line >= firstLine && line <= lastLine && cell >= firstCell && cell <= lastCell;
    }
}
