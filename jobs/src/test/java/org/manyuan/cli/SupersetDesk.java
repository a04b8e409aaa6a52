package org.manyuan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code dashboards/superset} as its users call it, with the classes under test behind it in place of the launcher's.
 *
 * @param folder for what a call writes
 */
record SupersetDesk(Path folder) {
    static final Path DASHBOARDS = project().resolve("dashboards");

    /** As the launcher calls what is no build: some thirty of these processes live for seconds. */
    private static final String SHORT_CALLS = "-Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /** Runs a command on a workspace, with more of an environment. */
    Answer run(Path workspace, Map<String, String> environment, String... words) {
        List<String> all =
                new ArrayList<>(List.of(DASHBOARDS.resolve("superset").toString()));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("-w", workspace.toString()));
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder call = new ProcessBuilder(all)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            call.environment().put("MANYUAN_COMMAND", launcher().toString());
            call.environment().putAll(environment);
            Process process = call.start();
            if (!process.waitFor(20, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(all + " did not end: " + Files.readString(out) + Files.readString(err));
            }
            return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The command line of this test run: a launcher would build the project once more, under it. */
    private Path launcher() throws IOException {
        Path launcher = folder.resolve("manyuan");
        if (!Files.exists(launcher)) {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String classPath = System.getProperty("java.class.path");
            Files.writeString(
                    launcher,
                    "#!/bin/sh\nexec '%s' %s -cp '%s' org.manyuan.cli.Manyuan \"$@\"\n"
                            .formatted(java, SHORT_CALLS, classPath));
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        }
        return launcher;
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("dashboards/superset"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
