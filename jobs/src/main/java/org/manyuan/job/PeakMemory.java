package org.manyuan.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The most memory that this process held at once, where the system tells it (Linux). */
final class PeakMemory {
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /** Begins anew; without effect where the system keeps no such account. */
    static void reset() {
        try {
            Files.writeString(RESET, "5");
        } catch (IOException notKeptHere) {
            // the figure is then that of the whole process
        }
    }

    /** Mebibytes since the last reset. */
    static OptionalLong mebibytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst();
        } catch (IOException notTold) {
            return OptionalLong.empty();
        }
    }
}
