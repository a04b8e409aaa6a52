package org.manyuan.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Workbooks that are locked, programmed, linked, damaged, or that say strange things in right XML. */
final class HostileWorkbooks {
    private static final String NAMES = RawBook.row(1, "group_code", "name", "kind");

    private final List<HostileSample> all = new ArrayList<>();

    private HostileWorkbooks() {}

    static List<HostileSample> all() {
        HostileWorkbooks books = new HostileWorkbooks();
        books.programs();
        books.cells();
        books.shapes();
        books.structure();
        books.damage();
        return books.all;
    }

    private void programs() {
        book("right", "nothing wrong", "TAKEN", b -> b);
        book("macros", "macros", "MACROS", b -> b.with("xl/vbaProject.bin", "x"));
        book("macros-elsewhere", "macros in another folder", "MACROS", b -> b.with("x/VBAPROJECT.BIN", "x"));
        book("macro-sheet", "a sheet of old macros", "MACROS", b -> b.with("xl/macrosheets/sheet1.xml", "<x/>"));
        book("controls", "controls that run", "MACROS", b -> b.with("xl/activeX/activeX1.bin", "x"));
        book(
                "macro-relation",
                "macros under another name",
                "MACROS",
                b -> b.with(
                        RawBook.RELATIONS, RawBook.relations(RawBook.relation("r9", "vbaProject", "pictures.bin"))));
        file("xlsm", "a workbook with macros by its ending", "MACROS", "enrollment-x.xlsm", new RawBook());
        book(
                "links",
                "links to other workbooks",
                "EXTERNAL_LINKS",
                b -> b.with("xl/externalLinks/externalLink1.xml", "<x/>"));
        book("connections", "queries of a database", "EXTERNAL_LINKS", b -> b.with("xl/connections.xml", "<x/>"));
        book(
                "sheet-outside",
                "a sheet in another file",
                "EXTERNAL_LINKS",
                b -> b.with(
                        RawBook.RELATIONS,
                        RawBook.relations(
                                "<Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>")));
        for (EncryptionMode mode : List.of(EncryptionMode.agile, EncryptionMode.standard)) {
            all.add(new HostileSample(
                    "book-locked-" + mode, "a password (" + mode + ")", "ENCRYPTED", folder -> lock(mode, folder)));
        }
    }

    private void cells() {
        last("formula", "a formula with its value", "TAKEN", "<c><f>A1</f><v>400</v></c>");
        last("formula-bare", "a formula without a value", "TYPE", "<c><f>A1</f></c>");
        last("formula-empty", "a formula whose value is empty", "TYPE", "<c><f>80+1</f><v/></c>");
        last("formula-empty-open", "the same written in two tags", "TYPE", "<c><f>80+1</f><v></v></c>");
        last("formula-empty-shared", "the same of a shared text", "TYPE", "<c t=\"s\"><f>80+1</f><v/></c>");
        last("formula-empty-text", "a formula whose text is empty", "TAKEN", "<c t=\"str\"><f>\"\"</f><v></v></c>");
        last("formula-web", "a formula that asks a server", "TYPE", "<c><f>WEBSERVICE(\"http://example.org\")</f></c>");
        last("error", "an error", "TYPE", "<c t=\"e\"><v>#DIV/0!</v></c>");
        last("nan", "a number that is none", "TYPE", "<c><v>NaN</v></c>");
        last("infinite", "a number beyond all", "TYPE", "<c><v>1e999</v></c>");
        last("half", "a number that is not whole", "TYPE", "<c><v>0.5</v></c>");
        last("number-as-text", "a number stored as text", "TAKEN", "<c t=\"str\"><v>400</v></c>");
        last("no-number", "a number of letters", "DAMAGED_WORKBOOK", "<c><v>abc</v></c>");
        last("text-number", "a shared text of no number", "DAMAGED_WORKBOOK", "<c t=\"s\"><v>abc</v></c>");
        last("text-beyond", "a shared text that is not there", "DAMAGED_WORKBOOK", "<c t=\"s\"><v>99</v></c>");
        last("text-negative", "a shared text before the first", "DAMAGED_WORKBOOK", "<c t=\"s\"><v>-1</v></c>");
        last("style-beyond", "a style that is not there", "TAKEN", "<c s=\"99\"><v>400</v></c>");
        last("column-far", "a cell in the last column", "TOO_LARGE", "<c r=\"XFD2\"><v>1</v></c>");
        last("column-beyond", "a cell beyond all columns", "TOO_LARGE", "<c r=\"ZZZZZ2\"><v>1</v></c>");
        last("column-twice", "a cell twice", "DAMAGED_WORKBOOK", "<c r=\"A2\"><v>1</v></c>");
        name("override", "a character that turns the line round", "HIDDEN_CHARACTER", "一_x202E_中");
        name("escaped-zero", "a zero written as XML cannot", "LOST_CHARACTER", "一_x0000_中");
        name("escaped-half", "half a character", "LOST_CHARACTER", "一_xD800_中");
        name("escaped-return", "a return written as XML cannot", "TAKEN", "一_x000D_中");
        name("formula-text", "a text that is a formula", "FORMULA", "=1+1");
        name("error-text", "a text that is an error", "FORMULA", "#REF!");
        book(
                "id-number",
                "a pupil's number as a number",
                "ROUNDED_NUMBER",
                "exam_score-Q1.xlsx",
                b -> b.rows(RawBook.row(1, "考号", "学校", "数学") + "<row r=\"2\"><c><v>370303201001011234</v></c>"
                        + "<c t=\"str\"><v>一中</v></c><c><v>90</v></c></row>"));
    }

    private void shapes() {
        String row = RawBook.row(2, "3137000001", "2023", "J", "7", "400");
        String note = RawBook.row(1, "一、请于9月10日前报送。");
        book("notes-beside", "a sheet of notes beside data", "TAKEN", b -> b.beside("说明", note));
        book("notes-alone", "nothing but notes", "MISSING_COLUMN", b -> b.rows(note));
        book("data-beside", "a sheet of unknown data", "NO_HEADER", b -> b.beside("t", RawBook.row(1, "x", "5", "7")));
        book("row-beyond", "a row beyond the last", "TOO_LARGE", b -> b.rows(RawBook.row(2_000_000, "x")));
        book(
                "row-huge",
                "a row of no possible number",
                "DAMAGED_WORKBOOK",
                b -> b.rows("<row r=\"99999999999999999999\"/>"));
        book("row-negative", "a row before the first", "DAMAGED_WORKBOOK", b -> b.rows("<row r=\"-1\"/>"));
        book(
                "row-back",
                "rows that go back",
                "DAMAGED_WORKBOOK",
                b -> b.rows(RawBook.row(5, "a") + RawBook.row(2, "b")));
        book(
                "row-last",
                "a row at the very end",
                "REQUIRED+TAKEN+UNKNOWN_SCHOOL",
                b -> b.rows(RawBook.HEADER + row + RawBook.row(1_048_576, "x")));
        book(
                "row-hidden",
                "a hidden row",
                "TAKEN",
                b -> b.rows(RawBook.HEADER + row.replace("<row", "<row hidden=\"1\"")));
        book(
                "merge-wrong",
                "merged cells that are nowhere",
                "DAMAGED_WORKBOOK",
                b -> b.with(
                        RawBook.SHEET, "<worksheet><mergeCells><mergeCell ref=\"A1:B\"/></mergeCells></worksheet>"));
        book(
                "column-hidden-wrong",
                "hidden columns of no number",
                "DAMAGED_WORKBOOK",
                b -> b.with(
                        RawBook.SHEET, "<worksheet><cols><col min=\"x\" max=\"y\" hidden=\"1\"/></cols></worksheet>"));
        book(
                "columns-hidden",
                "a billion hidden columns",
                "NO_ROWS",
                b -> b.with(
                        RawBook.SHEET,
                        "<worksheet><cols><col min=\"1\" max=\"1000000000\" hidden=\"1\"/></cols><sheetData>"
                                + RawBook.HEADER + "</sheetData></worksheet>"));
        book(
                "phonetic",
                "a text with its reading",
                "TAKEN",
                b -> b.rows(
                        RawBook.HEADER.replace("<t>学年</t>", "<t>学年</t><rPh sb=\"0\" eb=\"1\"><t>がく</t></rPh>") + row));
        book(
                "strict",
                "the strict form of the format",
                "TAKEN",
                b -> b.with(
                        RawBook.RELATIONS,
                        RawBook.relations(
                                "<Relationship Id=\"r1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\""
                                        + " Target=\"/xl/worksheets/sheet1.xml\"/>")));
    }

    private void structure() {
        book("no-workbook", "no workbook part", "NOT_A_WORKBOOK", b -> b.without(RawBook.WORKBOOK));
        book("docx", "a letter as .xlsx", "NOT_A_WORKBOOK", b -> b.without(RawBook.WORKBOOK)
                .with("word/document.xml", "<x/>"));
        book("no-relations", "no relations", "DAMAGED_WORKBOOK", b -> b.without(RawBook.RELATIONS));
        book("no-sheet", "a sheet that is not there", "DAMAGED_WORKBOOK", b -> b.without(RawBook.SHEET));
        book(
                "sheet-above",
                "a sheet above the workbook",
                "DAMAGED_WORKBOOK",
                b -> b.with(
                        RawBook.RELATIONS,
                        RawBook.relations(RawBook.relation("r1", "worksheet", "../../../etc/passwd"))));
        book("no-sheets", "no sheet at all", "EMPTY", b -> b.with(RawBook.WORKBOOK, RawBook.book("", "")));
        book(
                "all-hidden",
                "only a hidden sheet",
                "EMPTY",
                b -> b.with(
                        RawBook.WORKBOOK, RawBook.book("", "<sheet name=\"s\" state=\"veryHidden\" r:id=\"r1\"/>")));
        book("empty-cells", "only empty cells", "EMPTY", b -> b.rows("<row r=\"1\"><c/><c/></row>"));
        book("blank-cells", "only blanks", "EMPTY", b -> b.rows(RawBook.row(1, " ", "  ")));
        book(
                "chart",
                "only a chart",
                "EMPTY",
                b -> b.with(
                        RawBook.RELATIONS,
                        RawBook.relations(RawBook.relation("r1", "chartsheet", "worksheets/sheet1.xml"))));
        book(
                "doubled",
                "the same part twice in another case",
                "DAMAGED_WORKBOOK",
                b -> b.with("xl/Workbook.xml", "<x/>"));
        book("sheet-twice", "two sheets of one name", "DOUBLED_SHEET", b -> b.with(
                        RawBook.WORKBOOK,
                        RawBook.book("", "<sheet name=\"s\" r:id=\"r1\"/><sheet name=\"s\" r:id=\"r4\"/>"))
                .with(
                        RawBook.RELATIONS,
                        RawBook.relations(RawBook.relation("r1", "worksheet", "worksheets/sheet1.xml")
                                + RawBook.relation("r4", "worksheet", "worksheets/sheet2.xml")))
                .with(
                        "xl/worksheets/sheet2.xml",
                        RawBook.sheet(RawBook.HEADER + RawBook.row(2, "3137000001", "2023", "J", "8", "40"))));
        book("path", "a part that leads out of the archive", "TAKEN", b -> b.with("../../etc/cron.d/x", "x"));
    }

    private void damage() {
        changed("cut-half", "half of it", "DAMAGED_WORKBOOK", bytes -> Arrays.copyOf(bytes, bytes.length / 2));
        changed(
                "cut-end",
                "without its last bytes",
                "DAMAGED_WORKBOOK",
                bytes -> Arrays.copyOf(bytes, bytes.length - 30));
        changed("cut-head", "without its directory", "DAMAGED_WORKBOOK", bytes -> Arrays.copyOf(bytes, 40));
        changed("zeros-behind", "an end of zeros", "DAMAGED_WORKBOOK", bytes -> {
            byte[] longer = bytes.clone();
            Arrays.fill(longer, longer.length / 2, longer.length, (byte) 0);
            return longer;
        });
        changed("sum", "another sum than its content", "DAMAGED_WORKBOOK", bytes -> flipped(bytes, 16));
        changed("size", "another size than its directory states", "TAKEN", bytes -> flipped(bytes, 20));
        changed("content", "packed bytes that were changed", "DAMAGED_WORKBOOK", bytes -> {
            byte[] changed = bytes.clone();
            for (int i = 60; i < 80; i++) {
                changed[i] ^= 0x55;
            }
            return changed;
        });
    }

    /** Changes a field of the first part in the directory. */
    private static byte[] flipped(byte[] bytes, int offset) {
        byte[] changed = bytes.clone();
        for (int i = 0; i + 4 < changed.length; i++) {
            if (changed[i] == 'P' && changed[i + 1] == 'K' && changed[i + 2] == 1 && changed[i + 3] == 2) {
                changed[i + offset] ^= 0x55;
                return changed;
            }
        }
        throw new IllegalStateException("no directory");
    }

    private static void lock(EncryptionMode mode, Path folder) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                var out = Files.newOutputStream(folder.resolve("enrollment-x.xlsx"))) {
            var encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("p");
            try (var inside = encryptor.getDataStream(container)) {
                inside.write(new RawBook().bytes());
            }
            container.writeFilesystem(out);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IOException(impossible);
        }
    }

    private void last(String id, String what, String expected, String cell) {
        book("cell-" + id, what, expected, b -> b.last(cell));
    }

    private void name(String id, String what, String expected, String name) {
        book("name-" + id, what, expected, "education_group-x.xlsx", b -> b.rows(NAMES + RawBook.row(2, "G1", name)));
    }

    private void book(String id, String what, String expected, UnaryOperator<RawBook> change) {
        book(id, what, expected, "enrollment-x.xlsx", change);
    }

    private void book(String id, String what, String expected, String file, UnaryOperator<RawBook> change) {
        all.add(new HostileSample("book-" + id, what, expected, folder -> change.apply(new RawBook())
                .write(folder.resolve(file))));
    }

    private void file(String id, String what, String expected, String file, RawBook book) {
        all.add(new HostileSample("book-" + id, what, expected, folder -> book.write(folder.resolve(file))));
    }

    private void changed(String id, String what, String expected, UnaryOperator<byte[]> change) {
        all.add(new HostileSample(
                "book-" + id,
                what,
                expected,
                folder -> Files.write(folder.resolve("enrollment-x.xlsx"), change.apply(new RawBook().bytes()))));
    }
}
