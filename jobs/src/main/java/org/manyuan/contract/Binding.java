package org.manyuan.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the lines of one file become rows of one dataset: what a header match and a mapping both compile to. Small, so that it
 * travels to wherever the file is read.
 */
public interface Binding extends Serializable {
    /** The dataset whose rows come out. */
    Contract contract();

    /** Whether identical rows of the file collapse quietly (they are no duplicates). */
    boolean distinct();

    /** How many rows a line can become: the subjects of a wide sheet, the columns of an unpivot; usually one. */
    default int rowsPerLine() {
        return 1;
    }

    /** What the file calls a column, so that a clerk finds it; its name in the contract where the file has none. */
    default String headerOf(String column) {
        return column;
    }

    /**
     * Where a value comes from that is the same on every line: a file's or a folder's name, and what was read there.
     *
     * @param header as {@link #headerOf} says it
     * @return empty where it stands in the lines
     */
    default Optional<Wording> origin(String header) {
        return Optional.empty();
    }

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
