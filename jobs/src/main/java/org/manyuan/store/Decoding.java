package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.manyuan.contract.Wording;

/** Decodes a file strictly: a byte that does not belong to the encoding is an error, never a question mark. */
record Decoding(Path file, Charset charset, int from) {
    /**
     * The first byte that is not of the encoding.
     *
     * @param offset from the beginning of the file, 0 for its first byte
     * @param line 1 for the first line
     */
    record Failure(long offset, long line) {
        /** For a message. */
        Wording in(Charset charset) {
            Wording place = Detail.byteAt(offset);
            return new Wording(
                    place.zh() + "（第 " + line + " 行）不是 " + charset.name() + " 文字",
                    place.en() + " (line " + line + ") is no text in " + charset.name());
        }
    }

    /**
     * Decodes all of it.
     *
     * @param out receives the text; null only checks
     * @return null if every byte could be decoded
     */
    Failure run(Writer out) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 18);
        CharBuffer chars = CharBuffer.allocate(1 << 18);
        long consumed = from;
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            boolean isEnd = false;
            while (!isEnd) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isEnd = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result;
                do {
                    int before = bytes.position();
                    result = decoder.decode(bytes, chars, isEnd);
                    consumed += bytes.position() - before;
                    flush(chars, out);
                } while (result.isOverflow());
                if (result.isError()) {
                    return new Failure(consumed, lineAt(consumed));
                }
                bytes.compact();
            }
        }
        return null;
    }

    /** Characters before the first failure that take three bytes or more: where there are many, the encoding is right and the file broken. */
    long wideBefore() throws IOException {
        long[] wide = new long[1];
        run(new Writer() {
            @Override
            public void write(char[] text, int at, int length) {
                for (int i = at; i < at + length; i++) {
                    wide[0] += text[i] >= 0x800 ? 1 : 0;
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        return wide[0];
    }

    private static void flush(CharBuffer chars, Writer out) throws IOException {
        if (out != null) {
            out.write(chars.array(), 0, chars.position());
        }
        chars.clear();
    }

    /** Line ends are counted as the encoding writes them: in UTF-16 half of 上 looks like one. */
    private long lineAt(long offset) throws IOException {
        boolean isWide = charset.name().startsWith("UTF-16");
        int low = charset.equals(StandardCharsets.UTF_16LE) ? 0 : 1;
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] window = in.readNBytes(1 << 16);
            for (long at = 0; at < offset && window.length > 0; window = in.readNBytes(1 << 16)) {
                for (int i = 0; i < window.length && at < offset; i++, at++) {
                    boolean isEnd = window[i] == '\n';
                    if (isEnd && isWide) {
                        int other = i % 2 == 0 ? i + 1 : i - 1;
                        isEnd = i % 2 == low && other < window.length && window[other] == 0;
                    }
                    line += isEnd ? 1 : 0;
                }
            }
        }
        return line;
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
