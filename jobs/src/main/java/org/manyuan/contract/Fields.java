package org.manyuan.contract;

import java.util.Arrays;

/**
 * One line of a file, split into cells, quotes already removed. One instance serves all lines: the reader fills it, the row checks
 * look at it during the call only.
 */
public final class Fields {
    /** UTF-8 bytes that hold the cells. */
    public byte[] buffer = new byte[0];

    /** Where each cell starts in the buffer. */
    public int[] starts = new int[64];

    /** Length of each cell in bytes. */
    public int[] lengths = new int[64];

    /** Cells on this line. */
    public int count;

    /** Line of the source, 1 for the first line of the file. */
    public long line;

    /** Adds a cell. */
    public void add(int start, int length) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            lengths = Arrays.copyOf(lengths, 2 * count);
        }
        starts[count] = start;
        lengths[count++] = length;
    }
}
