package org.manyuan.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The one font of the report: it holds Han characters, Latin letters and digits, so that no figure vanishes from the page. */
final class ReportFont {
    static final String FAMILY = "Noto Sans SC";
    private static final String FILE = "NotoSansSC-Regular.ttf";
    /** What Chinese printers set where a character is missing. */
    private static final String GETA = "〓";

    private final byte[] bytes;
    private final CmapLookup characters;

    private ReportFont(byte[] bytes, CmapLookup characters) {
        this.bytes = bytes;
        this.characters = characters;
    }

    /** The font that comes with Manyuan. */
    static ReportFont standard() {
        return of(FILE);
    }

    /**
     * A font beside this class.
     *
     * @throws ReportException where it is missing or has no TrueType outlines, saying where it comes from
     */
    static ReportFont of(String file) {
        try (InputStream font = ReportFont.class.getResourceAsStream(file)) {
            if (font == null) {
                throw new ReportException(
                        "the report's font org/manyuan/report/" + file + " is not on the class path: get it as"
                                + " jobs/src/main/resources/org/manyuan/report/README.md says, and build again");
            }
            byte[] bytes = font.readAllBytes();
            try (TrueTypeFont parsed =
                    new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(bytes)))) {
                return new ReportFont(bytes, parsed.getUnicodeCmapLookup());
            }
        } catch (IOException e) {
            throw new ReportException(
                    "the report's font org/manyuan/report/" + file + " cannot be read as TrueType (" + e.getMessage()
                            + "): get it again as jobs/src/main/resources/org/manyuan/report/README.md says, and build again",
                    e);
        }
    }

    /** The font file. */
    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** The text with a 〓 for every character that the font cannot print; control characters become spaces. */
    String printable(String text) {
        StringBuilder printed = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (Character.isISOControl(character)) {
                printed.append(' ');
            } else if (Character.isWhitespace(character) || characters.getGlyphId(character) != 0) {
                printed.appendCodePoint(character);
            } else {
                printed.append(GETA);
            }
        });
        return printed.toString();
    }

    /** The character that a glyph is ordinarily read as, where it is named by a rare one that is drawn the same. */
    int ordinary(int glyph, int character) {
        List<Integer> drawn = characters.getCharCodes(glyph);
        return !isRare(character) || drawn == null
                ? character
                : drawn.stream()
                        .filter(code -> !isRare(code) && code <= 0xFFFF)
                        .findFirst()
                        .orElse(character);
    }

    /** Radicals (U+2E80 to U+2FDF), drawn as the characters themselves, and the figure dash, drawn as the en dash. */
    private static boolean isRare(int character) {
        return character >= 0x2E80 && character <= 0x2FDF || character == 0x2012;
    }
}
