package org.manyuan.store;

import java.time.LocalDateTime;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a cell of an .xls says as text: a formula its last computed value, a day as ISO, a number as it was typed. */
final class WorkbookCell {
    String text(HSSFCell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> CellText.oneLine(cell.getStringCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case ERROR -> CellText.NO_VALUE;
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? moment(cell) : number(cell);
            default -> "";
        };
    }

    boolean isComputed(Cell cell) {
        return cell.getCellType() == CellType.FORMULA;
    }

    private static String moment(HSSFCell cell) {
        LocalDateTime moment = cell.getLocalDateTimeCellValue();
        return moment == null ? number(cell) : CellText.moment(moment);
    }

    private static String number(HSSFCell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        return CellText.number(cell.getNumericCellValue(), format == null ? "" : format);
    }
}
