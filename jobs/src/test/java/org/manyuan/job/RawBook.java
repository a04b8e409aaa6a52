package org.manyuan.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An .xlsx put together part by part, so that each part may be wrong. Without a change it holds one right sheet. */
final class RawBook {
    static final String WORKBOOK = "xl/workbook.xml";
    static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String HEADER = row(1, "学校代码", "学年", "学段", "年级", "在校生数");
    private static final String KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /** Writes a part. */
    interface Part {
        void write(OutputStream out) throws IOException;
    }

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private boolean isStored;

    RawBook() {
        with(WORKBOOK, book("", "<sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/>"));
        with(
                RELATIONS,
                relations(relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "sharedStrings", "sharedStrings.xml")
                        + relation("r3", "styles", "styles.xml")));
        rows(HEADER + row(2, "3137000001", "2023", "J", "7", "400"));
    }

    static String book(String properties, String sheets) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns:r=\"" + KINDS + "\">" + properties
                + "<sheets>" + sheets + "</sheets></workbook>";
    }

    static String relations(String all) {
        return "<Relationships>" + all + "</Relationships>";
    }

    static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + KINDS + kind + "\" Target=\"" + target + "\"/>";
    }

    /** A row of texts. */
    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (String cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    static String sheet(String inside) {
        return "<worksheet><sheetData>" + inside + "</sheetData></worksheet>";
    }

    /** The rows of its sheet. */
    RawBook rows(String rows) {
        return with(SHEET, sheet(rows));
    }

    /** A second row whose last cell is given as XML. */
    RawBook last(String cell) {
        return rows(HEADER + row(2, "3137000001", "2023", "J", "7").replace("</row>", cell + "</row>"));
    }

    /** A second sheet. */
    RawBook beside(String name, String rows) {
        with(
                WORKBOOK,
                book(
                        "",
                        "<sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"" + name
                                + "\" sheetId=\"2\" r:id=\"r4\"/>"));
        with(
                RELATIONS,
                relations(relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r4", "worksheet", "worksheets/sheet2.xml")));
        return with("xl/worksheets/sheet2.xml", sheet(rows));
    }

    RawBook with(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return with(name, out -> out.write(bytes));
    }

    RawBook with(String name, Part part) {
        parts.put(name, part);
        return this;
    }

    RawBook without(String name) {
        parts.remove(name);
        return this;
    }

    /** Not packed: what is large is large in the file too. */
    RawBook stored() {
        isStored = true;
        return this;
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(isStored ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                part.getValue().write(zip);
                zip.closeEntry();
            }
        }
        return file;
    }

    byte[] bytes() throws IOException {
        Path file = Files.createTempFile("book", ".xlsx");
        try {
            return Files.readAllBytes(write(file));
        } finally {
            Files.delete(file);
        }
    }
}
