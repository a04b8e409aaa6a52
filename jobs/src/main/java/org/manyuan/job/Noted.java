package org.manyuan.job;

import java.time.Instant;
import java.util.function.Supplier;
import org.manyuan.store.Database;
import org.manyuan.store.Runs;

/** Keeps note of a command that writes: when it began, when and how it ended. A killed one has no end. */
final class Noted {
    private Noted() {}

    static <T> T run(Database database, String command, Supplier<T> work) {
        long run = database.inTransaction(connection -> Runs.begin(connection, command, Instant.now()));
        String outcome = "failed";
        try {
            T result = work.get();
            outcome = "done";
            return result;
        } finally {
            String how = outcome;
            database.inTransaction(connection -> {
                Runs.end(connection, run, how, Instant.now());
                return null;
            });
        }
    }
}
