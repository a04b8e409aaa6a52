package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.manyuan.store.PublicExport;
import org.manyuan.store.Release;
import org.manyuan.store.Workspace;

/** {@code export}: the public set of a release as a folder that any tool reads: Parquet and {@code datapackage.json}. Starts no Spark. */
public final class ExportRelease {
    private ExportRelease() {}

    /**
     * Writes it; the folder is there whole or not at all.
     *
     * @param folder a new or an empty one
     * @throws UsageException where there is no such release, or the folder holds something
     */
    public static Release of(Workspace workspace, String name, Path folder) {
        OpenWorkspace open = OpenWorkspace.at(workspace);
        Release release = ReleasedSet.named(open, name).release();
        Path target = folder.toAbsolutePath().normalize();
        checkIsEmpty(target);
        Path half = target.resolveSibling(
                target.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(half);
            PublicExport.write(workspace, open.database(), release, half);
            Files.deleteIfExists(target);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            return release;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + target + " cannot be written: " + e.getMessage(), e);
        } finally {
            remove(half);
        }
    }

    private static void checkIsEmpty(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isEmpty()) {
                    return;
                }
            } catch (IOException notAFolder) {
                // told below
            }
            throw new UsageException(
                    folder + " 里已有内容；请换一个空的或新的目录。",
                    folder + " holds something already; name an empty or a new folder.");
        }
    }

    private static void remove(Path folder) {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
