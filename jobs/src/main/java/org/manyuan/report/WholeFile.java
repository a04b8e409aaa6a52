package org.manyuan.report;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it appears whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    static void write(Path file, byte[] bytes) {
        write(file, bytes, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same, but never over a file that is there. */
    static void writeNew(Path file, byte[] bytes) {
        write(file, bytes, new CopyOption[0]);
    }

    private static void write(Path file, byte[] bytes, CopyOption... how) {
        Path unfinished = null;
        try {
            Files.createDirectories(file.getParent());
            unfinished = Files.createTempFile(file.getParent(), ".report", ".part");
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, how);
        } catch (IOException e) {
            discard(unfinished);
            throw new ReportException(
                    "the file " + file + " cannot be written (" + e + "): free the folder or name another one", e);
        }
    }

    private static void discard(Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException ignored) {
            // the first failure is the one to tell
        }
    }
}
