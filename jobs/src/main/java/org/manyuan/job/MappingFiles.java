package org.manyuan.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.manyuan.contract.Mapping;
import org.manyuan.store.Workspace;

/**
 * The mappings of a call: files named {@code *.mapping.yaml} that lie beside what is handed in, for
 * the files of their folder and below, the nearest first; then those kept in the workspace's
 * {@code mappings/}, then those that come with Manyuan. One that
 * fits the name of no file of the call is not read further: a draft with open questions stops only the files that it speaks of.
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
                .forEach(folder -> inside(
                                folder,
                                handIns.stream()
                                        .filter(handIn -> handIn.liesIn(folder))
                                        .toList())
                        .forEach(mapping -> mappings.add(new PlacedMapping(Optional.of(folder), mapping))));
        if (Files.isDirectory(workspace.mappings())) {
            inside(workspace.mappings(), handIns)
                    .forEach(mapping -> mappings.add(new PlacedMapping(Optional.empty(), mapping)));
        }
        Mapping.bundled().forEach(mapping -> mappings.add(new PlacedMapping(Optional.empty(), mapping)));
        return mappings;
    }

    private static List<Mapping> inside(Path folder, List<HandIn> handIns) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Mapping> mappings = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Predicate<String> names = Mapping.names(file.toString(), new ByteArrayInputStream(bytes));
                if (handIns.stream().anyMatch(handIn -> names.test(handIn.name().fileName()))) {
                    mappings.add(Mapping.read(file.toString(), new ByteArrayInputStream(bytes)));
                }
            }
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
