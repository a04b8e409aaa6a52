package org.manyuan.job;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One input that is wrong, dangerous or merely strange, and what must become of it.
 *
 * @param id names it, and the folder it is made in
 * @param what it is
 * @param expected the code that the receipt must say; several joined by {@code +}; TAKEN where it is read without a fault, NO_ROWS
 *     where there is nothing to read
 * @param maker writes it, the same bytes each time
 */
record HostileSample(String id, String what, String expected, Maker maker) {
    /** Writes the files of a sample into a folder that is named like a district. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /** How the committed list writes it. */
    String line() {
        return id + "," + what + "," + expected;
    }
}
