package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.manyuan.contract.Contract;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.SourceCells;
import org.manyuan.contract.Wording;

/** The rejected lines of one sheet: line number, the cells as handed in with the bad ones red, the reasons. */
final class RejectedSheet {
    static final String HEAD_FILL = "DCE6F1";
    private static final String BAD_FILL = "FFC7CE";
    private static final String BAD_FONT = "9C0006";

    /** What a spreadsheet shows well; a line with more cells is shown to here. */
    private static final int MOST_COLUMNS = 400;

    private static final int FLUSHED_ROWS = 500;
    private static final double NARROWEST = 9;
    private static final double WIDEST = 28;
    private static final double REASON_WIDTH = 58;

    private final SourceText text;
    private final List<SourcePart> parts;
    private final Map<String, SourceCells> cellsOf = new HashMap<>();
    private final Map<String, Contract> contracts = new HashMap<>();
    private final TreeMap<Long, RejectedLine> lines = new TreeMap<>();
    private final ToldReasons reasons;
    private final Worksheet sheet;
    private final List<String> header;
    private final int headerCells;
    private final double[] widths;
    private int row = 1;

    /**
     * @param parts the sheet's text, once for each dataset that it was read as
     * @param lines rejected ones of this sheet
     */
    RejectedSheet(Workbook workbook, List<SourcePart> parts, List<RejectedLine> lines, ToldReasons reasons) {
        this.parts = parts;
        this.reasons = reasons;
        parts.forEach(part -> {
            cellsOf.put(part.binding().contract().dataset(), part.binding().cellsOnLine());
            contracts.put(part.binding().contract().dataset(), part.binding().contract());
        });
        lines.forEach(line -> this.lines.put(line.line(), line));
        // marked workbooks are of files: what a topic rejects goes back as dead letters
        text = (SourceText) parts.get(0).text();
        String name = text.sheet();
        sheet = workbook.newWorksheet(name.isBlank() ? "拒收行 Rejected" : PlainCell.safe(name));
        List<String> written = text.header(parts.get(0).headerLine()).cells();
        headerCells = Math.max(
                written.size(),
                cellsOf.values().stream().mapToInt(SourceCells::width).max().orElse(0));
        header = header(written);
        widths = new double[header.size()];
    }

    /** The header, and an empty one for each cell that stands beyond it on a line. */
    private List<String> header(List<String> written) {
        TreeSet<Long> longer = new TreeSet<>();
        lines.forEach((number, line) -> {
            if (line.cells().stream().anyMatch(RejectedSheet::isTooLong)) {
                longer.add(number);
            }
        });
        int[] width = {Math.min(headerCells, MOST_COLUMNS)};
        new LinesOfText(text, MOST_COLUMNS)
                .each(longer, (number, cells) -> width[0] = Math.max(width[0], cells.size()));
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < width[0]; i++) {
            int place = i;
            String own = i < written.size() ? written.get(i) : "";
            shown.add(cellsOf.values().stream()
                    .flatMap(cells -> cells.header(place).stream())
                    .findFirst()
                    .orElse(own));
        }
        return shown;
    }

    private static boolean isTooLong(RejectedLine.BadCell cell) {
        return cell.code().equals(ProblemCode.CELLS.name());
    }

    void write() throws IOException {
        int width = header.size();
        head(0, "行号 Line");
        for (int i = 0; i < width; i++) {
            head(i + 1, header.get(i));
            widths[i] = PlainCell.width(header.get(i));
        }
        head(width + 1, "原因与更正办法");
        head(width + 2, "Reason and cure");
        sheet.width(0, NARROWEST);
        sheet.width(width + 1, REASON_WIDTH);
        sheet.width(width + 2, REASON_WIDTH);
        sheet.freezePane(1, 1);
        RejectedLine ofNoLine = lines.get(0L);
        if (ofNoLine != null) {
            line(ofNoLine, List.of());
        }
        new LinesOfText(text, MOST_COLUMNS)
                .each(new TreeSet<>(lines.keySet()), (number, cells) -> line(lines.get(number), cells));
        setWidths();
        sheet.finish();
    }

    private void head(int column, String text) {
        PlainCell.put(sheet, 0, column, text);
        sheet.style(0, column)
                .bold()
                .wrapText(true)
                .fillColor(HEAD_FILL)
                .verticalAlignment("top")
                .set();
    }

    private void line(RejectedLine line, List<String> cells) {
        sheet.value(row, 0, line.line());
        Set<Integer> bad = bad(line, cells.size());
        int width = header.size();
        for (int i = 0; i < width; i++) {
            PlainCell.put(sheet, row, i + 1, i < cells.size() ? cells.get(i) : "");
            widths[i] = Math.max(widths[i], i < cells.size() ? PlainCell.width(cells.get(i)) : 0);
            if (bad.contains(i)) {
                sheet.style(row, i + 1)
                        .fillColor(BAD_FILL)
                        .fontColor(BAD_FONT)
                        .format("@")
                        .set();
            } else if (i < cells.size() && !cells.get(i).isEmpty()) {
                sheet.style(row, i + 1).format("@").set();
            }
        }
        List<Wording> said = line.cells().stream().map(cell -> said(line, cell)).toList();
        reason(width + 1, said.stream().map(Wording::zh).toList());
        reason(width + 2, said.stream().map(Wording::en).toList());
        row++;
        if (row % FLUSHED_ROWS == 0) {
            flush();
        }
    }

    private void reason(int column, List<String> said) {
        PlainCell.put(sheet, row, column, said.stream().distinct().collect(Collectors.joining("\n")));
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }

    /** A line that becomes rows of several datasets says of which the reason speaks. */
    private Wording said(RejectedLine line, RejectedLine.BadCell cell) {
        Wording said = reasons.of(line.sheet(), cell);
        Contract contract = contracts.get(cell.dataset());
        return contracts.size() < 2 || contract == null
                ? said
                : new Wording(contract.chineseName() + "：" + said.zh(), contract.dataset() + ": " + said.en());
    }

    private Set<Integer> bad(RejectedLine line, int cells) {
        Set<Integer> bad = new LinkedHashSet<>();
        for (RejectedLine.BadCell cell : line.cells()) {
            if (isTooLong(cell)) {
                for (int i = headerCells; i < cells; i++) {
                    bad.add(i);
                }
            } else {
                bad.addAll(
                        cellsOf.getOrDefault(cell.dataset(), SourceCells.NONE).named(cell.column()));
            }
        }
        return bad;
    }

    /** Of no effect after the first flush: the rows up to there say how wide a column is. */
    private void setWidths() {
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i + 1, Math.min(WIDEST, Math.max(NARROWEST, widths[i])));
        }
    }

    private void flush() {
        setWidths();
        try {
            sheet.flush();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
