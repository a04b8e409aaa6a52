package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.Wording;

/**
 * Makes a text out of bytes: byte order mark, else the encoding that the mapping states, else strict UTF-8, else GB18030 (which
 * contains GBK and GB2312). A file that is such a text already is read where it lies.
 *
 * @param fileName as handed in
 * @param sheet empty for a text file
 * @param folder where a text that must be made anew goes
 */
record TextRecognition(Path file, String fileName, String sheet, Path folder, long splitBytes, LimitSettings limits) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int HEAD = 1 << 16;

    /** So many Chinese characters that are rightly written before one that is not: the file is UTF-8 and broken, no other encoding. */
    private static final int CERTAINLY_UTF8 = 8;

    /**
     * @param stated encoding of the mapping; null: by content
     * @param delimiter of the mapping; 0: by content
     */
    SourceText read(Charset stated, char delimiter) throws IOException {
        byte[] head = head(file, 0);
        Charset marked = byteOrderMark(head);
        int mark = marked == null ? 0 : marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
        if (marked != null || stated != null) {
            Charset charset = marked != null ? marked : stated;
            Decoding decoding = new Decoding(file, charset, mark);
            Decoding.Failure failure = decoding.isUtf8() ? decoding.run(null) : null;
            if (failure != null) {
                throw undecodable(failure.line(), failure.in(charset));
            }
            return decoding.isUtf8()
                    ? lines(file, mark, charset, delimiter)
                    : lines(decoded(decoding), 0, charset, delimiter);
        }
        checkHead(head);
        Decoding utf8 = new Decoding(file, StandardCharsets.UTF_8, 0);
        Decoding.Failure notUtf8 = utf8.run(null);
        if (notUtf8 == null) {
            return lines(file, 0, StandardCharsets.UTF_8, delimiter);
        }
        if (utf8.wideBefore() >= CERTAINLY_UTF8) {
            throw undecodable(notUtf8.line(), notUtf8.in(StandardCharsets.UTF_8));
        }
        Decoding gb = new Decoding(file, GB18030, 0);
        Decoding.Failure notGb = gb.run(null);
        if (notGb != null) {
            // what reads further is more likely the file's encoding: before that byte nothing is wrong with it
            throw undecodable(
                    Math.max(notUtf8.line(), notGb.line()),
                    both(notUtf8.in(StandardCharsets.UTF_8), notGb.in(GB18030)));
        }
        if (!ChineseBytes.of(file).isLikely()) {
            Wording asChinese = new Wording("按 GB18030 读出的不像中文", "read as GB18030 it is no Chinese");
            throw undecodable(notUtf8.line(), both(notUtf8.in(StandardCharsets.UTF_8), asChinese));
        }
        return lines(decoded(gb), 0, GB18030, delimiter);
    }

    /** A zero at the beginning: no text, or UTF-16 without its mark; the rest, however long, need not be looked at. */
    private void checkHead(byte[] head) {
        long line = 1;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                throw new RefusedFile(Refusal.NOT_TEXT, fileName, sheet, line, Detail.byteAt(i), null);
            }
            line += head[i] == '\n' ? 1 : 0;
        }
    }

    private SourceText lines(Path text, int from, Charset charset, char stated) throws IOException {
        byte delimiter = stated == 0 ? delimiter(head(text, from)) : (byte) stated;
        LineScan scan = scanned(text, from, delimiter);
        Path ready = text;
        if (!scan.isOneRecordALine()) {
            ready = newFile();
            try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(ready), HEAD)) {
                scan.rewrite(text, from, delimiter, out);
            }
            scan = LineScan.of(ready, fileName, sheet, 0, delimiter, splitBytes, limits.lineKilobytes() << 10);
        }
        return new SourceText(
                ready.toAbsolutePath().toString(),
                fileName,
                sheet,
                charset.name(),
                (char) delimiter,
                scan.lines(),
                Files.size(ready),
                Files.getLastModifiedTime(ready).toMillis(),
                scan.splits(),
                SheetNotes.NONE);
    }

    /** A place in a text that was made anew is none of the file handed in; its line is. */
    private LineScan scanned(Path text, int from, byte delimiter) throws IOException {
        try {
            return LineScan.of(text, fileName, sheet, from, delimiter, splitBytes, limits.lineKilobytes() << 10);
        } catch (RefusedFile refused) {
            if (refused.code() == Refusal.NOT_TEXT && !text.equals(file)) {
                Wording zero = new Wording("空字符（NUL）", "a NUL character");
                throw new RefusedFile(Refusal.NOT_TEXT, fileName, sheet, refused.line(), zero, refused);
            }
            throw refused;
        }
    }

    private Path decoded(Decoding decoding) throws IOException {
        Path text = newFile();
        try (Writer out = Files.newBufferedWriter(text, StandardCharsets.UTF_8)) {
            Decoding.Failure failure = decoding.run(out);
            if (failure != null) {
                throw undecodable(failure.line(), failure.in(decoding.charset()));
            }
        }
        return text;
    }

    private Path newFile() throws IOException {
        return OwnerOnly.file(folder.resolve(java.util.UUID.randomUUID() + ".txt"));
    }

    private static Wording both(Wording one, Wording other) {
        return new Wording(one.zh() + "；" + other.zh(), one.en() + "; " + other.en());
    }

    private RefusedFile undecodable(long line, Wording detail) {
        return new RefusedFile(Refusal.UNDECODABLE, fileName, sheet, line, detail, null);
    }

    private static byte[] head(Path file, int from) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            return in.readNBytes(HEAD);
        }
    }

    private static Charset byteOrderMark(byte[] head) {
        int first = head.length > 1 ? (head[0] & 0xFF) << 8 | head[1] & 0xFF : 0;
        return switch (first) {
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xEFBB -> head.length > 2 && (head[2] & 0xFF) == 0xBF ? StandardCharsets.UTF_8 : null;
            default -> null;
        };
    }

    /** What occurs most on one of the first lines, outside quotes; a comma if nothing does. */
    private static byte delimiter(byte[] head) {
        List<int[]> lines = new ArrayList<>(List.of(new int[DELIMITERS.length]));
        boolean isQuoted = false;
        for (byte b : head) {
            if (b == '"') {
                isQuoted = !isQuoted;
            } else if (b == '\n') {
                lines.add(new int[DELIMITERS.length]);
                if (lines.size() > 10) {
                    break;
                }
            } else if (!isQuoted) {
                for (int d = 0; d < DELIMITERS.length; d++) {
                    if (b == DELIMITERS[d]) {
                        lines.get(lines.size() - 1)[d]++;
                    }
                }
            }
        }
        int best = 0;
        int most = 0;
        for (int[] counts : lines) {
            for (int d = 0; d < counts.length; d++) {
                if (counts[d] > most) {
                    best = d;
                    most = counts[d];
                }
            }
        }
        return DELIMITERS[best];
    }
}
