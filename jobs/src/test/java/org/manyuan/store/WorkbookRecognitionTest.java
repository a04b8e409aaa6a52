package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookRecognitionTest {
    @TempDir
    Path folder;

    Path made;

    @BeforeEach
    void makeFolder() throws IOException {
        made = Files.createDirectory(folder.resolve("made"));
    }

    @Test
    void everyVisibleSheetWithContentIsATextWithTheSheetsLineNumbers() throws IOException {
        Path file = folder.resolve("成绩.xlsx");
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet first = workbook.createSheet("初三 期末");
            row(first, 0, "考号", "姓名", "数学");
            row(first, 2, "001", "甲, \"乙\"\n丙", "87.5");
            workbook.createSheet("空");
            Sheet hidden = workbook.createSheet("代码表");
            row(hidden, 0, "x");
            workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
            row(workbook.createSheet("第二"), 1, "a");
            save(workbook, file);
        }

        List<SourceText> texts = recognise(file).texts();

        assertThat(texts).extracting(SourceText::sheet).containsExactly("初三 期末", "第二");
        assertThat(texts).extracting(SourceText::fileName).containsOnly("成绩.xlsx");
        assertThat(SourceFileTest.rows(texts.get(0))).containsExactly("1|考号|姓名|数学", "3|001|甲, \"乙\" 丙|87.5");
        assertThat(texts.get(1).header().line()).isEqualTo(2);
    }

    @Test
    void cellsAreTextAsAClerkTypedThem() throws IOException {
        Path file = folder.resolve("cells.xlsx");
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("s");
            Row row = sheet.createRow(0);
            row.createCell(0).setCellValue(42.0);
            row.createCell(1).setCellValue(87.5);
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellValue(370303201001011234.0);
            row.createCell(4).setCellValue("370303201001011234");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(5).setCellValue(LocalDate.of(2024, 9, 1));
            row.getCell(5).setCellStyle(day);
            CellStyle padded = workbook.createCellStyle();
            padded.setDataFormat(workbook.createDataFormat().getFormat("000000"));
            row.createCell(6).setCellValue(32);
            row.getCell(6).setCellStyle(padded);
            row.createCell(7).setCellFormula("A1*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(8).setCellValue(true);
            row.createCell(9).setCellValue(-0.0);
            save(workbook, file);
        }

        assertThat(SourceFileTest.rows(recognise(file).texts().get(0)))
                .containsExactly(
                        "1|42|87.5|0.30000000000000004|3.7030320100101126E17|370303201001011234|2024-09-01|000032|84|true|0");
    }

    @Test
    void anOldWorkbookNamedLikeATextIsRefused() throws IOException {
        Path file = folder.resolve("old.csv");
        try (Workbook workbook = new HSSFWorkbook()) {
            row(workbook.createSheet("s"), 0, "a");
            save(workbook, file);
        }

        refused(file, Refusal.WRONG_ENDING);
    }

    @Test
    void aWorkbookWithAPasswordIsRefused() throws Exception {
        Path file = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                Workbook workbook = new XSSFWorkbook()) {
            row(workbook.createSheet("s"), 0, "a");
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("p");
            try (OutputStream out = encryptor.getDataStream(container)) {
                workbook.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }

        refused(file, Refusal.ENCRYPTED);
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 30; i++) {
                zip.write(zeros);
            }
        }

        refused(file, Refusal.ZIP_BOMB);
        assertThat(made).isEmptyDirectory();
    }

    @Test
    void macrosLinksOtherArchivesAndDamageAreRefused() throws IOException {
        refused(zip("m.xlsx", "xl/workbook.xml", "xl/vbaProject.bin"), Refusal.MACROS);
        refused(zip("l.xlsx", "xl/workbook.xml", "xl/externalLinks/externalLink1.xml"), Refusal.EXTERNAL_LINKS);
        refused(zip("d.xlsx", "word/document.xml"), Refusal.NOT_A_WORKBOOK);
        refused(zip("broken.xlsx", "xl/workbook.xml"), Refusal.DAMAGED_WORKBOOK);

        Path whole = folder.resolve("whole.xlsx");
        try (Workbook workbook = new XSSFWorkbook()) {
            row(workbook.createSheet("s"), 0, "a");
            save(workbook, whole);
        }
        byte[] bytes = Files.readAllBytes(whole);
        refused(
                Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2)),
                Refusal.DAMAGED_WORKBOOK);
    }

    @Test
    void aWorkbookWithoutContentIsRefused() throws IOException {
        Path file = folder.resolve("empty.xlsx");
        try (Workbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("s").createRow(3).createCell(2).setCellValue(" ");
            save(workbook, file);
        }

        refused(file, Refusal.EMPTY);
    }

    private SourceFile recognise(Path file) {
        return SourceFile.recognise(file, made, null, (char) 0);
    }

    private void refused(Path file, Refusal code) {
        assertThatThrownBy(() -> recognise(file)).isInstanceOfSatisfying(RefusedFile.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private Path zip(String name, String... parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static void row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static void save(Workbook workbook, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }
}
