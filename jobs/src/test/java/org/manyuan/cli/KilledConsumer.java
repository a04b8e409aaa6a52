package org.manyuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.manyuan.job.ConsumeTopic;
import org.manyuan.store.Database;
import org.manyuan.store.EmbeddedPostgres;
import org.manyuan.store.SparkEngine;
import org.manyuan.store.TopicFrom;
import org.manyuan.store.Workspace;

/**
 * A process of its own that starts its engine, waits for a line, consumes a topic and, where the line is a step, ends there as if its
 * power were cut: no hook runs, nothing is closed. Says each step before it takes it. Without a line it ends.
 */
final class KilledConsumer {
    static final String ENGINE = "local[2]";

    private KilledConsumer() {}

    public static void main(String[] args) throws IOException {
        Workspace workspace = new Workspace(Path.of(args[0]));
        // the consumer finds the engine that runs; it has worked once, as one that has just started does its first work
        // slowly
        SparkEngine.start(workspace, Database.open(new EmbeddedPostgres(workspace).start()), ENGINE)
                .range(1)
                .count();
        say("ready");
        String last = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (last != null) {
            ConsumeTopic.of(workspace, args[1], TopicFrom.STORED, step -> {
                say("step " + step.english());
                if (step.english().startsWith(last)) {
                    Runtime.getRuntime().halt(137);
                }
            });
            say("step done");
        }
        System.exit(0);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
