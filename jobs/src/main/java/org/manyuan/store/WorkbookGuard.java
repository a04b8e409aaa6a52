package org.manyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.manyuan.config.Settings.LimitSettings;

/** Looks at a workbook's directory before anything is unpacked. What the directory hides, {@link GuardedXml} finds while unpacking. */
record WorkbookGuard(Path file, String fileName, LimitSettings limits) {
    /**
     * Refuses what must not be opened.
     *
     * @return what counts its bytes while they are unpacked
     */
    Unpacking check() throws IOException {
        Unpacking unpacking = new Unpacking(fileName, limits);
        long most = LimitSettings.megabytes(limits.workbookMegabytes());
        if (Files.size(file) > most) {
            throw unpacking.refused(Refusal.TOO_LARGE, Detail.overLimit(Files.size(file), most, "字节", "bytes"));
        }
        if (ZipDirectory.of(file).isLargerThan(limits.archiveEntries())) {
            throw unpacking.refused(Refusal.ZIP_BOMB, Detail.moreThan(limits.archiveEntries(), "个部件", "parts"));
        }
        boolean hasWorkbook = false;
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.archiveEntries()) {
                throw unpacking.refused(
                        Refusal.ZIP_BOMB, Detail.overLimit(zip.size(), limits.archiveEntries(), "个部件", "parts"));
            }
            long stated = 0;
            for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
                ZipEntry part = parts.nextElement();
                stated += Math.max(0, part.getSize());
                if (stated > LimitSettings.megabytes(limits.unpackedMegabytes())) {
                    throw unpacking.refused(Refusal.ZIP_BOMB, Detail.moreThan(limits.unpackedMegabytes(), "MB", "MB"));
                }
                unpacking.checkRatio(part.getName(), part.getSize(), Math.max(1, part.getCompressedSize()));
                String name = part.getName().toLowerCase(Locale.ROOT);
                hasWorkbook |= name.equals(WorkbookParts.WORKBOOK);
                checkName(name, unpacking);
                if (!names.add(name)) {
                    // which of the two is read depends on the program: a clerk may have seen the other
                    throw unpacking.refused(Refusal.DAMAGED_WORKBOOK, part.getName());
                }
            }
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new RefusedFile(Refusal.DAMAGED_WORKBOOK, fileName, "", 0, "", damaged);
        }
        if (!hasWorkbook) {
            throw unpacking.refused(Refusal.NOT_A_WORKBOOK, kind(names));
        }
        return unpacking;
    }

    private static void checkName(String name, Unpacking unpacking) {
        if (name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/") || name.startsWith("xl/activex/")) {
            throw unpacking.refused(Refusal.MACROS, "");
        }
        if (name.startsWith("xl/externallinks/") || name.equals("xl/connections.xml")) {
            throw unpacking.refused(Refusal.EXTERNAL_LINKS, "");
        }
    }

    /** What it is instead, as far as its parts tell. */
    private static String kind(Set<String> names) {
        if (names.contains("xl/workbook.bin")) {
            return "XLSB";
        }
        if (names.contains("word/document.xml")) {
            return "DOCX";
        }
        return names.contains("content.xml") ? "ODS" : "ZIP";
    }
}
