package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One walk over the bytes of a UTF-8 text that finds its lines.
 *
 * @param lines physical lines
 * @param isOneRecordALine false where a quoted cell holds a line end, or where lines end as on old Macs
 * @param isOldMac lines end with a carriage return alone
 */
record LineScan(List<Split> splits, long lines, boolean isOneRecordALine, boolean isOldMac) {
    private static final int FIELD_START = 0;
    private static final int PLAIN = 1;
    private static final int QUOTED = 2;
    private static final int QUOTE_SEEN = 3;

    /**
     * @param from where the text begins, after a byte order mark
     * @param splitBytes a split ends with the first line that reaches this length
     * @param longest bytes of a line; a cell that is open for longer was never meant to be one
     */
    static LineScan of(
            Path file, String fileName, String sheet, long from, byte delimiter, long splitBytes, int longest)
            throws IOException {
        List<Split> splits = new ArrayList<>();
        long line = 1;
        long splitFrom = from;
        long splitLine = 1;
        long lineFrom = from;
        long opened = 0;
        boolean embedded = false;
        boolean loneReturn = false;
        long stray = 0;
        boolean lineFeed = false;
        boolean returned = false;
        int state = FIELD_START;
        long at = from;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            byte[] window = new byte[1 << 18];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                for (int i = 0; i < n; i++) {
                    if (state == PLAIN && !returned) {
                        // most bytes mean nothing here; the last of a window is always looked at
                        int plain = i;
                        while (i + 1 < n && window[i] > '"' && window[i] != delimiter) {
                            i++;
                        }
                        at += i - plain;
                    }
                    byte b = window[i];
                    at++;
                    if (returned && b != '\n') {
                        loneReturn = true;
                        // a doubled return is one end of a line
                        if (stray == 0 && b != '\r' && state != QUOTED) {
                            stray = line;
                        }
                    }
                    returned = b == '\r';
                    int before = state;
                    state = next(state, b, delimiter);
                    if (state == QUOTED && before == FIELD_START) {
                        opened = line;
                    }
                    if (b == '\n') {
                        lineFeed = true;
                        line++;
                        if (state == QUOTED) {
                            embedded = true;
                        } else {
                            lineFrom = at;
                            if (at - splitFrom >= splitBytes) {
                                splits.add(new Split(splitFrom, at, splitLine));
                                splitFrom = at;
                                splitLine = line;
                            }
                        }
                    } else if (b == '\r' && !lineFeed && state != QUOTED) {
                        lineFrom = at;
                    } else if (b == 0) {
                        throw new RefusedFile(Refusal.NOT_TEXT, fileName, sheet, line, Detail.byteAt(at - 1), null);
                    } else if (at - lineFrom > longest) {
                        throw state == QUOTED
                                ? new RefusedFile(Refusal.UNCLOSED_QUOTE, fileName, sheet, opened, "", null)
                                : new RefusedFile(
                                        Refusal.LINE_TOO_LONG, fileName, sheet, line, (longest >> 10) + " KB", null);
                    }
                }
            }
        }
        if (state == QUOTED) {
            throw new RefusedFile(Refusal.UNCLOSED_QUOTE, fileName, sheet, opened, "", null);
        }
        if (at > splitFrom || splits.isEmpty()) {
            splits.add(new Split(splitFrom, at, splitLine));
        }
        if (stray > 0 && lineFeed) {
            throw new RefusedFile(Refusal.MIXED_LINE_ENDS, fileName, sheet, stray, "", null);
        }
        boolean oldMac = loneReturn && !lineFeed;
        return new LineScan(List.copyOf(splits), at > lineFrom ? line : line - 1, !embedded && !oldMac, oldMac);
    }

    /** Writes the same records one a line; the lines that a record took beyond its first follow it as blank ones. */
    void rewrite(Path file, long from, byte delimiter, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            int owed = 0;
            int state = FIELD_START;
            boolean returned = false;
            byte[] window = new byte[1 << 18];
            for (int n = in.read(window); n > 0; n = in.read(window)) {
                for (int i = 0; i < n; i++) {
                    byte b = isOldMac && window[i] == '\r' ? (byte) '\n' : window[i];
                    state = next(state, b, delimiter);
                    if (state == QUOTED && (b == '\n' || b == '\r')) {
                        if (b == '\r' || !returned) {
                            out.write(' ');
                        }
                        owed += b == '\n' ? 1 : 0;
                        returned = b == '\r';
                    } else {
                        returned = false;
                        out.write(b);
                        for (; b == '\n' && owed > 0; owed--) {
                            out.write('\n');
                        }
                    }
                }
            }
        }
    }

    private static int next(int state, byte b, byte delimiter) {
        if (state == QUOTED) {
            return b == '"' ? QUOTE_SEEN : QUOTED;
        }
        if (state == QUOTE_SEEN && b == '"') {
            return QUOTED;
        }
        if (b == delimiter || b == '\n') {
            return FIELD_START;
        }
        if (state == FIELD_START) {
            return b == '"' ? QUOTED : b == ' ' ? FIELD_START : PLAIN;
        }
        return PLAIN;
    }
}
