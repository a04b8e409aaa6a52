package org.manyuan.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The bytes of one XML part on their way to the parser. Refuses what a parser would have to hold in memory or would act upon: one
 * text, tag or comment without end, a document type (entities are declared there), another encoding than UTF-8, more bytes than the
 * part may have, other bytes than were packed.
 */
final class GuardedXml extends FilterInputStream {
    private enum In {
        TEXT,
        OPENED,
        DECLARED,
        COMMENT,
        LITERAL,
        INSTRUCTION
    }

    private final ZipEntry part;
    private final Unpacking unpacking;
    private final long longest;
    private final CRC32 sum = new CRC32();
    private In in = In.TEXT;
    private long since;
    private long read;
    private int last;
    private int lastButOne;

    /** @param longest bytes that may stand together without a tag between */
    GuardedXml(InputStream part, ZipEntry entry, Unpacking unpacking, long longest) {
        super(part);
        this.part = entry;
        this.unpacking = unpacking;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] window, int from, int length) throws IOException {
        int count = super.read(window, from, length);
        if (count < 0) {
            if (part.getCrc() >= 0 && part.getCrc() != sum.getValue()) {
                throw unpacking.refused(Refusal.DAMAGED_WORKBOOK, "");
            }
            return count;
        }
        sum.update(window, from, count);
        unpacking.count(part.getName(), read, count, part.getCompressedSize());
        for (int i = from; i < from + count; i++) {
            step(window[i]);
        }
        return count;
    }

    /** Nothing is passed over unseen. */
    @Override
    public long skip(long count) throws IOException {
        byte[] window = new byte[(int) Math.min(count, 1 << 16)];
        return Math.max(0, read(window, 0, window.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void step(byte b) {
        if (read < 4) {
            checkStart(b);
        }
        read++;
        if (++since > longest) {
            throw unpacking.refused(Refusal.CELL_TOO_LONG, Detail.moreThan(longest, "字节", "bytes"));
        }
        switch (in) {
            case TEXT -> {
                if (b == '<') {
                    in = In.OPENED;
                    since = 0;
                }
            }
            case OPENED -> in = b == '!' ? In.DECLARED : b == '?' ? In.INSTRUCTION : In.TEXT;
            case DECLARED -> in = declared(b);
            case COMMENT -> closeAfter(b, '-', '-');
            case LITERAL -> closeAfter(b, ']', ']');
            case INSTRUCTION -> closeAfter(b, 0, '?');
        }
        lastButOne = last;
        last = b;
    }

    /** UTF-8 begins with a tag, after its mark or blanks; in every other encoding of a tag there is a zero, or it is none. */
    private void checkStart(byte b) {
        boolean isMark = read < 3 && (b & 0xFF) == new int[] {0xEF, 0xBB, 0xBF}[(int) read];
        boolean isFit = read == 0 ? isMark || b == '<' || (b > 0 && b <= ' ') : b != 0;
        if (!isFit) {
            throw unpacking.refused(Refusal.UNSAFE_WORKBOOK, Detail.part(part.getName(), "编码不是 UTF-8", "not in UTF-8"));
        }
    }

    private In declared(byte b) {
        return switch (b) {
            case '-' -> In.COMMENT;
            case '[' -> In.LITERAL;
            default ->
                throw unpacking.refused(
                        Refusal.UNSAFE_WORKBOOK, Detail.part(part.getName(), "含有 DOCTYPE 声明", "declares a DOCTYPE"));
        };
    }

    private void closeAfter(byte b, int first, int second) {
        if (b == '>' && last == second && (first == 0 || lastButOne == first)) {
            in = In.TEXT;
        }
    }
}
