package org.manyuan.store;

import org.manyuan.config.Settings.LimitSettings;
import org.manyuan.contract.Wording;

/** Counts what comes out of one workbook or archive, so that a small file never fills memory or disk. */
final class Unpacking {
    /** Small parts may shrink further without harm. */
    static final long RATIO_MATTERS_FROM = 1L << 20;

    private final String fileName;
    private final long mostBytes;
    private final int highestRatio;
    private long unpacked;

    Unpacking(String fileName, LimitSettings limits) {
        this.fileName = fileName;
        this.mostBytes = LimitSettings.megabytes(limits.unpackedMegabytes());
        this.highestRatio = limits.compressionRatio();
    }

    /**
     * Counts bytes of a part.
     *
     * @param before bytes of the part that came before
     * @param packed its size as packed; below 1 where unknown
     * @throws RefusedFile where it is too much
     */
    void count(String part, long before, long bytes, long packed) {
        unpacked += bytes;
        if (unpacked > mostBytes) {
            throw refused(Refusal.ZIP_BOMB, Detail.moreThan(mostBytes >> 20, "MB", "MB"));
        }
        checkRatio(part, before + bytes, packed);
    }

    /** Holds what a directory states against the limits, before anything is unpacked. */
    void checkRatio(String part, long bytes, long packed) {
        if (bytes > RATIO_MATTERS_FROM && packed > 0 && bytes / packed > highestRatio) {
            throw refused(
                    Refusal.ZIP_BOMB,
                    Detail.part(
                            part,
                            "%,d 字节解压为 %,d 字节".formatted(packed, bytes),
                            "%,d bytes unpack to %,d".formatted(packed, bytes)));
        }
    }

    RefusedFile refused(Refusal code, Wording detail) {
        return RefusedFile.whole(code, fileName, detail);
    }

    RefusedFile refused(Refusal code, String detail) {
        return RefusedFile.whole(code, fileName, Printable.of(detail));
    }
}
