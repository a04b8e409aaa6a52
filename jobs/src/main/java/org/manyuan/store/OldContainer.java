package org.manyuan.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The names of the streams in the container that old workbooks and workbooks with a password lie in. */
record OldContainer(Set<String> names) {
    /** None where the container is damaged. */
    static OldContainer of(Path file) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            names.addAll(container.getRoot().getEntryNames());
        } catch (IOException | RuntimeException damaged) {
            return new OldContainer(Set.of());
        }
        return new OldContainer(names);
    }

    boolean holds(String name) {
        return names.contains(name);
    }
}
