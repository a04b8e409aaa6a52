package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of a byte buffer, moved from cell to cell; owns a scratch buffer for what has to be rewritten. UTF-8. */
final class Slice {
    private static final byte[] NOTHING = new byte[0];

    byte[] buffer = NOTHING;
    int from;
    int length;
    private byte[] scratch = NOTHING;

    void clear() {
        set(NOTHING, 0, 0);
    }

    void set(byte[] bytes, int start, int count) {
        buffer = bytes;
        from = start;
        length = count;
    }

    void set(byte[] bytes) {
        set(bytes, 0, bytes.length);
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** The byte at a position of the slice. */
    byte at(int position) {
        return buffer[from + position];
    }

    boolean is(byte[] bytes) {
        return Arrays.equals(bytes, 0, bytes.length, buffer, from, from + length);
    }

    boolean endsWith(byte[] bytes) {
        return length >= bytes.length
                && Arrays.equals(bytes, 0, bytes.length, buffer, from + length - bytes.length, from + length);
    }

    boolean is(Slice other) {
        return Arrays.equals(other.buffer, other.from, other.from + other.length, buffer, from, from + length);
    }

    String text() {
        return new String(buffer, from, length, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(buffer, from, from + length);
    }

    /** Replaces the content by a text; not for the hot path. */
    void rewrite(String text) {
        set(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A scratch buffer of at least that size, its content undefined. */
    byte[] scratch(int size) {
        if (scratch.length < size) {
            scratch = new byte[Math.max(64, 2 * size)];
        }
        return scratch;
    }

    /** Drops blanks at both ends: ASCII blanks and line ends, no-break, ideographic, zero-width, byte order mark. */
    void trim() {
        int end = from + length;
        int start = from;
        for (int wide = blankAt(start, end); wide > 0; wide = blankAt(start, end)) {
            start += wide;
        }
        for (int wide = blankBefore(start, end); wide > 0; wide = blankBefore(start, end)) {
            end -= wide;
        }
        from = start;
        length = end - start;
    }

    private int blankAt(int position, int end) {
        if (position >= end) {
            return 0;
        }
        byte b = buffer[position];
        if (b >= 0) {
            return isBlank(b) ? 1 : 0;
        }
        return position + 1 < end && isNoBreak(b, buffer[position + 1])
                ? 2
                : position + 2 < end && isWideBlank(b, buffer[position + 1], buffer[position + 2]) ? 3 : 0;
    }

    private int blankBefore(int start, int end) {
        if (end <= start) {
            return 0;
        }
        byte last = buffer[end - 1];
        if (last >= 0) {
            return isBlank(last) ? 1 : 0;
        }
        return end - 2 >= start && isNoBreak(buffer[end - 2], last)
                ? 2
                : end - 3 >= start && isWideBlank(buffer[end - 3], buffer[end - 2], last) ? 3 : 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    private static boolean isNoBreak(byte first, byte second) {
        return first == (byte) 0xC2 && second == (byte) 0xA0;
    }

    private static boolean isWideBlank(byte first, byte second, byte third) {
        int sequence = ((first & 0xFF) << 16) | ((second & 0xFF) << 8) | (third & 0xFF);
        return sequence == 0xE38080 || sequence == 0xE2808B || sequence == 0xEFBBBF;
    }

    /** Full-width ASCII becomes ASCII, as clerks type it with a Chinese keyboard. */
    void fold() {
        int end = from + length;
        int i = from;
        while (i < end && buffer[i] != (byte) 0xEF) {
            i++;
        }
        if (i == end) {
            return;
        }
        byte[] target = scratch(length);
        int kept = 0;
        for (int at = from; at < end; at++) {
            int point = at + 2 < end && buffer[at] == (byte) 0xEF
                    ? ((buffer[at] & 0x0F) << 12) | ((buffer[at + 1] & 0x3F) << 6) | (buffer[at + 2] & 0x3F)
                    : 0;
            if (point >= 0xFF01 && point <= 0xFF5E) {
                target[kept++] = (byte) (point - 0xFEE0);
                at += 2;
            } else {
                target[kept++] = buffer[at];
            }
        }
        set(target, 0, kept);
    }

    /** Its length in characters. */
    int characters() {
        int count = 0;
        for (int i = from; i < from + length; i++) {
            if ((buffer[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }
}
