package org.manyuan.job;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which share of a work some classes are at, by looking every few milliseconds at what the threads of the process do. */
final class StackShare {
    private static final int MILLISECONDS = 5;

    private final String whole;
    private final List<String> parts;
    private long wholes;
    private long inParts;

    /**
     * @param whole simple name of the class that does the work
     * @param parts simple names of those that are looked for below it
     */
    private StackShare(String whole, List<String> parts) {
        this.whole = whole;
        this.parts = parts;
    }

    /** The share while this runs; 0 where the work was never seen. */
    static double of(String whole, List<String> parts, Runnable work) {
        StackShare share = new StackShare(whole, parts);
        AtomicBoolean isOver = new AtomicBoolean();
        Thread watch = new Thread(() -> {
            while (!isOver.get()) {
                share.look();
            }
        });
        watch.setDaemon(true);
        watch.start();
        work.run();
        isOver.set(true);
        try {
            watch.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return share.wholes == 0 ? 0 : (double) share.inParts / share.wholes;
    }

    private void look() {
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
            if (isIn(stack, List.of(whole))) {
                wholes++;
                inParts += isIn(stack, parts) ? 1 : 0;
            }
        }
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isIn(StackTraceElement[] stack, List<String> classes) {
        return Arrays.stream(stack).anyMatch(frame -> classes.stream()
                .anyMatch(name -> frame.getClassName().endsWith("." + name)));
    }
}
