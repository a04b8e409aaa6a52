package org.manyuan.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The samples beside the contracts: {@code schemas/samples/<dataset>/pass}, {@code …/fail}, {@code …/expected.csv}. */
final class SampleFolder {
    /** The folder {@code schemas} of the sources: samples are no resource of the program. */
    static final Path SCHEMAS = Path.of(System.getProperty("basedir", ""), "..", "schemas")
            .toAbsolutePath()
            .normalize();

    private SampleFolder() {}

    /** The files of a kind ({@code pass}, {@code fail}), by name. */
    static List<Path> files(String dataset, String kind) {
        try (Stream<Path> files = Files.list(of(dataset).resolve(kind))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("dataset " + dataset + " has no samples of kind " + kind, e);
        }
    }

    /** The folder of a dataset. */
    static Path of(String dataset) {
        return SCHEMAS.resolve("samples").resolve(dataset);
    }
}
