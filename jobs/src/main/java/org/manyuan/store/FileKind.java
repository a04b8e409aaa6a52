package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.manyuan.contract.Wording;

/** What a file is by its first bytes, held against what its ending says. */
enum FileKind {
    TEXT,
    WORKBOOK,
    OLD_WORKBOOK;

    private static final int HEAD = 512;
    private static final String ZIP = "504b0304";
    private static final String OLE = "d0cf11e0a1b11ae1";
    private static final Set<String> WORKBOOK_ENDINGS =
            Set.of("xlsx", "xls", "xlsm", "xlsb", "xlt", "xltx", "et", "ods");

    /** First bytes in hexadecimal and what they tell. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("25504446", "PDF"),
            Map.entry("526172211a", "RAR"),
            Map.entry("377abcaf", "7Z"),
            Map.entry("1f8b", "GZIP"),
            Map.entry("425a68", "BZIP2"),
            Map.entry("fd377a58", "XZ"),
            Map.entry("89504e47", "PNG"),
            Map.entry("ffd8ff", "JPEG"),
            Map.entry("47494638", "GIF"),
            Map.entry("504b0506", "ZIP"),
            Map.entry("504b0708", "ZIP"),
            Map.entry("4d5a90", "EXE"),
            Map.entry("7f454c46", "ELF"),
            Map.entry("53514c69746520", "SQLite"),
            Map.entry("50415231", "Parquet"),
            Map.entry("7b5c727466", "RTF"));

    /** @throws RefusedFile where it has no content, is of a kind that is not read, or is not what its ending says */
    static FileKind of(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw RefusedFile.whole(Refusal.EMPTY, name, "");
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String hex = java.util.HexFormat.of().formatHex(head, 0, Math.min(16, head.length));
        if (hex.startsWith(ZIP)) {
            return workbook(ending, name);
        }
        if (hex.startsWith(OLE)) {
            return oldWorkbook(file, ending, name);
        }
        OTHERS.forEach((magic, kind) -> {
            if (hex.startsWith(magic)) {
                throw RefusedFile.whole(Refusal.UNSUPPORTED, name, kind);
            }
        });
        if (WORKBOOK_ENDINGS.contains(ending)) {
            String page = page(head);
            throw page.isEmpty()
                    ? RefusedFile.whole(Refusal.WRONG_ENDING, name, new Wording("文本", "text"))
                    : RefusedFile.whole(Refusal.WEB_PAGE, name, page);
        }
        if (!page(head).isEmpty()) {
            throw RefusedFile.whole(Refusal.WEB_PAGE, name, page(head));
        }
        return TEXT;
    }

    private static FileKind workbook(String ending, String name) {
        return switch (ending) {
            case "xlsx" -> WORKBOOK;
            case "xlsm" -> throw RefusedFile.whole(Refusal.MACROS, name, "");
            case "xlsb", "ods", "et" ->
                throw RefusedFile.whole(Refusal.UNSUPPORTED, name, ending.toUpperCase(Locale.ROOT));
            default ->
                throw RefusedFile.whole(
                        Refusal.WRONG_ENDING, name, new Wording("压缩包或 .xlsx 工作簿", "an archive or an .xlsx workbook"));
        };
    }

    /** What says .xlsx and lies in the container of old workbooks has a password, or was named wrongly. */
    private static FileKind oldWorkbook(Path file, String ending, String name) {
        if (ending.equals("xls")) {
            return OLD_WORKBOOK;
        }
        throw RefusedFile.whole(
                OldContainer.of(file).holds("EncryptedPackage") ? Refusal.ENCRYPTED : Refusal.WRONG_ENDING,
                name,
                new Wording(".xls 工作簿", "an .xls workbook"));
    }

    /** HTML, XML or MHTML, which programs open like a workbook; empty for other text. */
    private static String page(byte[] head) {
        String text =
                new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        String start = text.replaceFirst("^[^\\x21-\\x7e]+", "")
                .replaceFirst("^ï»¿", "")
                .stripLeading();
        if (start.startsWith("mime-version:")) {
            return "MHTML";
        }
        if (start.startsWith("<?xml")) {
            return "XML";
        }
        boolean isHtml = start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.startsWith("<table")
                || start.startsWith("<meta")
                || start.startsWith("<head")
                || start.startsWith("<style");
        return isHtml ? "HTML" : "";
    }
}
