package org.manyuan.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are not what their names say. */
final class HostileDisguises {
    private final List<HostileSample> all = new ArrayList<>();

    private HostileDisguises() {}

    static List<HostileSample> all() {
        HostileDisguises disguises = new HostileDisguises();
        disguises.pages();
        disguises.others();
        return disguises.all;
    }

    private void pages() {
        String table = "<table><tr><td>学校代码</td></tr></table>";
        text("html-xls", "a web page as .xls", "WEB_PAGE", "x.xls", "<html><body>" + table);
        text(
                "html-upper-xls",
                "one in capitals after blanks",
                "WEB_PAGE",
                "x.xls",
                "\r\n  <HTML xmlns:x=\"excel\">" + table);
        text("html-doctype-xls", "one with a document type", "WEB_PAGE", "x.xls", "<!DOCTYPE html>" + table);
        text("html-table-xls", "a bare table as .xls", "WEB_PAGE", "x.xls", table);
        text("html-meta-xls", "one that begins with its encoding", "WEB_PAGE", "x.xls", "<meta charset=gbk>" + table);
        text("html-bom-xls", "one with a mark", "WEB_PAGE", "x.xls", "\uFEFF<html>" + table);
        bytes(
                "html-utf16-xls",
                "one in UTF-16",
                "WEB_PAGE",
                "x.xls",
                ("\uFEFF<html>" + table).getBytes(StandardCharsets.UTF_16LE));
        bytes("html-gbk-xls", "one in GBK", "WEB_PAGE", "x.xls", ("<html>" + table).getBytes(Charset.forName("GBK")));
        text("html-xlsx", "a web page as .xlsx", "WEB_PAGE", "x.xlsx", "<html>" + table);
        text("html-csv", "a page of an error as .csv", "WEB_PAGE", "x.csv", "<!DOCTYPE html><title>502</title>");
        text(
                "xml-xls",
                "a table in XML as .xls",
                "WEB_PAGE",
                "x.xls",
                "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>");
        text(
                "mhtml-xls",
                "a mail as .xls",
                "WEB_PAGE",
                "x.xls",
                "MIME-Version: 1.0\nContent-Type: multipart/related\n");
        text("text-xls", "a text as .xls", "WRONG_ENDING", "x.xls", HostileTexts.HEADER.replace(',', '\t'));
        text("text-xlsx", "a text as .xlsx", "WRONG_ENDING", "x.xlsx", HostileTexts.HEADER);
        text("text-xlsm", "a text as .xlsm", "WRONG_ENDING", "x.xlsm", HostileTexts.HEADER);
    }

    private void others() {
        hex("pdf", "a PDF as .csv", "UNSUPPORTED", "x.csv", "255044462D312E37");
        hex("rar", "a RAR as .csv", "UNSUPPORTED", "x.csv", "526172211A0700");
        hex("7z", "a 7Z as .xlsx", "UNSUPPORTED", "x.xlsx", "377ABCAF271C");
        hex("gzip", "a GZIP", "UNSUPPORTED", "x.csv.gz", "1F8B08000000");
        hex("bzip2", "a BZIP2", "UNSUPPORTED", "x.bz2", "425A6839314159");
        hex("png", "a picture as .xls", "UNSUPPORTED", "x.xls", "89504E470D0A1A0A");
        hex("jpeg", "a photograph of a table", "UNSUPPORTED", "x.xlsx", "FFD8FFE000104A46");
        hex("exe", "a program as .csv", "UNSUPPORTED", "x.csv", "4D5A90000300");
        hex("elf", "a program of another system", "UNSUPPORTED", "x", "7F454C46020101");
        hex("rtf", "a letter as .csv", "UNSUPPORTED", "x.csv", "7B5C727466315C616E7369");
        hex("parquet", "a Parquet file", "UNSUPPORTED", "x.parquet", "5041523115041500");
        hex(
                "zip-end",
                "an empty archive as .xlsx",
                "UNSUPPORTED",
                "x.xlsx",
                "504B0506000000000000000000000000000000000000");
        hex("zip-as-csv", "an archive as .csv", "WRONG_ENDING", "x.csv", "504B030414000000");
        hex("zip-as-xls", "an .xlsx as .xls", "WRONG_ENDING", "x.xls", "504B030414000000");
        hex("zip-as-ods", "an OpenDocument table", "UNSUPPORTED", "x.ods", "504B030414000000");
        hex("zip-as-xlsb", "a binary workbook", "UNSUPPORTED", "x.xlsb", "504B030414000000");
        hex("ole-as-csv", "an old workbook as .csv", "WRONG_ENDING", "x.csv", "D0CF11E0A1B11AE1");
        hex("ole-as-xlsx", "an old workbook as .xlsx", "WRONG_ENDING", "x.xlsx", "D0CF11E0A1B11AE1");
        hex("ole-as-et", "a workbook of another program", "WRONG_ENDING", "x.et", "D0CF11E0A1B11AE1");
        container("ole-word", "a letter as .xls", "NOT_A_WORKBOOK", "WordDocument");
        container("ole-other", "something else as .xls", "NOT_A_WORKBOOK", "Something");
        container("ole-excel95", "a workbook of 1995", "UNSUPPORTED", "Book");
    }

    private void text(String id, String what, String expected, String file, String content) {
        bytes(id, what, expected, file, content.getBytes(StandardCharsets.UTF_8));
    }

    private void hex(String id, String what, String expected, String file, String hex) {
        bytes(id, what, expected, file, HexFormat.of().parseHex(hex));
    }

    private void container(String id, String what, String expected, String stream) {
        all.add(new HostileSample("disguise-" + id, what, expected, folder -> {
            try (POIFSFileSystem container = new POIFSFileSystem();
                    var out = Files.newOutputStream(folder.resolve("x.xls"))) {
                container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), stream);
                container.writeFilesystem(out);
            }
        }));
    }

    private void bytes(String id, String what, String expected, String file, byte[] bytes) {
        all.add(new HostileSample(
                "disguise-" + id, what, expected, folder -> Files.write(folder.resolve(file), bytes)));
    }
}
