package org.manyuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.manyuan.store.ChildJvm;
import org.manyuan.store.Workspace;

/** The process of a {@link KilledConsumer}: started long before it is told to consume, as its start takes longer than to come to a step. */
final class Victim implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;

    private Victim(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts one and does not wait for it. */
    static Victim start(SharedClasses classes, List<String> options, Workspace workspace, String topic) {
        List<String> all = new ArrayList<>(options);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> word.startsWith("--add-opens"))
                .forEach(all::add);
        all.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
        try {
            return new Victim(ChildJvm.start(
                    all,
                    classes.classPath(),
                    KilledConsumer.class,
                    workspace.root().toString(),
                    topic));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Lets it consume to the end; its exit code. */
    int spared() throws IOException, InterruptedException {
        return killed("done", 0);
    }

    /**
     * Lets it consume, and kills it before a step or some time after the step began.
     *
     * @param millis 0: it cuts its own power before the step
     * @return its exit code
     * @throws IllegalStateException if it never came to the step
     */
    int killed(String step, int millis) throws IOException, InterruptedException {
        process.outputWriter(StandardCharsets.UTF_8)
                .append(millis == 0 ? step : "never")
                .append('\n')
                .close();
        String line = said.readLine();
        while (line != null && !line.startsWith("step " + step)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The consumer ended before it came to: " + step);
        }
        if (millis > 0) {
            Thread.sleep(millis);
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /** Ends it wherever it is. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
