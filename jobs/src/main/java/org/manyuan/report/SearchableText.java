package org.manyuan.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Mends what a PDF says its glyphs mean. The font draws 人 and the Kangxi radical ⼈ with one glyph, and the PDF engine names the radical:
 * nobody would find 人 by searching, nor copy it. The table of every font is written again with the ordinary character.
 */
final class SearchableText {
    private static final Pattern RANGE = Pattern.compile("<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>");
    private static final int BLOCK = 100;

    private final ReportFont font;

    SearchableText(ReportFont font) {
        this.font = font;
    }

    byte[] mended(byte[] pdf, long documentId) throws IOException {
        Set<COSStream> done = Collections.newSetFromMap(new IdentityHashMap<>());
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    COSStream table =
                            page.getResources().getFont(name).getCOSObject().getCOSStream(COSName.TO_UNICODE);
                    if (table != null && done.add(table)) {
                        mend(table);
                    }
                }
            }
            document.setDocumentId(documentId);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void mend(COSStream table) throws IOException {
        String text = table.toTextString();
        int begin = text.indexOf(" beginbfrange");
        int end = text.lastIndexOf("endbfrange");
        if (begin < 0 || end < begin) {
            return;
        }
        int head = text.lastIndexOf('\n', begin) + 1;
        List<String> entries = new ArrayList<>();
        Matcher range = RANGE.matcher(text.substring(head, end));
        while (range.find()) {
            int first = Integer.parseInt(range.group(1), 16);
            int last = Integer.parseInt(range.group(2), 16);
            int meaning = Integer.parseInt(range.group(3), 16);
            for (int glyph = first; glyph <= last; glyph++) {
                entries.add("<%04X> <%04X>".formatted(glyph, font.ordinary(glyph, meaning + glyph - first)));
            }
        }
        StringBuilder mended = new StringBuilder(text.substring(0, head));
        for (int from = 0; from < entries.size(); from += BLOCK) {
            List<String> block = entries.subList(from, Math.min(from + BLOCK, entries.size()));
            mended.append(block.size()).append(" beginbfchar\n");
            mended.append(String.join("\n", block)).append("\nendbfchar\n");
        }
        mended.append(text.substring(end + "endbfrange".length()).stripLeading());
        try (OutputStream out = table.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(mended.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
