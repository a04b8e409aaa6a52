package org.manyuan.job;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes hostile inputs, hands each in and prints its id and what became of it: in a process of its own, with little memory. */
final class HostileRun {
    private HostileRun() {}

    /**
     * @param args {@code small} or {@code large}, then a folder for the files
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<HostileSample> samples = args[0].equals("small") ? HostileSamples.small() : HostileSamples.large();
        for (HostileSample sample : samples) {
            long start = System.nanoTime();
            String outcome = outcome(sample, Path.of(args[1]).resolve(sample.id()));
            out.println(sample.id() + "\t" + outcome + "\t" + (System.nanoTime() - start) / 1_000_000);
        }
        out.println("done");
    }

    private static String outcome(HostileSample sample, Path root) throws IOException {
        Path given = Files.createDirectories(root.resolve("in/370305"));
        Path scratch = Files.createDirectories(root.resolve("scratch"));
        try {
            sample.maker().make(given);
            return HostileOutcome.of(root.resolve("in"), scratch);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            fault.printStackTrace();
            return fault.getClass().getSimpleName();
        } finally {
            delete(root);
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException cause) {
                    throw new UncheckedIOException(cause);
                }
            });
        }
    }
}
