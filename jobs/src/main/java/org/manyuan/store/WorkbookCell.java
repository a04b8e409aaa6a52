package org.manyuan.store;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;

/** What a cell of a workbook says as text: a formula its last computed value, a day as ISO, a number as it was typed. */
final class WorkbookCell {
    /** Beyond 15 digits a spreadsheet has rounded: an 18-digit number is not what was typed. */
    private static final double ROUNDED_FROM = 1e15;

    String text(Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.FORMULA
                && cell instanceof XSSFCell formula
                && !formula.getCTCell().isSetV()) {
            // written by a program that never computed it: there is no value, and 0 is none
            return "#ERROR";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> oneLine(cell.getStringCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> "#ERROR";
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? moment(cell) : number(cell);
            default -> "";
        };
    }

    private static String moment(Cell cell) {
        LocalDateTime moment = cell.getLocalDateTimeCellValue();
        if (moment == null) {
            return number(cell);
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private static String number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (Math.abs(value) >= ROUNDED_FROM) {
            // stays 3.2E17, so that no check takes it for the number it was
            return Double.toString(value);
        }
        String digits =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        String format = cell.getCellStyle().getDataFormatString();
        boolean isPadded = format != null && format.matches("0{2,}") && digits.matches("\\d+");
        return isPadded ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits : digits;
    }

    private static String oneLine(String text) {
        return text.replace("\r\n", " ").replace('\n', ' ').replace('\r', ' ').replace('\0', ' ');
    }
}
