package org.manyuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/**
 * A workbook as its reader sees it.
 *
 * @param byName by sheet, in order: the texts of the cells, without thousands' commas
 * @param red places {@code sheet/row/column} that are filled red
 * @param formulas how many cells hold one
 */
public record ReadWorkbook(
        List<String> sheets, Map<String, List<List<String>>> byName, Map<String, String> red, long formulas) {
    /** Reads it all. */
    public static ReadWorkbook of(Path file) {
        List<String> sheets = new ArrayList<>();
        Map<String, List<List<String>>> byName = new TreeMap<>();
        Map<String, String> red = new TreeMap<>();
        long formulas = 0;
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            DataFormatter words = new DataFormatter();
            for (Sheet sheet : book) {
                sheets.add(sheet.getSheetName());
                List<List<String>> rows = new ArrayList<>();
                for (int i = 0; i <= sheet.getLastRowNum(); i++) {
                    List<String> cells = new ArrayList<>();
                    Row row = sheet.getRow(i);
                    for (int j = 0; row != null && j < row.getLastCellNum(); j++) {
                        Cell cell = row.getCell(j);
                        cells.add(
                                cell == null ? "" : words.formatCellValue(cell).replace(",", ""));
                        formulas += cell != null && cell.getCellType() == CellType.FORMULA ? 1 : 0;
                        if (cell != null && isRed(cell)) {
                            red.put(sheet.getSheetName() + "/" + i + "/" + j, "red");
                        }
                    }
                    rows.add(cells);
                }
                byName.put(sheet.getSheetName(), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReadWorkbook(sheets, byName, red, formulas);
    }

    /** The rows of a sheet. */
    public List<List<String>> rows(String sheet) {
        return byName.get(sheet);
    }

    /** The rows below the header without the two columns of reasons, red cells in brackets. */
    public String marked(String sheet) {
        List<String> lines = new ArrayList<>();
        List<List<String>> rows = rows(sheet);
        int width = rows.get(0).size() - 2;
        for (int i = 1; i < rows.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                String cell = rows.get(i).get(j);
                cells.add(red.containsKey(sheet + "/" + i + "/" + j) ? "[" + cell + "]" : cell);
            }
            lines.add(String.join(" | ", cells));
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isRed(Cell cell) {
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        return style.getFillForegroundColorColor() != null
                && style.getFillForegroundColorColor().getARGBHex().endsWith("FFC7CE");
    }
}
