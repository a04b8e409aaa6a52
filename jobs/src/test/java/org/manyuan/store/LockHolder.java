package org.manyuan.store;

import java.nio.file.Path;
import java.time.Duration;

/** A process of its own that holds a workspace's lock until it is killed. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws InterruptedException {
        try (WriterLock lock = new Workspace(Path.of(args[0])).lockForWriting("demo")) {
            System.out.println("locked");
            Thread.sleep(Duration.ofMinutes(1).toMillis());
        }
    }
}
