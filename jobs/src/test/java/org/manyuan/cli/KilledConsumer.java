package org.manyuan.cli;

import java.nio.file.Path;
import org.manyuan.job.ConsumeTopic;
import org.manyuan.store.TopicFrom;
import org.manyuan.store.Workspace;

/**
 * A process of its own that consumes a topic and, where it is told a step, ends there as if its power were cut: no hook runs, nothing is
 * closed. Says each step before it takes it.
 */
final class KilledConsumer {
    private KilledConsumer() {}

    public static void main(String[] args) {
        ConsumeTopic.of(new Workspace(Path.of(args[0])), args[1], TopicFrom.STORED, step -> {
            System.out.println("step " + step.english());
            System.out.flush();
            if (step.english().startsWith(args[2])) {
                Runtime.getRuntime().halt(137);
            }
        });
        System.out.println("step done");
        Runtime.getRuntime().halt(0);
    }
}
