package org.manyuan.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.manyuan.contract.Mapping;
import org.manyuan.store.Workspace;

/**
 * The mappings of a call: files named {@code *.mapping.yaml} that lie beside what is handed in, for
 * the files of their folder and below, the nearest first; then those kept in the workspace's
 * {@code mappings/}, then those that come with Manyuan.
 */
final class MappingFiles {
    static final String ENDING = ".mapping.yaml";

    private MappingFiles() {}

    static List<PlacedMapping> of(List<HandIn> handIns, Workspace workspace) {
        List<PlacedMapping> mappings = new ArrayList<>();
        handIns.stream()
                .map(handIn -> handIn.file().getParent())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .forEach(folder -> inside(folder)
                        .forEach(mapping -> mappings.add(new PlacedMapping(Optional.of(folder), mapping))));
        if (Files.isDirectory(workspace.mappings())) {
            inside(workspace.mappings()).forEach(mapping -> mappings.add(new PlacedMapping(Optional.empty(), mapping)));
        }
        Mapping.bundled().forEach(mapping -> mappings.add(new PlacedMapping(Optional.empty(), mapping)));
        return mappings;
    }

    private static List<Mapping> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Mapping> mappings = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    mappings.add(Mapping.read(file.toString(), bytes));
                }
            }
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
