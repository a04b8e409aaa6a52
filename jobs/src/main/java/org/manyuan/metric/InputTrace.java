package org.manyuan.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which rows entered which figure. While figures are computed under a trace, every digest of inputs is remembered with what it was
 * made of; afterwards a figure's {@code inputs_hash} unfolds into its rows. So what is told of a figure is what its metric itself says
 * that it used, and no metric has to be explained a second time.
 */
public final class InputTrace {
    private static final ThreadLocal<InputTrace> HERE = new ThreadLocal<>();

    private final Map<String, Object> rows = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();
    private final Map<String, Use> uses = new HashMap<>();

    private InputTrace() {}

    /** What some of the inputs are used for. */
    public enum Use {
        /** They are what the figure speaks of. */
        FIGURE,
        /** Everyone who sat the paper: its mean, its SD, the spread between its schools. */
        PAPER,
        /** Who was in the group on the day. */
        MEMBERSHIP
    }

    /** What was computed, and the trace of it. */
    public record Traced<T>(T result, InputTrace trace) {}

    /** Computes under a trace, in this thread. */
    public static <T> Traced<T> of(Supplier<T> work) {
        InputTrace trace = new InputTrace();
        HERE.set(trace);
        try {
            return new Traced<>(work.get(), trace);
        } finally {
            HERE.remove();
        }
    }

    /**
     * The rows behind a digest, each once, by what they are used for; a row of several uses stands under the first.
     *
     * @param inputsHash of a figure that was computed under this trace
     */
    public Map<Use, List<Object>> rowsOf(String inputsHash) {
        Map<Use, Set<String>> found = found(inputsHash);
        Set<String> told = new HashSet<>();
        Map<Use, List<Object>> rowsOf = new LinkedHashMap<>();
        found.forEach((use, hashes) -> {
            List<Object> of = new ArrayList<>();
            hashes.stream().sorted().filter(told::add).forEach(hash -> of.add(rows.get(hash)));
            rowsOf.put(use, of);
        });
        return rowsOf;
    }

    /**
     * The rows behind a digest, by the digest of what is used of each.
     *
     * @param inputsHash of a figure that was computed under this trace
     */
    public Map<String, Object> rowsByDigest(String inputsHash) {
        Map<String, Object> byDigest = new HashMap<>();
        found(inputsHash).values().forEach(hashes -> hashes.forEach(hash -> byDigest.put(hash, rows.get(hash))));
        return byDigest;
    }

    private Map<Use, Set<String>> found(String inputsHash) {
        Map<Use, Set<String>> found = new LinkedHashMap<>();
        for (Use use : Use.values()) {
            found.put(use, new HashSet<>());
        }
        unfold(inputsHash, Use.FIGURE, found, new HashSet<>());
        return found;
    }

    private void unfold(String hash, Use use, Map<Use, Set<String>> found, Set<String> seen) {
        Use here = use == Use.FIGURE ? uses.getOrDefault(hash, use) : use;
        if (!seen.add(here + hash)) {
            return;
        }
        if (rows.containsKey(hash)) {
            found.get(here).add(hash);
        }
        parts.getOrDefault(hash, List.of()).forEach(part -> unfold(part, here, found, seen));
    }

    static void row(String hash, Object row) {
        InputTrace trace = HERE.get();
        if (trace != null) {
            trace.rows.put(hash, row);
        }
    }

    static void parts(String hash, Collection<Inputs> of) {
        InputTrace trace = HERE.get();
        if (trace != null) {
            trace.parts.put(hash, of.stream().map(Inputs::hash).toList());
        }
    }

    static void use(String hash, Use use) {
        InputTrace trace = HERE.get();
        if (trace != null) {
            trace.uses.put(hash, use);
        }
    }
}
