package org.manyuan.contract;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a metric's facts a scheme counts alone: activities of some kinds, a list of documents or bodies of its own, an earlier paper.
 * The order in which a file writes the words makes no other filter. Source: METRICS C2, {@code params}.
 *
 * @param metricId whose facts
 * @param words by key; of a prior paper as {@code stage:J}
 */
public record FigureFilter(String metricId, Map<String, List<String>> words) implements Serializable {
    /** Kinds of activities, ways of holding them, whom they are for, subjects of school. */
    public static final List<String> OF_ACTIVITIES = List.of("kind", "mode", "audience", "subject");

    public static final String DOCUMENTS = "docs";
    public static final String BODIES = "bodies";
    public static final String PRIOR = "prior";

    /** What joins parts and words in a variant. */
    static final List<String> RESERVED = List.of("/", "+");

    public FigureFilter {
        TreeMap<String, List<String>> inOrder = new TreeMap<>();
        words.forEach((key, some) ->
                inOrder.put(key, some.stream().distinct().sorted().toList()));
        words = Collections.unmodifiableMap(inOrder);
    }

    /** The words under a key; none where it asks for all. */
    public List<String> of(String key) {
        return words.getOrDefault(key, List.of());
    }

    /** Whether it lets this word through under a key; null is no word. */
    public boolean takes(String key, String word) {
        List<String> asked = of(key);
        return asked.isEmpty() || word != null && asked.contains(word);
    }

    /** What names it in a variant, as {@code kind=公开课+送课}. */
    public String part() {
        return words.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + String.join("+", entry.getValue()))
                .collect(Collectors.joining("/"));
    }
}
