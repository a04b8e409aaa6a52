package org.manyuan.metric;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Digests of rows while the figures of a family are computed: a row that enters many figures is put into words and digested once. */
final class RowDigests {
    private static final ThreadLocal<RowDigests> HERE = new ThreadLocal<>();

    private final Map<Function<?, String>, Map<Object, String>> known = new HashMap<>();

    private RowDigests() {}

    /** Computes while digests are remembered, in this thread. */
    static <T> T remembered(Supplier<T> work) {
        if (HERE.get() != null) {
            return work.get();
        }
        HERE.set(new RowDigests());
        try {
            return work.get();
        } finally {
            HERE.remove();
        }
    }

    /**
     * The digest of what a text says of a row.
     *
     * @param text a constant, so that it is known again
     */
    static <T> String of(T row, Function<? super T, String> text) {
        RowDigests here = HERE.get();
        return here == null
                ? Inputs.digest(text.apply(row))
                : here.known
                        .computeIfAbsent(text, any -> new IdentityHashMap<>())
                        .computeIfAbsent(row, any -> Inputs.digest(text.apply(row)));
    }
}
