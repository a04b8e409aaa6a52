package org.manyuan.job;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Workbooks whose XML is made against the one who parses it. */
final class HostileXml {
    private static final String LAUGHS = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><x>&d;</x>";
    private static final int LARGE = 2 << 20;

    private final List<HostileSample> all = new ArrayList<>();

    private HostileXml() {}

    static List<HostileSample> all() {
        HostileXml xml = new HostileXml();
        xml.entities();
        xml.sizes();
        xml.damage();
        return xml.all;
    }

    private void entities() {
        for (String part : List.of(RawBook.WORKBOOK, RawBook.RELATIONS, RawBook.SHEET, RawBook.TEXTS, RawBook.STYLES)) {
            String name = part.replaceFirst(".*/", "").replace(".xml", "").replace(".rels", "-rels");
            book(
                    "laughs-" + name.toLowerCase(java.util.Locale.ROOT),
                    "a billion laughs in " + name,
                    "UNSAFE_WORKBOOK",
                    b -> b.with(part, LAUGHS));
        }
        book(
                "xxe-file",
                "an entity that reads a file",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.SHEET, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"));
        book(
                "xxe-web",
                "an entity that asks a server",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.SHEET, "<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\"><x/>"));
        book(
                "xxe-parameter",
                "an entity inside a document type",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.TEXTS, "<!DOCTYPE x [<!ENTITY % e SYSTEM \"file:///etc/passwd\">%e;]><x/>"));
        book(
                "doctype-late",
                "a document type behind a comment",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.SHEET, "<!-- x --><!DOCTYPE x><x/>"));
        book(
                "doctype-small",
                "a document type in small letters",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.SHEET, "<!doctype x><x/>"));
        book(
                "entity-unknown",
                "an entity that nobody declared",
                "DAMAGED_WORKBOOK",
                b -> b.rows(RawBook.row(1, "&nobody;")));
        book(
                "entity-quadratic",
                "a long text of entities",
                "CELL_TOO_LONG",
                b -> b.rows(RawBook.row(1, "&amp;".repeat(100_000))));
        book(
                "include",
                "an inclusion of another file",
                "NO_ROWS",
                b -> b.rows(RawBook.HEADER
                        + "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>"));
    }

    private void sizes() {
        book(
                "cell-shared",
                "a shared text longer than a cell",
                "CELL_TOO_LONG",
                b -> b.with(RawBook.TEXTS, "<sst><si><t>" + "字".repeat(40_000) + "</t></si></sst>"));
        book(
                "cell-inline",
                "a text longer than a cell",
                "CELL_TOO_LONG",
                b -> b.rows(RawBook.row(1, "x".repeat(33_000))));
        book(
                "cell-runs",
                "a long text in many runs",
                "CELL_TOO_LONG",
                b -> b.with(RawBook.TEXTS, "<sst><si>" + "<r><t>0123456789</t></r>".repeat(40_000) + "</si></sst>"));
        book("cell-number", "a number of two megabytes", "CELL_TOO_LONG", b -> b.stored()
                .last("<c><v>" + "9".repeat(LARGE) + "</v></c>"));
        book("attribute", "an attribute of two megabytes", "CELL_TOO_LONG", b -> b.stored()
                .last("<c s=\"" + "9".repeat(LARGE) + "\"><v>1</v></c>"));
        book("comment", "a comment of two megabytes", "CELL_TOO_LONG", b -> b.stored()
                .rows("<!--" + "< ".repeat(LARGE / 2) + "-->"));
        book("instruction", "an instruction of two megabytes", "CELL_TOO_LONG", b -> b.stored()
                .rows("<?x " + "< ".repeat(LARGE / 2) + "?>"));
        book("literal", "a literal of two megabytes", "CELL_TOO_LONG", b -> b.stored()
                .rows("<![CDATA[" + "< ".repeat(LARGE / 2) + "]]>"));
        book("name", "the name of a tag of two megabytes", "DAMAGED_WORKBOOK", b -> b.stored()
                .rows("<" + "x".repeat(LARGE) + "/>"));
        book(
                "deep",
                "ten thousand levels",
                "UNSAFE_WORKBOOK",
                b -> b.rows("<x>".repeat(10_000) + "</x>".repeat(10_000)));
        book(
                "attributes",
                "twenty thousand attributes",
                "DAMAGED_WORKBOOK",
                b -> b.rows("<row " + attributes() + "/>"));
        book(
                "styles",
                "more styles than there are",
                "UNSAFE_WORKBOOK",
                b -> b.with(
                        RawBook.STYLES, "<styleSheet><cellXfs>" + "<xf/>".repeat(150_000) + "</cellXfs></styleSheet>"));
        book(
                "zeros",
                "thirty megabytes of zeros",
                "ZIP_BOMB",
                b -> b.with(RawBook.SHEET, out -> {
                    for (int i = 0; i < 30; i++) {
                        out.write(new byte[1 << 20]);
                    }
                }));
        book(
                "blanks-in-texts",
                "thirty megabytes of blanks",
                "ZIP_BOMB",
                b -> b.with(RawBook.TEXTS, out -> {
                    out.write("<sst>".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 30; i++) {
                        out.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
                    }
                }));
        book(
                "unread-bomb",
                "a bomb in a part that nobody reads",
                "ZIP_BOMB",
                b -> b.with("xl/media/image1.png", out -> {
                    for (int i = 0; i < 30; i++) {
                        out.write(new byte[1 << 20]);
                    }
                }));
        book("parts", "three thousand parts", "ZIP_BOMB", b -> {
            for (int i = 0; i < 3_000; i++) {
                b.with("xl/media/" + i, "");
            }
            return b;
        });
        book(
                "sheets",
                "six hundred sheets",
                "TOO_LARGE",
                b -> b.with(
                        RawBook.WORKBOOK,
                        RawBook.book("", "<sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/>".repeat(600))));
    }

    private void damage() {
        book(
                "utf16",
                "a sheet in UTF-16",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.SHEET, out -> out.write("\uFEFF<worksheet/>".getBytes(StandardCharsets.UTF_16LE))));
        book(
                "utf16-bare",
                "a sheet in UTF-16 without a mark",
                "UNSAFE_WORKBOOK",
                b -> b.with(RawBook.SHEET, out -> out.write("<worksheet/>".getBytes(StandardCharsets.UTF_16LE))));
        book(
                "utf8-bom",
                "a sheet in UTF-8 with its mark",
                "TAKEN",
                b -> b.with(
                        RawBook.SHEET,
                        "\uFEFF" + RawBook.sheet(RawBook.HEADER + RawBook.row(2, "3137000001", "2023", "J", "7"))));
        book(
                "utf8-wrong",
                "bytes that are not UTF-8",
                "DAMAGED_WORKBOOK",
                b -> b.with(
                        RawBook.SHEET,
                        out -> out.write(new byte[] {'<', 'x', '>', (byte) 0xC0, (byte) 0xAF, '<', '/', 'x', '>'})));
        book("no-xml", "a sheet that is no XML", "UNSAFE_WORKBOOK", b -> b.with(RawBook.SHEET, "hello"));
        book("empty-sheet", "a sheet of no byte", "DAMAGED_WORKBOOK", b -> b.with(RawBook.SHEET, ""));
        book(
                "unclosed",
                "tags that do not close",
                "DAMAGED_WORKBOOK",
                b -> b.with(RawBook.SHEET, "<worksheet><sheetData>"));
        book("crossed", "tags that cross", "DAMAGED_WORKBOOK", b -> b.rows("<row><c></row></c>"));
        book("zero", "a zero inside", "DAMAGED_WORKBOOK", b -> b.rows("<row>\u0000</row>"));
        book("two-roots", "two roots", "DAMAGED_WORKBOOK", b -> b.with(RawBook.SHEET, "<worksheet/><worksheet/>"));
    }

    private static String attributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            attributes
                    .append('a')
                    .append(i)
                    .append("=\"")
                    .append(i * 7_919 % 1_000)
                    .append("\" ");
        }
        return attributes.toString();
    }

    private void book(String id, String what, String expected, UnaryOperator<RawBook> change) {
        all.add(new HostileSample("xml-" + id, what, expected, folder -> change.apply(new RawBook())
                .write(folder.resolve("enrollment-x.xlsx"))));
    }
}
