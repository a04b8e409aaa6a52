package org.manyuan.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;

/** Old workbooks (.xls), right ones and broken ones. */
final class HostileOldWorkbooks {
    private static final String FILE = "enrollment-x.xls";
    private static final byte[] NAME = "Auto_Open".getBytes(StandardCharsets.US_ASCII);

    /** In the record of a sheet: head, place, visibility, kind, length of the name and how its characters are kept, then the name. */
    private static final int KIND_IN_RECORD = 9;

    private static final int NAME_IN_RECORD = 12;

    private final List<HostileSample> all = new ArrayList<>();

    private HostileOldWorkbooks() {}

    /** Changes a workbook that is right. */
    private interface Change {
        void on(HSSFWorkbook workbook);
    }

    static List<HostileSample> all() {
        HostileOldWorkbooks books = new HostileOldWorkbooks();
        books.content();
        books.containers();
        books.damage();
        return books.all;
    }

    private void content() {
        book("right", "nothing wrong", "TAKEN", FILE, w -> {});
        book("formula", "a formula with its value", "TAKEN", FILE, w -> {
            w.getSheetAt(0).getRow(1).getCell(4).setCellFormula("A1");
            w.getSheetAt(0).getRow(1).getCell(4).setCellFormula("400");
            w.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        book("formula-bare", "a formula that nobody computed", "TYPE", FILE, w -> w.getSheetAt(0)
                .getRow(1)
                .createCell(4)
                .setCellFormula("200+200"));
        book("error", "an error", "TYPE", FILE, w -> w.getSheetAt(0)
                .getRow(1)
                .getCell(4)
                .setCellErrorValue((byte) 7));
        book("rounded", "a pupil's number as a number", "ROUNDED_NUMBER", "exam_score-Q1.xls", w -> {
            w.removeSheetAt(0);
            Sheet sheet = w.createSheet();
            row(sheet, 0, "考号", "学校", "数学");
            row(sheet, 1, "", "一中", "90").getCell(0).setCellValue(370303201001011234.0);
        });
        book("all-hidden", "only a hidden sheet", "EMPTY", FILE, w -> {
            w.createSheet();
            w.setActiveSheet(1);
            w.setSheetVisibility(0, SheetVisibility.VERY_HIDDEN);
        });
        book("far-column", "a cell in the last column", "CELLS", FILE, w -> w.getSheetAt(0)
                .getRow(1)
                .createCell(255)
                .setCellValue("x"));
        book("zero", "a zero inside a text", "LOST_CHARACTER", "education_group-x.xls", w -> {
            w.removeSheetAt(0);
            Sheet sheet = w.createSheet();
            row(sheet, 0, "group_code", "name");
            row(sheet, 1, "G1", "一\0中");
        });
    }

    private void containers() {
        all.add(new HostileSample("old-locked", "a password", "ENCRYPTED", folder -> {
            Biff8EncryptionKey.setCurrentUserPassword("p");
            try {
                Files.write(folder.resolve(FILE), bytes(w -> {}));
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }));
        stream("macros", "macros", "MACROS", "_VBA_PROJECT_CUR");
        stream("package", "a locked new workbook inside", "ENCRYPTED", "EncryptedPackage");
        all.add(sheetKind("macro-sheet", "a hidden sheet of old macros", "MACROS", 1));
        all.add(sheetKind("module", "a module in place of a sheet", "MACROS", 6));
        all.add(sheetKind("chart", "a hidden sheet that is a chart", "TAKEN", 2));
        all.add(new HostileSample("old-too-large", "more than twenty megabytes", "TOO_LARGE", folder -> {
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(FILE).toFile(), "rw")) {
                file.write(HexFormat.of().parseHex("D0CF11E0A1B11AE1"));
                file.setLength(21L << 20);
            }
        }));
        all.add(new HostileSample("old-no-stream", "a container of nothing", "NOT_A_WORKBOOK", folder -> {
            try (POIFSFileSystem container = new POIFSFileSystem();
                    var out = Files.newOutputStream(folder.resolve(FILE))) {
                container.createDocument(new ByteArrayInputStream(new byte[10]), "x");
                container.writeFilesystem(out);
            }
        }));
        all.add(new HostileSample("old-zeros", "a workbook of zeros", "EMPTY", folder -> {
            try (POIFSFileSystem container = new POIFSFileSystem();
                    var out = Files.newOutputStream(folder.resolve(FILE))) {
                container.createDocument(new ByteArrayInputStream(new byte[5000]), "Workbook");
                container.writeFilesystem(out);
            }
        }));
    }

    private void damage() {
        changed("cut", "half of it", b -> Arrays.copyOf(b, b.length / 2));
        changed("head", "nothing but its first bytes", b -> Arrays.copyOf(b, 8));
        changed("one-block", "nothing but its first block", b -> Arrays.copyOf(b, 512));
        changed("noise", "random bytes after its first", b -> {
            byte[] noise = new byte[20_000];
            new Random(11).nextBytes(noise);
            System.arraycopy(b, 0, noise, 0, 8);
            return noise;
        });
        changed("loop", "blocks that lead to themselves", b -> {
            byte[] looped = b.clone();
            for (int i = 512; i < 1024 && i + 4 <= looped.length; i += 4) {
                looped[i] = 1;
                looped[i + 1] = 0;
                looped[i + 2] = 0;
                looped[i + 3] = 0;
            }
            return looped;
        });
        changed("tables", "a number of tables beyond all", b -> {
            byte[] many = b.clone();
            Arrays.fill(many, 44, 48, (byte) 0x7F);
            return many;
        });
    }

    private void book(String id, String what, String expected, String file, Change change) {
        all.add(new HostileSample(
                "old-" + id, what, expected, folder -> Files.write(folder.resolve(file), bytes(change))));
    }

    private void stream(String id, String what, String expected, String name) {
        all.add(new HostileSample("old-" + id, what, expected, folder -> {
            Path file = Files.write(folder.resolve(FILE), bytes(w -> {}));
            try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), false)) {
                container.createDocument(new ByteArrayInputStream(new byte[10]), name);
                container.writeFilesystem();
            }
        }));
    }

    private void changed(String id, String what, UnaryOperator<byte[]> change) {
        all.add(new HostileSample(
                "old-" + id,
                what,
                "DAMAGED_WORKBOOK",
                folder -> Files.write(folder.resolve(FILE), change.apply(bytes(w -> {})))));
    }

    /** A second, hidden sheet that says to be of another kind. */
    private static HostileSample sheetKind(String id, String what, String expected, int kind) {
        return new HostileSample("old-" + id, what, expected, folder -> {
            byte[] book = bytes(w -> {
                w.createSheet("Auto_Open");
                w.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            });
            // the last record of its kind is that of the second sheet
            book[lastSheetRecord(book) + KIND_IN_RECORD] = (byte) kind;
            Files.write(folder.resolve(FILE), book);
        });
    }

    private static int lastSheetRecord(byte[] book) {
        for (int i = book.length - NAME.length; i >= 0; i--) {
            if (Arrays.equals(book, i, i + NAME.length, NAME, 0, NAME.length)
                    && book[i - NAME_IN_RECORD] == (byte) 0x85) {
                return i - NAME_IN_RECORD;
            }
        }
        throw new IllegalStateException("no second sheet");
    }

    private static byte[] bytes(Change change) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet();
            row(sheet, 0, "学校代码", "学年", "学段", "年级", "在校生数");
            row(sheet, 1, "3137000001", "2023", "J", "7", "400");
            change.on(workbook);
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }
}
