package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.FoundHeader;
import org.manyuan.contract.HeaderMatch;
import org.manyuan.contract.SourceName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Old and new workbooks as bureaus make them say the same. */
class WorkbookShapesTest {
    @TempDir
    Path folder;

    Path made;

    @BeforeEach
    void makeFolder() throws IOException {
        made = Files.createDirectory(folder.resolve("made"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aSheetWithATitleAndAHeaderOverTwoRowsIsUnderstood(String ending) throws IOException {
        try (Workbook workbook = workbook(ending)) {
            Sheet sheet = workbook.createSheet("初中");
            row(sheet, 0, "示例县2024年秋季初中在校生统计表");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
            row(sheet, 1, "学校代码", "学年", "学段", "年级", "在校生");
            row(sheet, 2, "", "", "", "", "计", "女");
            for (int column = 0; column < 4; column++) {
                sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
            row(sheet, 3, "3137000001", "2024", "J", "7", "400", "190");
            row(sheet, 4, "合计", "", "", "", "400", "190");
            save(workbook, ending);
        }

        SourceText text = recognise(ending).texts().get(0);
        FoundHeader found = HeaderMatch.find(
                Contracts.all(), text.heads(15, 100), text.notes().merged(), new SourceName("x." + ending, null));

        assertThat(found.line()).isEqualTo(3);
        assertThat(found.match().binding().contract().dataset()).isEqualTo("enrollment");
        assertThat(found.match().ignored()).containsExactly("在校生/女");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void whatIsHiddenIsToldAndOnlySheetsAreLeftOut(String ending) throws IOException {
        try (Workbook workbook = workbook(ending)) {
            Sheet sheet = workbook.createSheet("表");
            row(sheet, 0, "a", "b");
            row(sheet, 1, "1", "2").setZeroHeight(true);
            row(sheet, 2, "3", "4");
            sheet.setColumnHidden(1, true);
            row(workbook.createSheet("旧"), 0, "x");
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
            save(workbook, ending);
        }

        SourceFile file = recognise(ending);

        assertThat(file.hiddenSheets()).containsExactly("旧");
        assertThat(file.texts()).hasSize(1);
        assertThat(SourceFileTest.rows(file.texts().get(0))).containsExactly("1|a|b", "2|1|2", "3|3|4");
        assertThat(file.texts().get(0).notes().hiddenRows()).isEqualTo(1);
        assertThat(file.texts().get(0).notes().hiddenColumns()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void cellsAreTextAsAClerkTypedThem(String ending) throws IOException {
        try (Workbook workbook = workbook(ending)) {
            Row row = workbook.createSheet("s").createRow(0);
            row.createCell(0).setCellValue(42.0);
            row.createCell(1).setCellValue(87.5);
            row.createCell(2).setCellValue(370303201001011234.0);
            row.createCell(3).setCellValue("370303201001011234");
            row.createCell(4).setCellValue(LocalDate.of(2024, 9, 1));
            row.getCell(4).setCellStyle(format(workbook, "yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(5).setCellValue(LocalDateTime.of(2024, 9, 1, 8, 30));
            row.getCell(5).setCellStyle(format(workbook, "yyyy-mm-dd hh:mm"));
            row.createCell(6).setCellValue(32);
            row.getCell(6).setCellStyle(format(workbook, "000000"));
            row.createCell(7).setCellFormula("A1*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(8).setCellValue(true);
            row.createCell(9).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
            row.createCell(10).setCellValue("两\n行");
            save(workbook, ending);
        }

        SourceText text = recognise(ending).texts().get(0);

        assertThat(SourceFileTest.rows(text))
                .containsExactly("1|42|87.5|3.7030320100101126E17|370303201001011234|2024-09-01|2024-09-01T08:30"
                        + "|000032|84|true|#ERROR|两 行");
        assertThat(text.notes().formulas()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void hiddenRowsAreToldByTheRunsTheyStandIn(String ending) throws IOException {
        try (Workbook workbook = workbook(ending)) {
            Sheet sheet = workbook.createSheet("表");
            for (int i = 0; i < 60; i++) {
                boolean isHidden = i == 2 || i == 3 || i == 4 || i > 20 && i % 2 == 0;
                row(sheet, i, "a", "b").setZeroHeight(isHidden);
            }
            sheet.createRow(61).setZeroHeight(true);
            sheet.setColumnHidden(27, true);
            save(workbook, ending);
        }

        SheetNotes notes = recognise(ending).texts().get(0).notes();

        assertThat(notes.hiddenRows())
                .as("a hidden row without content hides nothing")
                .isEqualTo(22);
        assertThat(notes.hiddenLines())
                .hasSize(SheetText.MOST_RUNS)
                .startsWith(new SheetNotes.LineRun(3, 5), new SheetNotes.LineRun(23, 23));
        assertThat(notes.hiddenColumns()).containsExactly(27);
    }

    @ParameterizedTest(name = "computed: {0}")
    @ValueSource(booleans = {true, false})
    void theFormulasOfAnOldWorkbookThatNobodyComputedHaveNoValue(boolean isComputed) throws IOException {
        try (Workbook workbook = workbook("xls")) {
            Row row = workbook.createSheet("s").createRow(0);
            row.createCell(0).setCellFormula("1-1");
            row.createCell(1).setCellFormula("80+1");
            row.createCell(2).setCellValue("end");
            if (isComputed) {
                workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            }
            save(workbook, "xls");
        }

        SourceText text = recognise("xls").texts().get(0);

        assertThat(SourceFileTest.rows(text)).containsExactly(isComputed ? "1|0|81|end" : "1|#ERROR|#ERROR|end");
        assertThat(text.notes().formulas()).isEqualTo(isComputed ? 2 : 0);
    }

    @Test
    void onlyFormulasWhoseValueWasReadAreCounted() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Row row = workbook.createSheet("s").createRow(0);
            for (int i = 0; i < 4; i++) {
                row.createCell(i).setCellFormula("80+1");
            }
            cell(row, 0).setV("81");
            cell(row, 1).setV("");
            cell(row, 2).setT(STCellType.STR);
            cell(row, 2).setV("");
            cell(row, 3).setT(STCellType.E);
            cell(row, 3).setV("#N/A");
            row.createCell(4).setCellValue("end");
            save(workbook, "xlsx");
        }

        SourceText text = recognise("xlsx").texts().get(0);

        assertThat(SourceFileTest.rows(text)).containsExactly("1|81|#ERROR||#ERROR|end");
        assertThat(text.notes().formulas()).as("81 and the empty text").isEqualTo(2);
    }

    private static CTCell cell(Row row, int column) {
        return ((XSSFCell) row.getCell(column)).getCTCell();
    }

    @Test
    void daysAreCountedFromTheYearTheWorkbookSays() throws IOException {
        double days = DateUtil.getExcelDate(LocalDate.of(2024, 9, 1), true);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Row row = workbook.createSheet("s").createRow(0);
            row.createCell(0).setCellValue(days);
            row.getCell(0).setCellStyle(format(workbook, "yyyy-mm-dd"));
            save(workbook, "xlsx");
        }

        assertThat(SourceFileTest.rows(recognise("xlsx").texts().get(0))).containsExactly("1|2024-09-01");
    }

    @Test
    void sheetsOfAnyLengthAreReadAsAStream() throws IOException {
        try (var workbook = new org.apache.poi.xssf.streaming.SXSSFWorkbook(100)) {
            workbook.setCompressTempFiles(true);
            Sheet sheet = workbook.createSheet("s");
            for (int i = 0; i < 20_000; i++) {
                row(sheet, i, "考号" + i, "一中", "数学 & <" + i + ">");
            }
            save(workbook, "xlsx");
        }

        List<String> rows = SourceFileTest.rows(recognise("xlsx").texts().get(0));

        assertThat(rows).hasSize(20_000).contains("20000|考号19999|一中|数学 & <19999>");
    }

    private static CellStyle format(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private SourceFile recognise(String ending) {
        return SourceFile.recognise(folder.resolve("x." + ending), made, null, (char) 0);
    }

    private static Workbook workbook(String ending) {
        return ending.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.createCell(i).setCellValue(cells[i]);
            }
        }
        return row;
    }

    private void save(Workbook workbook, String ending) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("x." + ending))) {
            workbook.write(out);
        }
    }
}
