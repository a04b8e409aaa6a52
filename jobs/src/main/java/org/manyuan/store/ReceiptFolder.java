package org.manyuan.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where marked workbooks lie: the workspace's {@code receipts/}, or a folder of the clerk's choice. They show rows as they were handed
 * in, so they are the owner's only and do not stay.
 *
 * @param path the folder
 */
public record ReceiptFolder(Path path) {
    private static final String ENDING = ".xlsx";

    /** That of a workspace. */
    public static ReceiptFolder of(Workspace workspace) {
        return new ReceiptFolder(workspace.receipts());
    }

    /** The marked workbook of a receipt, if it lies there. */
    public Optional<Path> workbook(String receipt) {
        return Optional.of(place(receipt)).filter(Files::isRegularFile);
    }

    /** Puts a finished workbook in its place, whole or not at all; one that was there is replaced. */
    public Path keep(String receipt, Path finished) {
        try {
            if (!Files.isDirectory(path)) {
                OwnerOnly.folder(path);
            }
            Path half = path.resolve("." + receipt + ".part");
            Files.deleteIfExists(half);
            try (OutputStream out = Files.newOutputStream(OwnerOnly.file(half))) {
                Files.copy(finished, out);
            }
            return Files.move(half, place(receipt), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The marked workbook " + place(receipt) + " cannot be written: " + cause.getMessage(), cause);
        }
    }

    /** Removes what was written that long ago, and what a killed command left half done. */
    public void sweep(Duration kept, Instant now) {
        try (Stream<Path> all = Files.list(path)) {
            List<Path> old = all.filter(Files::isRegularFile)
                    .filter(file -> isHalf(file) || isOlder(file, now.minus(kept)))
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException none) {
            return;
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + path + " cannot be swept: " + cause.getMessage(), cause);
        }
    }

    private static boolean isHalf(Path file) {
        return file.getFileName().toString().endsWith(".part");
    }

    private static boolean isOlder(Path file, Instant than) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Path place(String receipt) {
        return path.resolve(receipt + ENDING);
    }
}
