package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Small tables two at a time: the rows of each take no time, but its plan is made on one core while the other rests. */
final class SideBySide {
    private static final int AT_A_TIME = 2;

    private SideBySide() {}

    /**
     * Runs all of them, and waits for all.
     *
     * @throws RuntimeException that of the first, in the order given, that failed
     */
    static void run(Runnable... parts) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<?>> running =
                    Stream.of(parts).<Future<?>>map(threads::submit).toList();
            List<Throwable> failed = new ArrayList<>();
            running.forEach(one -> waitFor(one).ifPresent(failed::add));
            if (!failed.isEmpty()) {
                throw unwrapped(failed.get(0));
            }
        } finally {
            stop(threads);
        }
    }

    /** Nothing is written any more when this ends: the caller may have to take back what was. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        boolean isStopped = false;
        boolean wasInterrupted = Thread.interrupted();
        while (!isStopped) {
            try {
                isStopped = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                wasInterrupted = true;
            }
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Throwable> waitFor(Future<?> one) {
        try {
            one.get();
            return Optional.empty();
        } catch (ExecutionException failed) {
            return Optional.of(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of(stopped);
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
