package org.manyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.MergedCells;

/** Makes texts of the sheets of an .xls, as {@link WorkbookRecognition} does. It is read into memory whole, and therefore never large. */
record OldWorkbookRecognition(Path file, String fileName, Path folder, long splitBytes, LimitSettings limits) {
    private static final WorkbookCell CELLS = new WorkbookCell();

    /** Where the record of a sheet says what it holds: after its own head, where the sheet begins and whether it is hidden. */
    private static final int SHEET_KIND = 9;

    /** Sheets of old macros, and modules. */
    private static final Set<Byte> PROGRAMS = Set.of((byte) 1, (byte) 6);

    SourceFile read() throws IOException {
        long most = LimitSettings.megabytes(limits.oldWorkbookMegabytes());
        if (Files.size(file) > most) {
            throw RefusedFile.whole(
                    Refusal.TOO_LARGE, fileName, Detail.overLimit(Files.size(file), most, "字节", "bytes"));
        }
        checkContainer(OldContainer.of(file));
        List<SourceText> texts = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            try (HSSFWorkbook workbook = new HSSFWorkbook(container)) {
                checkRecords(workbook.getInternalWorkbook());
                boolean isComputed = !OldFormulas.wereNeverComputed(container);
                for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                    if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                        text(workbook.getSheetAt(i), isComputed).ifPresent(texts::add);
                    } else {
                        hidden.add(Printable.of(workbook.getSheetName(i)));
                    }
                }
            }
        } catch (RefusedFile refused) {
            throw refused;
        } catch (EncryptedDocumentException locked) {
            throw new RefusedFile(Refusal.ENCRYPTED, fileName, "", 0, "", locked);
        } catch (OldExcelFormatException older) {
            throw new RefusedFile(Refusal.UNSUPPORTED, fileName, "", 0, "Excel 95", older);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new RefusedFile(Refusal.DAMAGED_WORKBOOK, fileName, "", 0, "", damaged);
        }
        return SourceFile.workbook(fileName, texts, hidden);
    }

    /** The container of old workbooks is also that of new ones with a password, and of old documents. */
    private void checkContainer(OldContainer container) {
        if (container.holds("EncryptedPackage")) {
            throw refused(Refusal.ENCRYPTED, "");
        }
        if (container.holds("_VBA_PROJECT_CUR") || container.holds("_VBA_PROJECT")) {
            throw refused(Refusal.MACROS, "");
        }
        if (!container.holds("Workbook") && container.holds("Book")) {
            throw refused(Refusal.UNSUPPORTED, "Excel 95");
        }
        if (!container.names().isEmpty() && !container.holds("Workbook")) {
            throw refused(Refusal.NOT_A_WORKBOOK, container.holds("WordDocument") ? "Word (.doc)" : "OLE");
        }
    }

    /** Looks for links, and for sheets of old macros: these lie in no part of their own, and mostly hidden. */
    private void checkRecords(InternalWorkbook workbook) {
        for (Record record : workbook.getRecords()) {
            if (record instanceof BoundSheetRecord sheet && PROGRAMS.contains(sheet.serialize()[SHEET_KIND])) {
                throw refused(Refusal.MACROS, "");
            }
            if (record instanceof SupBookRecord book && book.isExternalReferences()) {
                throw refused(Refusal.EXTERNAL_LINKS, "");
            }
        }
    }

    private Optional<SourceText> text(HSSFSheet sheet, boolean isComputed) throws IOException {
        String name = Printable.of(sheet.getSheetName());
        try (SheetText text = new SheetText(fileName, name, folder, limits)) {
            for (Row row : sheet) {
                text.row(row.getRowNum() + 1L, row.getZeroHeight());
                for (Cell cell : row) {
                    boolean isFormula = CELLS.isComputed(cell);
                    text.cell(
                            cell.getColumnIndex(),
                            isFormula && !isComputed ? CellText.NO_VALUE : CELLS.text((HSSFCell) cell));
                    if (isFormula && isComputed) {
                        text.formula();
                    }
                }
            }
            for (CellRangeAddress cells : sheet.getMergedRegions()) {
                text.merged(new MergedCells(
                        cells.getFirstRow() + 1,
                        cells.getLastRow() + 1,
                        cells.getFirstColumn(),
                        cells.getLastColumn()));
            }
            for (int column = 0; column < limits.columns() && column < 256; column++) {
                if (sheet.isColumnHidden(column)) {
                    text.hiddenColumns(column, column);
                }
            }
            text.close();
            return new WorkbookRecognition(file, fileName, folder, splitBytes, limits).recognised(text, name);
        }
    }

    private RefusedFile refused(Refusal code, String detail) {
        return RefusedFile.whole(code, fileName, detail);
    }
}
