package org.manyuan.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.manyuan.contract.Fields;

/** Walks over the lines of a split and cuts them into cells. Holds one window of the file, never the whole of it. */
final class Lines implements AutoCloseable {
    private static final int WINDOW = 1 << 18;

    private final FileChannel channel;
    private final byte delimiter;
    private final long to;
    private byte[] window = new byte[WINDOW];
    private int filled;
    private int start;
    private int end;
    private int next;
    private long position;
    private long line;

    Lines(SourceText text, Split split) throws IOException {
        if (!text.isUnchanged()) {
            throw new IOException("The file " + text.fileName() + " was changed while it was read; hand it in again");
        }
        channel = FileChannel.open(Path.of(text.path()));
        delimiter = (byte) text.delimiter();
        position = split.from();
        to = split.to();
        line = split.firstLine() - 1;
    }

    /** Moves to the next line; false after the last. */
    boolean next() throws IOException {
        start = next;
        int at = start;
        while (true) {
            while (at < filled && window[at] != '\n') {
                at++;
            }
            if (at < filled) {
                end = at;
                next = at + 1;
                break;
            }
            int scanned = at - start;
            if (!refill()) {
                if (start == filled) {
                    return false;
                }
                end = filled;
                next = filled;
                break;
            }
            at = start + scanned;
        }
        line++;
        return true;
    }

    /** Keeps the unfinished line, moves it to the front and reads on behind it. */
    private boolean refill() throws IOException {
        int kept = filled - start;
        if (kept == window.length) {
            window = Arrays.copyOf(window, 2 * window.length);
        }
        System.arraycopy(window, start, window, 0, kept);
        start = 0;
        filled = kept;
        int wanted = (int) Math.min(window.length - kept, to - position);
        if (wanted <= 0) {
            return false;
        }
        int read = channel.read(ByteBuffer.wrap(window, kept, wanted), position);
        if (read <= 0) {
            return false;
        }
        filled += read;
        position += read;
        return true;
    }

    long line() {
        return line;
    }

    /**
     * Cuts the line into cells: quotes removed, doubled quotes made single, blanks before an opening quote dropped.
     *
     * @return false for a blank line: no cell holds anything but blanks
     */
    boolean split(Fields fields) {
        fields.buffer = window;
        fields.count = 0;
        fields.line = line;
        int stop = end > start && window[end - 1] == '\r' ? end - 1 : end;
        boolean filledAny = false;
        int at = start;
        while (true) {
            int cell = at;
            while (at < stop && window[at] == ' ') {
                at++;
            }
            if (at < stop && window[at] == '"') {
                int length = unquote(at, stop);
                fields.add(at, length);
                at = afterQuoted;
            } else {
                while (at < stop && window[at] != delimiter) {
                    at++;
                }
                fields.add(cell, at - cell);
            }
            filledAny |= !isBlank(fields.starts[fields.count - 1], fields.lengths[fields.count - 1]);
            if (at >= stop) {
                return filledAny;
            }
            at++;
        }
    }

    private int afterQuoted;

    /** Writes the cell without its quotes over itself, from the opening quote on; returns its length. */
    private int unquote(int open, int stop) {
        int out = open;
        int in = open + 1;
        boolean inside = true;
        while (in < stop) {
            byte b = window[in];
            if (b == '"') {
                boolean doubled = inside && in + 1 < stop && window[in + 1] == '"';
                if (doubled) {
                    window[out++] = b;
                    in += 2;
                } else if (inside) {
                    inside = false;
                    in++;
                } else {
                    window[out++] = b;
                    in++;
                }
            } else if (b == delimiter && !inside) {
                break;
            } else {
                window[out++] = b;
                in++;
            }
        }
        afterQuoted = in;
        return out - open;
    }

    private boolean isBlank(int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (window[i] != ' ' && window[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
