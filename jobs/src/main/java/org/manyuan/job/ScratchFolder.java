package org.manyuan.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.manyuan.store.Workspace;

/** A folder under the workspace's tmp for one command; it may hold persons' numbers, so closing it deletes it. */
record ScratchFolder(Path folder) implements AutoCloseable {
    static ScratchFolder in(Workspace workspace) {
        try {
            return new ScratchFolder(Files.createTempDirectory(workspace.temporary(), "hand-in-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
