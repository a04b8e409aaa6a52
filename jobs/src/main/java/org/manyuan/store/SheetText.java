package org.manyuan.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.MergedCells;
import org.manyuan.contract.Wording;

/** A sheet on its way to a text: one line a row, the lines numbered like the rows. Holds one row at a time. */
final class SheetText implements AutoCloseable {
    /** Runs of hidden lines that are told one by one. */
    static final int MOST_RUNS = 10;

    private final String fileName;
    private final String sheet;
    private final LimitSettings limits;
    private final Path path;
    private final BufferedWriter out;
    private final StringBuilder row = new StringBuilder();
    private final List<MergedCells> merged = new ArrayList<>();
    private final TreeMap<Integer, MergedCells> tall = new TreeMap<>();
    private final TreeSet<Integer> hiddenColumns = new TreeSet<>();
    private long rowNumber;
    private long written;
    private boolean isHidden;
    private boolean hasContent;
    private boolean isFilled;
    private int nextCell;
    private final List<SheetNotes.LineRun> hiddenLines = new ArrayList<>();
    private long hiddenRows;
    private long formulas;

    SheetText(String fileName, String sheet, Path folder, LimitSettings limits) throws IOException {
        this.fileName = fileName;
        this.sheet = sheet;
        this.limits = limits;
        path = OwnerOnly.file(folder.resolve(UUID.randomUUID() + ".txt"));
        out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    }

    Path path() {
        return path;
    }

    /** Whether any cell has content. */
    boolean isFilled() {
        return isFilled;
    }

    SheetNotes notes() {
        return new SheetNotes(
                List.copyOf(merged),
                tall.values().stream()
                        .filter(cells -> cells.firstLine() <= written)
                        .toList(),
                hiddenRows,
                List.copyOf(hiddenLines),
                List.copyOf(hiddenColumns),
                formulas);
    }

    /**
     * Begins a row.
     *
     * @param number from 1; greater than the last one
     */
    void row(long number, boolean hidden) throws IOException {
        endRow();
        if (number <= rowNumber) {
            throw refused(Refusal.DAMAGED_WORKBOOK, number, "");
        }
        if (number > limits.sheetRows()) {
            throw refused(Refusal.TOO_LARGE, 0, Detail.moreThan(limits.sheetRows(), "行", "rows"));
        }
        rowNumber = number;
        isHidden = hidden;
    }

    /** Adds a cell; cells come in the order of their columns, those without content may be left out. */
    void cell(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column < nextCell) {
            throw refused(Refusal.DAMAGED_WORKBOOK, rowNumber, "");
        }
        if (column >= limits.columns()) {
            throw refused(Refusal.TOO_LARGE, rowNumber, Detail.moreThan(limits.columns(), "列", "columns"));
        }
        if (text.length() > limits.cellCharacters()) {
            throw refused(
                    Refusal.CELL_TOO_LONG, rowNumber, Detail.moreThan(limits.cellCharacters(), "个字符", "characters"));
        }
        for (; nextCell <= column; nextCell++) {
            if (nextCell > 0) {
                row.append(',');
            }
        }
        hasContent |= !text.isBlank();
        boolean isQuoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
        row.append(isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
        if (row.length() > limits.lineKilobytes() << 10) {
            throw refused(Refusal.LINE_TOO_LONG, rowNumber, limits.lineKilobytes() + " KB");
        }
    }

    /** Says that the value of the cell just added was computed. */
    void formula() {
        formulas++;
    }

    /** Those near the top matter, where headers stand, and those that take a value from the lines below. */
    void merged(MergedCells cells) {
        if (cells.firstCell() == cells.lastCell()
                && cells.firstLine() < cells.lastLine()
                && cells.firstCell() < limits.columns()) {
            tall.merge(cells.firstCell(), cells, (one, other) -> one.firstLine() > other.firstLine() ? one : other);
        }
        if (cells.firstLine() <= 2 * limits.headerLines() && merged.size() < limits.columns()) {
            merged.add(cells);
        }
    }

    void hiddenColumns(int first, int last) {
        for (int column = first; column <= Math.min(last, limits.columns()); column++) {
            hiddenColumns.add(column);
        }
    }

    private void endRow() throws IOException {
        if (hasContent) {
            for (; written < rowNumber - 1; written++) {
                out.write('\n');
            }
            out.append(row).write('\n');
            written++;
            isFilled = true;
            if (isHidden) {
                hide(rowNumber);
            }
        }
        row.setLength(0);
        nextCell = 0;
        hasContent = false;
    }

    private void hide(long line) {
        hiddenRows++;
        int last = hiddenLines.size() - 1;
        if (last >= 0 && hiddenLines.get(last).last() == line - 1) {
            hiddenLines.set(last, new SheetNotes.LineRun(hiddenLines.get(last).first(), line));
        } else if (last + 1 < MOST_RUNS) {
            hiddenLines.add(new SheetNotes.LineRun(line, line));
        }
    }

    private RefusedFile refused(Refusal code, long line, String detail) {
        return refused(code, line, Detail.of(detail));
    }

    private RefusedFile refused(Refusal code, long line, Wording detail) {
        return new RefusedFile(code, fileName, sheet, line, detail, null);
    }

    /** Ends the last row. */
    @Override
    public void close() throws IOException {
        try (out) {
            endRow();
        }
    }
}
