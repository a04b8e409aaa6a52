package org.manyuan;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder outside the project that some tests read. Where it is not to be had, the test says so on the terminal and is skipped. */
public final class OutsideFolder {
    private OutsideFolder() {}

    /**
     * The folder that a variable names.
     *
     * @param what is left untested without it
     */
    public static Path namedBy(String variable, String what) {
        String folder = System.getenv(variable);
        boolean isThere = folder != null && !folder.isBlank() && Files.isDirectory(Path.of(folder));
        String message = "SKIPPED: " + what + "; set " + variable + " to the folder to test it";
        if (!isThere) {
            System.out.println(message);
        }
        assumeTrue(isThere, message);
        return Path.of(folder);
    }
}
