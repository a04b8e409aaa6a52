package org.manyuan.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that are large, or become it. They are written as streams and need little room on the disk. */
final class HostileGiants {
    private static final int MB = 1 << 20;
    private static final String BOOK = "enrollment-x.xlsx";

    private final List<HostileSample> all = new ArrayList<>();

    private HostileGiants() {}

    static List<HostileSample> all() {
        HostileGiants giants = new HostileGiants();
        giants.books();
        giants.texts();
        return giants.all;
    }

    private void books() {
        book("cell", "a cell of one gigabyte in a small workbook", "ZIP_BOMB", out -> {
            write(out, "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>");
            byte[] same = "x".repeat(MB).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1024; i++) {
                out.write(same);
            }
            write(out, "</t></is></c></row></sheetData></worksheet>");
        });
        book("cell-noise", "a cell of 100 megabytes that packs badly", "CELL_TOO_LONG", out -> {
            write(out, "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>");
            byte[] noise = noise();
            for (int i = 0; i < 100; i++) {
                out.write(noise);
            }
            write(out, "</t></is></c></row></sheetData></worksheet>");
        });
        book("columns", "a million columns", "TOO_LARGE", out -> {
            write(out, "<worksheet><sheetData><row r=\"1\">");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "<c><v>" + i * 7919L % 1_000_003 + "</v></c>");
            }
            write(out, "</row></sheetData></worksheet>");
        });
        book("columns-empty", "a million columns with nothing in them", "NO_ROWS", out -> {
            write(out, "<worksheet><sheetData>" + RawBook.HEADER + "<row r=\"2\">");
            for (int i = 0; i < 1_000_000; i++) {
                write(out, "<c s=\"" + i * 7919L % 97 + "\"/>");
            }
            write(out, "</row></sheetData></worksheet>");
        });
        book("rows", "a sheet as long as one may be", "TAKEN", out -> rows(out, 1_048_576));
        book("rows-more", "1.1 million rows", "TOO_LARGE", out -> rows(out, 1_100_000));
        all.add(new HostileSample("giant-texts", "a million shared texts", "TAKEN", folder -> new RawBook()
                .with(RawBook.TEXTS, out -> {
                    write(out, "<sst>");
                    for (int i = 0; i < 1_000_000; i++) {
                        write(out, "<si><t>示例学校第" + i * 7919L % 1_000_003 + "号教学楼</t></si>");
                    }
                    write(out, "</sst>");
                })
                .write(folder.resolve(BOOK))));
    }

    private void texts() {
        all.add(new HostileSample("giant-zeros", "a text of one gigabyte of zeros", "NOT_TEXT", folder -> {
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve("enrollment-x.csv").toFile(), "rw")) {
                file.setLength(1L << 30);
            }
        }));
        text("line", "a line of 200 megabytes", "LINE_TOO_LONG", 200);
        text("quoted", "a quoted cell of 200 megabytes", "UNCLOSED_QUOTE", 200);
        all.add(new HostileSample("giant-archive", "an archive of one gigabyte of blanks", "ZIP_BOMB", folder -> {
            Path book = new RawBook()
                    .without(RawBook.WORKBOOK)
                    .without(RawBook.SHEET)
                    .without(RawBook.RELATIONS)
                    .with("enrollment-x.csv", out -> {
                        byte[] blanks = new byte[MB];
                        Arrays.fill(blanks, (byte) ' ');
                        for (int i = 0; i < 1024; i++) {
                            out.write(blanks);
                        }
                    })
                    .write(folder.resolve("x.zip"));
            if (Files.size(book) > 10 * MB) {
                throw new IOException("it should be small");
            }
        }));
    }

    private static void rows(OutputStream out, int count) throws IOException {
        write(out, "<worksheet><sheetData>" + RawBook.HEADER);
        for (int row = 2; row <= count; row++) {
            write(
                    out,
                    "<row r=\"" + row + "\"><c><v>3137000001</v></c><c><v>" + (1990 + row % 30)
                            + "</v></c><c t=\"str\"><v>J</v></c><c><v>7</v></c><c><v>" + row * 7919L % 997
                            + "</v></c></row>");
        }
        write(out, "</sheetData></worksheet>");
    }

    private void text(String id, String what, String expected, int megabytes) {
        all.add(new HostileSample("giant-" + id, what, expected, folder -> {
            try (OutputStream out = Files.newOutputStream(folder.resolve("enrollment-x.csv"))) {
                write(out, HostileTexts.HEADER + (expected.equals("UNCLOSED_QUOTE") ? "\"" : ""));
                byte[] same = "x".repeat(MB).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < megabytes; i++) {
                    out.write(same);
                }
            }
        }));
    }

    private void book(String id, String what, String expected, RawBook.Part sheet) {
        all.add(new HostileSample("giant-" + id, what, expected, folder -> new RawBook()
                .with(RawBook.SHEET, sheet)
                .write(folder.resolve(BOOK))));
    }

    /** Letters in an order that hardly repeats. */
    private static byte[] noise() {
        byte[] noise = new byte[MB];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ('a' + random.nextInt(26));
        }
        return noise;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
