package org.manyuan.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Texts with wrong bytes, wrong lines, wrong quotes, wrong headers. */
final class HostileTexts {
    static final String HEADER = "学校代码,学年,学段,年级,在校生数\n";
    static final String ROW = "3137000001,2023,J,7,400\n";
    private static final String NAMES = "group_code,name,kind\n";

    private final List<HostileSample> all = new ArrayList<>();

    private HostileTexts() {}

    static List<HostileSample> all() {
        HostileTexts texts = new HostileTexts();
        texts.encodings();
        texts.bytes();
        texts.lines();
        texts.headers();
        return texts.all;
    }

    private void encodings() {
        text("utf8", "UTF-8", "TAKEN", HEADER + ROW);
        text("utf8-bom", "UTF-8 with its mark", "TAKEN", "\uFEFF" + HEADER + ROW);
        text("utf8-two-marks", "two marks", "TAKEN", "\uFEFF\uFEFF" + HEADER + ROW);
        encoded("gbk", "GBK", "TAKEN", "GBK", HEADER + ROW);
        encoded(
                "gb18030-four-bytes",
                "characters of four bytes",
                "TAKEN",
                "GB18030",
                HEADER.replace('\n', ',') + "㑇\n" + ROW);
        encoded("utf16le-bom", "UTF-16LE with its mark", "TAKEN", "UTF-16LE", "\uFEFF" + HEADER + ROW);
        encoded("utf16be-bom", "UTF-16BE with its mark", "TAKEN", "UTF-16BE", "\uFEFF" + HEADER + ROW);
        encoded("utf16le-bare", "UTF-16LE without a mark", "NOT_TEXT", "UTF-16LE", HEADER + ROW);
        encoded(
                "utf16be-ascii",
                "UTF-16BE without a mark and in English",
                "NOT_TEXT",
                "UTF-16BE",
                "school_code,school_year\n");
        encoded("utf32le-bom", "UTF-32", "NOT_TEXT", "UTF-32LE", "\uFEFF" + HEADER + ROW);
        encoded("big5", "Big5", "UNDECODABLE", "Big5", "group_code,name,kind\nG1,臺北市立第一中學教育集團,\nG2,這是繁體中文的學校,\n");
        encoded("latin1", "Western European", "UNDECODABLE", "windows-1252", NAMES + "G1,Café Élan Müßig,\n");
        encoded("cyrillic", "Cyrillic", "UNDECODABLE", "windows-1251", NAMES + "G1,Привет школа,\n");
        encoded("shift-jis", "Shift-JIS", "UNDECODABLE", "Shift_JIS", NAMES + "G1,がっこうグループ,\n");
        text("utf7", "UTF-7 is plain ASCII and no header", "MISSING_COLUMN", "+ZeWbLA-,+Xn0-\n1,2\n");
        text("lost-once", "the sign of a lost character", "LOST_CHARACTER", NAMES, "G1,第\uFFFD中学,\n");
        text("lost-twice", "lost and read as GBK", "LOST_CHARACTER", NAMES, "G1,第锟斤拷中学,\n");
    }

    private void bytes() {
        hex("empty", "no byte", "EMPTY", "");
        hex("mark-only", "nothing but a mark", "EMPTY", "EFBBBF");
        hex("blank-lines", "nothing but line ends", "EMPTY", "0A0D0A0A20200A");
        hex("one-quote", "one quotation mark", "UNCLOSED_QUOTE", "22");
        hex("nul-first", "begins with zeros", "NOT_TEXT", "00000000000000000000");
        text("nul-cell", "a zero in a cell", "NOT_TEXT", HEADER + "3137000001,2023,J,7,4\0\n");
        hex("utf16-odd", "UTF-16 with half a character", "UNDECODABLE", "FFFE61002C0062");
        hex("utf16-surrogate", "UTF-16 with half a pair", "UNDECODABLE", "FFFE610000D86200");
        hex("overlong", "overlong UTF-8 that is Chinese by chance", "MISSING_COLUMN", "612C620AC0AF2C320A");
        hex("surrogate-utf8", "a surrogate in UTF-8", "UNDECODABLE", "612C620AEDA0802C320A");
        hex("five-bytes", "five bytes of old UTF-8", "UNDECODABLE", "612C620AF888808080FF2C320A");
        hex("gbk-cut", "GBK that ends inside a character", "UNDECODABLE", "D1A7D0A3B4FAC2EB2CD1A7C4EA0AD1");
        bytes("utf8-cut", "UTF-8 that ends inside a character", "UNDECODABLE", cut(HEADER + "G1,第一中学"));
        bytes("random", "random bytes", "NOT_TEXT", random(4096));
        text("escape", "an escape character", "HIDDEN_CHARACTER", NAMES, "G1,\u001B[31m红,\n");
        text("bell", "a bell", "HIDDEN_CHARACTER", NAMES, "G1,红\u0007色,\n");
        text("delete", "a delete character", "HIDDEN_CHARACTER", NAMES, "G1,红\u007F色,\n");
    }

    private void lines() {
        text("cr-only", "lines of an old Mac", "TAKEN", (HEADER + ROW).replace('\n', '\r'));
        text("crlf-and-lf", "two kinds of line ends", "TAKEN", HEADER.replace("\n", "\r\n") + ROW);
        text("cr-cr-lf", "doubled returns", "TAKEN", (HEADER + ROW).replace("\n", "\r\r\n"));
        text(
                "cr-among-lf",
                "a return alone among line feeds",
                "MIXED_LINE_ENDS",
                HEADER + ROW + ROW.replace('\n', '\r') + ROW);
        text("no-last-end", "no line end at the end", "TAKEN", HEADER + ROW.strip());
        text(
                "quote-open",
                "a quotation mark that does not close",
                "UNCLOSED_QUOTE",
                HEADER + "\"3137000001,2023,J,7,400\n");
        text("quote-late", "one that opens long before the end", "UNCLOSED_QUOTE", HEADER + "\"" + ROW.repeat(60_000));
        text("quote-inside", "a quotation mark inside a cell", "TAKEN", NAMES, "G1,一中\"集团,\n");
        text("quoted-lines", "line ends inside quotes", "TAKEN", NAMES, "G1,\"一\n中\r\n集团\",\n");
        text("long-line", "a line of two megabytes", "LINE_TOO_LONG", HEADER + "x".repeat(2 << 20) + "\n");
        text("long-header", "a header of two megabytes", "LINE_TOO_LONG", "a,".repeat(1 << 20) + "\n");
        text("many-columns", "a million columns", "TOO_LARGE", ",".repeat(1_000_000) + "a\n" + ROW);
        text(
                "many-cells",
                "a million cells in a row",
                "TOO_LARGE",
                HEADER + ROW.strip() + ",".repeat(1_000_000) + "x\n");
        text("more-cells", "more cells than headers", "CELLS", HEADER + ROW.strip() + ",1\n");
        text("fewer-cells", "fewer cells than headers", "REQUIRED", HEADER + "3137000001,2023,J\n");
        text("tabs", "tabs", "TAKEN", (HEADER + ROW).replace(',', '\t'));
        text("semicolons", "semicolons", "TAKEN", (HEADER + ROW).replace(',', ';'));
        text("bars", "bars", "TAKEN", (HEADER + ROW).replace(',', '|'));
        text("sep-line", "a line that tells a spreadsheet the separator", "TAKEN", "sep=,\n" + HEADER + ROW);
    }

    private void headers() {
        text("header-only", "a header and no row", "NO_ROWS", HEADER);
        text("title", "a title above", "TAKEN", "示例县2024年秋季在校生统计表,,,,\n填表单位：示例县教育局,,,,\n" + HEADER + ROW);
        text("title-long", "twenty lines of title", "MISSING_COLUMN", "说明\n".repeat(20) + HEADER + ROW);
        text("blank-before", "a thousand blank lines before", "TAKEN", "\n".repeat(1000) + HEADER + ROW);
        text(
                "two-rows",
                "a header over two lines",
                "TAKEN",
                "学校代码,学年,学段,年级,在校生,\n,,,,计,女\n3137000001,2023,J,7,400,190\n");
        text(
                "two-rows-same",
                "groups that repeat a column",
                "DOUBLED_COLUMN",
                "学校代码,学年,学段,小学,,初中,\n,,,年级,在校生数,年级,在校生数\n");
        text("totals", "totals and notes below", "TAKEN", HEADER + ROW + "合计,,,,400\n填表人：某某,,,,\n");
        text("doubled", "a column twice", "DOUBLED_COLUMN", HEADER.strip() + ",在校生数\n" + ROW.strip() + ",1\n");
        text("missing", "no key", "MISSING_COLUMN", "学校代码,在校生数\n3137000001,400\n");
        named("unknown.csv", "unknown", "a header of nothing", "UNKNOWN_DATASET", "线路,站点\n1,东门\n");
        named("rows.csv", "no-header", "rows without a header", "NO_HEADER", ROW + ROW);
        text("zero-width-header", "a zero-width space in a header", "TAKEN", HEADER.replace("学年", "学\u200b年") + ROW);
        text("bidi-header", "a header turned round", "TAKEN", HEADER.strip() + ",\u202Etxt\n" + ROW);
        text("wide-digits", "full-width digits", "TAKEN", HEADER + "３１３７０００００１,２０２３,Ｊ,７,４００\n");
    }

    private void text(String id, String what, String expected, String content) {
        named("enrollment-x.csv", id, what, expected, content);
    }

    private void text(String id, String what, String expected, String header, String rows) {
        named("education_group-x.csv", id, what, expected, header + rows);
    }

    private void named(String file, String id, String what, String expected, String content) {
        add(file, "text-" + id, what, expected, content.getBytes(StandardCharsets.UTF_8));
    }

    private void encoded(String id, String what, String expected, String charset, String content) {
        String file = content.startsWith("group") ? "education_group-x.csv" : "enrollment-x.csv";
        add(file, "text-" + id, what, expected, content.getBytes(Charset.forName(charset)));
    }

    private void hex(String id, String what, String expected, String hex) {
        bytes(id, what, expected, HexFormat.of().parseHex(hex));
    }

    private void bytes(String id, String what, String expected, byte[] bytes) {
        add("enrollment-x.csv", "text-" + id, what, expected, bytes);
    }

    private void add(String file, String id, String what, String expected, byte[] bytes) {
        all.add(new HostileSample(id, what, expected, folder -> Files.write(folder.resolve(file), bytes)));
    }

    private static byte[] cut(String text) {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        return java.util.Arrays.copyOf(whole, whole.length - 1);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }
}
