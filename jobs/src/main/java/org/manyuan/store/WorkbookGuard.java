package org.manyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Looks at a workbook's directory before anything is unpacked. What the directory hides, POI's own limit finds while unpacking. */
record WorkbookGuard(Path file, String fileName) {
    private static final long MOST_BYTES = 20L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 200L << 20;
    private static final int HIGHEST_RATIO = 100;

    /** Small parts may shrink further without harm. */
    private static final long RATIO_MATTERS_FROM = 1L << 20;

    static {
        ZipSecureFile.setMinInflateRatio(1.0 / HIGHEST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    void check() throws IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw refused(Refusal.TOO_LARGE, bytes + " > " + MOST_BYTES + " bytes");
        }
        boolean hasWorkbook = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw refused(Refusal.ZIP_BOMB, zip.size() + " > " + MOST_ENTRIES + " parts");
            }
            long unpacked = 0;
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                unpacked += Math.max(0, part.getSize());
                checkSize(part, unpacked);
                String name = part.getName().toLowerCase(Locale.ROOT);
                hasWorkbook |= name.equals("xl/workbook.xml");
                if (name.endsWith("vbaproject.bin")) {
                    throw refused(Refusal.MACROS, "");
                }
                if (name.startsWith("xl/externallinks/")) {
                    throw refused(Refusal.EXTERNAL_LINKS, "");
                }
            }
        } catch (ZipException damaged) {
            throw new RefusedFile(Refusal.DAMAGED_WORKBOOK, fileName, "", 0, "", damaged);
        }
        if (!hasWorkbook) {
            throw refused(Refusal.NOT_A_WORKBOOK, "");
        }
    }

    private void checkSize(ZipEntry part, long unpacked) {
        if (unpacked > MOST_UNPACKED) {
            throw refused(Refusal.ZIP_BOMB, "> " + MOST_UNPACKED + " bytes");
        }
        long packed = Math.max(1, part.getCompressedSize());
        if (part.getSize() > RATIO_MATTERS_FROM && part.getSize() / packed > HIGHEST_RATIO) {
            throw refused(Refusal.ZIP_BOMB, part.getSize() + " / " + packed + " bytes");
        }
    }

    private RefusedFile refused(Refusal code, String detail) {
        return RefusedFile.whole(code, fileName, detail);
    }
}
