package org.manyuan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A command's own folder under {@code tmp/}: gone with the command, and where that was killed, with the next one. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** Makes one, and removes those of processes that are no more. */
    public static TemporaryFolder in(Workspace workspace) {
        try {
            sweep(workspace.temporary());
            String name = "command-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
            return new TemporaryFolder(OwnerOnly.folder(workspace.temporary().resolve(name)));
        } catch (IOException cause) {
            throw new UncheckedIOException("No temporary folder can be made in " + workspace.temporary(), cause);
        }
    }

    public Path path() {
        return path;
    }

    private static void sweep(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(folder)) {
            left = all.filter(one -> one.getFileName().toString().startsWith("command-"))
                    .filter(one -> !isAlive(one))
                    .toList();
        }
        for (Path one : left) {
            delete(one);
        }
    }

    private static boolean isAlive(Path folder) {
        long pid = Long.parseLong(folder.getFileName().toString().split("-")[1]);
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            delete(path);
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The temporary folder " + path + " cannot be removed; delete it by hand", cause);
        }
    }
}
