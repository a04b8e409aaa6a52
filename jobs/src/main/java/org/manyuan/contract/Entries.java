package org.manyuan.contract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entries of one map of a YAML file, each read by its key; what is absent, empty or null takes the given value. */
final class Entries {
    private final Tree place;
    private final Map<String, Tree> entries;

    private Entries(Tree place, Map<String, Tree> entries) {
        this.place = place;
        this.entries = entries;
    }

    /** Under no other keys than these. */
    static Entries of(Tree place, Set<String> allowed) {
        return new Entries(place, place.map(allowed));
    }

    /** The entries of the map under a key; none where it is not written. */
    Entries below(String key, Set<String> allowed) {
        return has(key) ? of(entries.get(key), allowed) : new Entries(place, Map.of());
    }

    /** The same with other entries in place of those of the same keys. */
    Entries with(Entries others) {
        Map<String, Tree> merged = new LinkedHashMap<>(entries);
        merged.putAll(others.entries);
        return new Entries(others.place, merged);
    }

    Tree place() {
        return place;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    /** Whether something is written there. */
    boolean has(String key) {
        Tree tree = entries.get(key);
        return tree != null && !(tree.isText() && tree.text().isEmpty());
    }

    Tree needed(String key) {
        return MappingFile.needed(place, entries, key);
    }

    String text(String key, String otherwise) {
        return has(key) ? entries.get(key).text() : otherwise;
    }

    int whole(String key, int otherwise) {
        return has(key) ? entries.get(key).whole() : otherwise;
    }

    double number(String key) {
        Tree tree = needed(key);
        try {
            double number = Double.parseDouble(tree.text());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw tree.wrong(key + " is a number, not " + tree.text());
        }
        throw tree.wrong(key + " is a finite number, not " + tree.text());
    }

    Double number(String key, Double otherwise) {
        return has(key) ? Double.valueOf(number(key)) : otherwise;
    }

    LocalDate day(String key) {
        if (!has(key)) {
            return null;
        }
        try {
            return LocalDate.parse(entries.get(key).text());
        } catch (DateTimeParseException e) {
            throw entries.get(key).wrong(key + " is a day written 2024-09-01");
        }
    }

    List<String> texts(String key) {
        return has(key) ? entries.get(key).texts() : List.of();
    }

    /** One of these words. */
    String word(String key, String otherwise, Set<String> words) {
        String word = text(key, otherwise);
        if (word == null || !words.contains(word)) {
            throw (has(key) ? entries.get(key) : place)
                    .wrong(key + " is one of " + sorted(words) + (word == null ? "" : ", not " + word));
        }
        return word;
    }

    /** One of the enum's words in lower case. */
    <T extends Enum<T>> T word(String key, T otherwise, Class<T> type) {
        Map<String, T> words = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(one -> one.name().toLowerCase(Locale.ROOT), Function.identity()));
        return words.get(
                word(key, otherwise == null ? null : otherwise.name().toLowerCase(Locale.ROOT), words.keySet()));
    }

    /** Complains about what the language has and this version has not. */
    void refuse(String key, boolean isThere, String what) {
        if (isThere) {
            throw (has(key) ? entries.get(key) : place).wrong(what + " is not supported yet");
        }
    }

    static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
