package org.manyuan.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The code lists that several contracts share, {@code schemas/vocabularies}, each read once. */
final class Vocabularies {
    private final Function<String, Tree> source;
    private final Map<String, Map<String, List<String>>> read = new HashMap<>();

    Vocabularies(Function<String, Tree> source) {
        this.source = source;
    }

    /** Code → the ways files write it. */
    Map<String, List<String>> of(String name) {
        return read.computeIfAbsent(name, n -> source.apply(n).wordLists());
    }
}
