package org.manyuan.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What the last bytes of a ZIP state about its directory, read before a library loads that directory into memory.
 *
 * @param entries as stated; −1 where there is no such end
 * @param bytes length of the directory as stated
 */
record ZipDirectory(long entries, long bytes) {
    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    /** Bytes that a directory may take for each file: a long name and some extra fields. */
    private static final long ENTRY_BYTES = 8L << 10;

    static ZipDirectory of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long from = Math.max(0, channel.size() - END_LENGTH - LONGEST_COMMENT);
            ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) > 0) {
                // reads on until all of it is there
            }
            for (int at = tail.position() - END_LENGTH; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    return new ZipDirectory(tail.getShort(at + 10) & 0xFFFF, tail.getInt(at + 12) & 0xFFFFFFFFL);
                }
            }
        }
        return new ZipDirectory(-1, 0);
    }

    boolean isThere() {
        return entries >= 0;
    }

    boolean isLargerThan(int mostEntries) {
        return entries > mostEntries || bytes > mostEntries * ENTRY_BYTES;
    }
}
