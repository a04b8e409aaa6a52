package org.manyuan.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A Python environment under {@code target}, made from a lock file and kept until the lock changes. */
final class PythonOf {
    private static final Path MADE = Path.of("target/notebooks").toAbsolutePath();

    private final Path python;

    private PythonOf(Path python) {
        this.python = python;
    }

    /**
     * The environment of a lock file, made where it is not there yet; that takes a minute or two. Where Python 3.11 is missing the test
     * says so on the terminal and is skipped.
     */
    static PythonOf lock(Path lock) throws IOException {
        assumePythonIsThere();
        Path home = MADE.resolve("venv");
        Path stamp = MADE.resolve("venv.stamp");
        String wanted = digest(lock);
        PythonOf made = new PythonOf(home.resolve("bin/python"));
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            Files.createDirectories(MADE);
            Files.deleteIfExists(stamp);
            check(run(List.of("python3.11", "-m", "venv", "--clear", home.toString()), Map.of()));
            check(made.run(
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "--no-deps",
                    "--require-hashes",
                    "-r",
                    lock.toString()));
            Files.writeString(stamp, wanted);
        }
        return made;
    }

    /** What a program answered. */
    record Said(int exit, String text) {}

    /** Runs it with these words; what it keeps for itself stays under {@code target}. */
    Said run(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(python.toString()));
        command.addAll(List.of(words));
        return run(
                command,
                Map.of(
                        "MPLCONFIGDIR", MADE.resolve("matplotlib").toString(),
                        "IPYTHONDIR", MADE.resolve("ipython").toString(),
                        "JUPYTER_CONFIG_DIR", MADE.resolve("jupyter").toString(),
                        "JUPYTER_DATA_DIR", MADE.resolve("jupyter").toString(),
                        "JUPYTER_RUNTIME_DIR", MADE.resolve("jupyter").toString(),
                        "PYTHONDONTWRITEBYTECODE", "1"));
    }

    private static void assumePythonIsThere() throws IOException {
        boolean isThere;
        try {
            isThere = run(List.of("python3.11", "-c", "import ensurepip, venv"), Map.of()).exit == 0;
        } catch (IOException notFound) {
            isThere = false;
        }
        String message = "SKIPPED: the notebook is not run; install python3.11 and python3.11-venv to test it";
        if (!isThere) {
            System.out.println(message);
        }
        assumeTrue(isThere, message);
    }

    private static Said run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor(), text);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.get(0) + " ran", stopped);
        }
    }

    private static void check(Said said) throws IOException {
        if (said.exit != 0) {
            throw new IOException("the Python environment cannot be made:\n" + said.text);
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
