package org.manyuan.contract;

import java.io.Serializable;
import java.util.Set;

/**
 * Which lines of a foreign file count.
 *
 * @param source the cell that decides
 * @param values what it must be; empty: anything that is not empty
 */
record RowFilter(CellSource source, Set<String> values) implements Serializable {
    boolean lets(Fields fields, Slice scratch) {
        source.load(fields, scratch);
        return values.isEmpty() ? !scratch.isEmpty() : values.contains(scratch.text());
    }
}
