package org.manyuan.job;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Takes the time of every step of a job that tells its progress. What comes before the first step is a step without a name. */
final class StepTimes implements Progress {
    private final Progress watcher;
    private final List<Taken> taken = new ArrayList<>();
    private Step running = new Step("", "");
    private long began = System.nanoTime();
    private double cpuBefore = cpu();

    StepTimes(Progress watcher) {
        this.watcher = watcher;
    }

    /**
     * How long a step took.
     *
     * @param cpuSeconds of all threads of the process meanwhile
     */
    record Taken(Step step, double seconds, double cpuSeconds) {
        Taken plus(Taken other) {
            return new Taken(step, seconds + other.seconds, cpuSeconds + other.cpuSeconds);
        }

        /** Without another's, at least nothing. */
        Taken minus(Taken other) {
            return new Taken(step, Math.max(0, seconds - other.seconds), Math.max(0, cpuSeconds - other.cpuSeconds));
        }
    }

    /** How long something takes that is one step. */
    static Taken of(Runnable work) {
        System.gc();
        StepTimes times = new StepTimes(Progress.silent());
        work.run();
        return times.all();
    }

    @Override
    public void step(Step step) {
        end();
        running = step;
        watcher.step(step);
    }

    /** All steps together, up to now. */
    Taken all() {
        end();
        return sum(taken.stream());
    }

    /** Some of the steps that have ended. */
    Taken of(List<Step> steps) {
        return sum(taken.stream().filter(one -> steps.contains(one.step())));
    }

    /** The steps, in order. */
    List<Taken> steps() {
        return List.copyOf(taken);
    }

    private void end() {
        long now = System.nanoTime();
        double cpuNow = cpu();
        taken.add(new Taken(running, (now - began) / 1e9, cpuNow - cpuBefore));
        began = now;
        cpuBefore = cpuNow;
    }

    private static Taken sum(Stream<Taken> steps) {
        return steps.reduce(new Taken(new Step("", ""), 0, 0), Taken::plus);
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
