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
import org.manyuan.contract.MalformedYaml;
import org.manyuan.contract.Mapping;
import org.manyuan.store.Workspace;

/**
 * The mappings of a call: files named {@code *.mapping.yaml} that lie beside what is handed in, for
 * the files of their folder and below, the nearest first; then those kept in the workspace's
 * {@code mappings/}, then those that come with Manyuan. One that
 * fits the name of no file of the call is not read further: a draft with open questions stops only the files that it speaks of.
 *
 * @param readable in order
 * @param broken those that cannot be read; they stop the files that they speak of, and no other
 */
record MappingFiles(List<PlacedMapping> readable, List<PlacedMapping.Broken> broken) {
    static final String ENDING = ".mapping.yaml";

    static MappingFiles of(List<HandIn> handIns, Workspace workspace) {
        MappingFiles found = new MappingFiles(new ArrayList<>(), new ArrayList<>());
        handIns.stream()
                .map(handIn -> handIn.file().getParent())
                .filter(Objects::nonNull)
                .distinct()
                .filter(Files::isDirectory)
                .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                .forEach(folder -> found.add(
                        folder,
                        Optional.of(folder),
                        handIns.stream().filter(handIn -> handIn.liesIn(folder)).toList()));
        if (Files.isDirectory(workspace.mappings())) {
            found.add(workspace.mappings(), Optional.empty(), handIns);
        }
        Mapping.bundled().forEach(mapping -> found.readable.add(new PlacedMapping(Optional.empty(), mapping)));
        return found;
    }

    /**
     * Where no file of the call can be taken without one that is broken, there is nothing to hand in.
     *
     * @throws MalformedYaml that of the first file
     */
    void checkNotAllBroken(List<HandIn> handIns) {
        boolean isAll = handIns.stream().allMatch(handIn -> broken.stream().anyMatch(each -> each.isFor(handIn)));
        if (isAll) {
            broken.stream()
                    .filter(each -> each.isFor(handIns.get(0)))
                    .findFirst()
                    .ifPresent(each -> {
                        throw each.why();
                    });
        }
    }

    /** Those of a folder that speak of some of the files. */
    private void add(Path folder, Optional<Path> place, List<HandIn> handIns) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                add(file, Files.readAllBytes(file), place, handIns);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file, byte[] bytes, Optional<Path> place, List<HandIn> handIns) {
        Predicate<String> names = Mapping.namesOfBroken(bytes);
        try {
            names = Mapping.names(file.toString(), new ByteArrayInputStream(bytes));
            if (isAsked(names, handIns)) {
                readable.add(new PlacedMapping(place, Mapping.read(file.toString(), new ByteArrayInputStream(bytes))));
            }
        } catch (MalformedYaml malformed) {
            broken.add(new PlacedMapping.Broken(place, names, malformed));
        }
    }

    private static boolean isAsked(Predicate<String> names, List<HandIn> handIns) {
        return handIns.stream().anyMatch(handIn -> names.test(handIn.name().fileName()));
    }
}
