package org.manyuan.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of hostile inputs as it is committed, {@code src/test/resources/hostile.csv}: id, what it is, what must become of it. */
final class HostileList {
    private static final Path COMMITTED = Path.of("src/test/resources/hostile.csv");

    private HostileList() {}

    /** As the generator says. */
    static List<String> made() {
        List<String> lines = new ArrayList<>(List.of("id,what,expected"));
        HostileSamples.small().forEach(sample -> lines.add(sample.line()));
        HostileSamples.large().forEach(sample -> lines.add(sample.line()));
        return lines;
    }

    /** As it stands in the repository. */
    static List<String> committed() throws IOException {
        return Files.readAllLines(COMMITTED);
    }

    /** Writes it anew; run from the folder of the module after a sample was added. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(COMMITTED.getParent());
        Files.write(COMMITTED, made());
    }
}
