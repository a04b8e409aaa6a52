package org.manyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Folders and files that only their owner can read. Rights are set when the file is made, not after. */
final class OwnerOnly {
    private OwnerOnly() {}

    static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder);
        }
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** Makes an empty file; fails where there is one. */
    static Path file(Path file) throws IOException {
        return posix(file.getParent())
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(file);
    }

    /** A file with random text (base64url), there whole or not at all; an existing one is kept. */
    static Path secret(Path file, int bytes) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        Path half = file(file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid()));
        Files.writeString(half, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        return Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
