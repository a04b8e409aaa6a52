package org.manyuan.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code {name}} stands for in the texts of a mapping. */
record Variables(Map<String, String> values) {
    static final Variables NONE = new Variables(Map.of());
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    Variables with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(more);
        return new Variables(all);
    }

    /** The text with every place filled. */
    String fill(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place)));
    }

    /** The names of the places of a text. */
    static Set<String> places(String text) {
        Set<String> names = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    private String value(MatchResult place) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("no variable " + place.group(1));
        }
        return value;
    }
}
