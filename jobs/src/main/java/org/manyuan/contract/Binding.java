package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * How the lines of one file become rows of one dataset: what a header match and a mapping both compile to. Small, so that it
 * travels to wherever the file is read.
 */
public interface Binding extends Serializable {
    /** The dataset whose rows come out. */
    Contract contract();

    /** Whether identical rows of the file collapse quietly (they are no duplicates). */
    boolean distinct();

    /** Which source wins for the same key: the greater; 0 for native files. */
    int precedence();

    /** The day that the file's name states, by its mapping; null where it states none. */
    LocalDate sourceOn();

    /**
     * Compiles the row checks.
     *
     * @param references what rows may refer to
     * @param pseudonym hashes persons' numbers
     */
    RowReader open(References references, Pseudonym pseudonym);

    /** Where its cells stand on a line, for who marks them. */
    default SourceCells cellsOnLine() {
        return SourceCells.NONE;
    }
}
