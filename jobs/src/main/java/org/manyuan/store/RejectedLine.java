package org.manyuan.store;

import java.util.List;

/**
 * One line of a file of which something was rejected.
 *
 * @param sheet of a workbook; empty for a text
 * @param line as in the file that was handed in; 0: a row that a mapping makes once a file
 * @param cells what was wrong on it, at least one
 */
public record RejectedLine(String sheet, long line, List<BadCell> cells) {
    /**
     * One bad cell, or a reason against the whole line.
     *
     * @param column of the source, or columns of the contract where it is about a row; empty where it is about the line
     */
    public record BadCell(String dataset, String column, String code) {}
}
