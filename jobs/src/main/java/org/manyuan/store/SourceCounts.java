package org.manyuan.store;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the reader counted in one part, or in a piece of it. {@code rows = accepted + rejected}; which accepted rows are duplicates is
 * not the reader's to know.
 *
 * @param lines lines with content after the header
 * @param filtered rows that a mapping's filter left out; they are not among the rows
 * @param rows rows that came out
 * @param rejected rows with a reason against them
 * @param problems by reason as the row checks write it, {@code CODE:source column}
 * @param warned doubts about rows that stand, in the same way
 */
public record SourceCounts(
        long lines,
        long filtered,
        long rows,
        long rejected,
        Map<String, Occurrences> problems,
        Map<String, Occurrences> warned)
        implements Serializable {
    private static final int FIRST_LINES = 20;

    /** How often one reason occurred, and the first lines where it did. */
    public record Occurrences(long count, List<Long> firstLines) implements Serializable {
        static Occurrences once(long line) {
            return new Occurrences(1, List.of(line));
        }

        Occurrences and(long laterLine) {
            return firstLines.size() < FIRST_LINES ? and(once(laterLine)) : new Occurrences(count + 1, firstLines);
        }

        Occurrences and(Occurrences later) {
            List<Long> lines = new ArrayList<>(firstLines);
            lines.addAll(later.firstLines);
            return new Occurrences(
                    count + later.count,
                    lines.stream().sorted().limit(FIRST_LINES).toList());
        }
    }

    static final SourceCounts NONE = new SourceCounts(0, 0, 0, 0, Map.of(), Map.of());

    public long accepted() {
        return rows - rejected;
    }

    SourceCounts and(SourceCounts later) {
        return new SourceCounts(
                lines + later.lines,
                filtered + later.filtered,
                rows + later.rows,
                rejected + later.rejected,
                all(problems, later.problems),
                all(warned, later.warned));
    }

    private static Map<String, Occurrences> all(Map<String, Occurrences> one, Map<String, Occurrences> later) {
        Map<String, Occurrences> all = new TreeMap<>(one);
        later.forEach((reason, occurrences) -> all.merge(reason, occurrences, Occurrences::and));
        return all;
    }
}
