package org.manyuan.job;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP written byte by byte, so that every field may be wrong. */
final class RawZip {
    private static final int UTF8 = 1 << 11;
    private static final int LOCKED = 1;
    private static final int LINK = 0xA1FF;

    private record Entry(byte[] name, int offset, int flags, int method, long sum, long packed, long size, int mode) {}

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Entry> entries = new ArrayList<>();

    /** A file whose name is said to be UTF-8. */
    RawZip file(String name, String content) {
        return add(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8), UTF8, 8, 0, 0, 0);
    }

    /** A file whose name is written in an encoding that is not told. */
    RawZip file(String name, Charset charset, String content) {
        return add(name.getBytes(charset), content.getBytes(StandardCharsets.UTF_8), 0, 8, 0, 0, 0);
    }

    RawZip link(String name, String to) {
        return add(name.getBytes(StandardCharsets.UTF_8), to.getBytes(StandardCharsets.UTF_8), UTF8, 0, 0, 0, LINK);
    }

    RawZip locked(String name, String content) {
        return add(
                name.getBytes(StandardCharsets.UTF_8),
                content.getBytes(StandardCharsets.UTF_8),
                UTF8 | LOCKED,
                8,
                0,
                0,
                0);
    }

    /** A file packed by a method that nobody knows. */
    RawZip method(String name, int method) {
        return add(name.getBytes(StandardCharsets.UTF_8), new byte[10], UTF8, method, 0, 0, 0);
    }

    RawZip wrongSum(String name, String content) {
        return add(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8), UTF8, 8, 1, 0, 0);
    }

    /** A file whose directory states another size. */
    RawZip stated(String name, byte[] content, long size) {
        return add(name.getBytes(StandardCharsets.UTF_8), content, UTF8, 8, 0, size - content.length, 0);
    }

    /** A second name for the bytes of the last file. */
    RawZip again(String name) {
        Entry last = entries.get(entries.size() - 1);
        entries.add(new Entry(
                name.getBytes(StandardCharsets.UTF_8),
                last.offset,
                last.flags,
                last.method,
                last.sum,
                last.packed,
                last.size,
                0));
        return this;
    }

    private RawZip add(byte[] name, byte[] content, int flags, int method, long sumOff, long sizeOff, int mode) {
        CRC32 sum = new CRC32();
        sum.update(content);
        byte[] packed = method == 8 ? packed(content) : content;
        Entry entry = new Entry(
                name,
                out.size(),
                flags,
                method,
                sum.getValue() + sumOff,
                packed.length,
                content.length + sizeOff,
                mode);
        ByteBuffer head = little(30 + name.length).putInt(0x04034B50);
        fields(head, entry).putShort((short) name.length).putShort((short) 0).put(name);
        out.writeBytes(head.array());
        out.writeBytes(packed);
        entries.add(entry);
        return this;
    }

    byte[] bytes() {
        return bytes(entries.size());
    }

    /** @param stated number of files that the end states */
    byte[] bytes(int stated) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(out.toByteArray());
        int from = all.size();
        for (Entry entry : entries) {
            ByteBuffer head = little(46 + entry.name.length).putInt(0x02014B50).putShort((short) (3 << 8 | 20));
            fields(head, entry)
                    .putShort((short) entry.name.length)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(entry.mode << 16)
                    .putInt(entry.offset)
                    .put(entry.name);
            all.writeBytes(head.array());
        }
        ByteBuffer end = little(22).putInt(0x06054B50).putInt(0);
        end.putShort((short) stated)
                .putShort((short) stated)
                .putInt(all.size() - from)
                .putInt(from)
                .putShort((short) 0);
        all.writeBytes(end.array());
        return all.toByteArray();
    }

    private static ByteBuffer fields(ByteBuffer head, Entry entry) {
        return head.putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x21 << 16)
                .putInt((int) entry.sum)
                .putInt((int) entry.packed)
                .putInt((int) entry.size);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] packed(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] window = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(window, 0, deflater.deflate(window));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
