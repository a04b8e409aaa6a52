package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import org.manyuan.contract.Fields;

/**
 * Some lines of a text, read again one by one: only the pieces are opened that hold one of them.
 *
 * @param mostCells of a line; what stands beyond is left out
 */
record LinesOfText(SourceText text, int mostCells) {
    /** Hands over number and cells of each line as handed in, ascending. A line that is not there is passed over. */
    void each(NavigableSet<Long> wanted, BiConsumer<Long, List<String>> reader) {
        List<Split> splits = text.splits();
        for (int i = 0; i < splits.size(); i++) {
            long first = splits.get(i).firstLine();
            long next = i + 1 < splits.size() ? splits.get(i + 1).firstLine() : Long.MAX_VALUE;
            NavigableSet<Long> here = wanted.subSet(first, true, next, false);
            if (!here.isEmpty()) {
                read(splits.get(i), here, reader);
            }
        }
    }

    private void read(Split split, NavigableSet<Long> wanted, BiConsumer<Long, List<String>> reader) {
        try (Lines lines = new Lines(text, split)) {
            Fields fields = new Fields();
            while (lines.next() && lines.line() <= wanted.last()) {
                if (wanted.contains(lines.line())) {
                    lines.split(fields);
                    reader.accept(lines.line(), cells(fields));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("The file " + text.fileName() + " cannot be read again", cause);
        }
    }

    private List<String> cells(Fields fields) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(fields.count, mostCells); i++) {
            cells.add(new String(fields.buffer, fields.starts[i], fields.lengths[i], StandardCharsets.UTF_8));
        }
        return cells;
    }
}
