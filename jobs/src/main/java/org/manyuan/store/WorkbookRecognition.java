package org.manyuan.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Makes a text of every visible sheet with content, its lines numbered like the sheet's rows. Hidden sheets are left out: what a
 * clerk does not see was not handed in (templates keep their code lists there).
 */
record WorkbookRecognition(Path file, String fileName, Path folder, long splitBytes) {
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 400;

    List<SourceText> read() throws IOException {
        new WorkbookGuard(file, fileName).check();
        List<SourceText> texts = new ArrayList<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            WorkbookCell cells = new WorkbookCell();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                Sheet sheet = workbook.getSheetAt(i);
                if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE && sheet.getPhysicalNumberOfRows() > 0) {
                    Path text = OwnerOnly.file(folder.resolve(java.util.UUID.randomUUID() + ".txt"));
                    if (write(sheet, cells, text)) {
                        texts.add(new TextRecognition(text, fileName, sheet.getSheetName(), folder, splitBytes)
                                .read(StandardCharsets.UTF_8, ','));
                    } else {
                        Files.delete(text);
                    }
                }
            }
        } catch (RefusedFile refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw new RefusedFile(
                    isBomb(damaged) ? Refusal.ZIP_BOMB : Refusal.DAMAGED_WORKBOOK, fileName, "", 0, "", damaged);
        }
        if (texts.isEmpty()) {
            throw RefusedFile.whole(Refusal.EMPTY, fileName, "");
        }
        return texts;
    }

    /** POI gives its limit while unpacking no type of its own. */
    private static boolean isBomb(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }

    /** Writes the sheet; false where no cell has content. */
    private boolean write(Sheet sheet, WorkbookCell cells, Path text) throws IOException {
        boolean hasContent = false;
        int rows = 0;
        int at = 0;
        try (BufferedWriter out = Files.newBufferedWriter(text, StandardCharsets.UTF_8)) {
            for (Row row : sheet) {
                String line = line(row, cells);
                if (line.isEmpty()) {
                    continue;
                }
                if (++rows > MOST_ROWS) {
                    throw new RefusedFile(
                            Refusal.TOO_LARGE, fileName, sheet.getSheetName(), 0, "> " + MOST_ROWS + " rows", null);
                }
                for (; at < row.getRowNum(); at++) {
                    out.write('\n');
                }
                out.write(line);
                out.write('\n');
                at++;
                hasContent = true;
            }
        }
        return hasContent;
    }

    private String line(Row row, WorkbookCell cells) {
        int last = row.getLastCellNum();
        if (last > MOST_COLUMNS) {
            throw new RefusedFile(
                    Refusal.TOO_LARGE,
                    fileName,
                    row.getSheet().getSheetName(),
                    row.getRowNum() + 1L,
                    "> " + MOST_COLUMNS + " columns",
                    null);
        }
        StringBuilder line = new StringBuilder();
        boolean hasContent = false;
        for (int column = 0; column < last; column++) {
            if (column > 0) {
                line.append(',');
            }
            String cell = cells.text(row.getCell(column, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL));
            hasContent |= !cell.isBlank();
            append(line, cell);
        }
        return hasContent ? line.toString() : "";
    }

    private static void append(StringBuilder line, String cell) {
        if (cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0) {
            line.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            line.append(cell);
        }
    }
}
