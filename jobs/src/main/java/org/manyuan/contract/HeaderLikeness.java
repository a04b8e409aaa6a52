package org.manyuan.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How alike a header of a foreign file and a column of a contract are by their words: 1 for a known alias, 0 for nothing in common. */
final class HeaderLikeness {
    /** A header that the vocabulary thinks probable, though no contract promises it; the first of several is the most probable. */
    private static final double PROBABLE = 0.95;

    private static final double NEXT_PROBABLE = 0.005;

    /** Words in common are weaker than a whole header that is known. */
    private static final double BY_WORDS = 0.8;

    /** From here on two Latin words count as one that is misspelt or in the plural. */
    private static final double SAME_WORD = 0.93;

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    /** Say nothing about which column it is. */
    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "of", "a", "an", "in", "on", "and", "no", "number", "total");

    private final Map<String, List<String>> probable;
    private final JaroWinklerSimilarity spelling = new JaroWinklerSimilarity();
    private final Map<String, Set<String>> words = new HashMap<>();

    /** @param probable by column, or by {@code dataset.column} where the dataset matters: headers that probably mean it */
    HeaderLikeness(Map<String, List<String>> probable) {
        this.probable = probable;
    }

    double of(String header, String dataset, Column column) {
        String normal = Words.normal(header);
        if (normal.isEmpty()) {
            return 0;
        }
        Set<String> names = HeaderWords.of(column);
        if (names.contains(normal)) {
            return 1;
        }
        List<String> likely =
                probable.getOrDefault(dataset + "." + column.name(), probable.getOrDefault(column.name(), List.of()));
        int place = likely.stream().map(Words::normal).toList().indexOf(normal);
        if (place >= 0) {
            return PROBABLE - NEXT_PROBABLE * place;
        }
        List<String> all = new ArrayList<>(List.of(column.name(), column.chineseName()));
        all.addAll(column.headerAliases());
        all.addAll(likely);
        return BY_WORDS
                * all.stream().mapToDouble(name -> inCommon(header, name)).max().orElse(0);
    }

    /** Twice the words in common over all words (Dice); of Chinese, pairs of characters are the words. */
    private double inCommon(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long shared = a.stream()
                .filter(word -> b.stream().anyMatch(each -> isSame(word, each)))
                .count();
        return 2.0 * shared / (a.size() + b.size());
    }

    private boolean isSame(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        boolean isSpelt =
                Math.min(a.length(), b.length()) > 3 && LATIN.matcher(a).matches();
        return isSpelt && spelling.apply(a, b) >= SAME_WORD;
    }

    private Set<String> words(String text) {
        return words.computeIfAbsent(text, HeaderLikeness::cut);
    }

    private static Set<String> cut(String text) {
        Set<String> found = new LinkedHashSet<>();
        String parted = CAMEL.matcher(text).replaceAll(" ");
        StringBuilder folded = new StringBuilder();
        for (String piece : parted.split("\\s+")) {
            folded.append(Words.normal(piece)).append(' ');
        }
        LATIN.matcher(folded)
                .results()
                .map(match -> match.group())
                .filter(word -> !EMPTY_WORDS.contains(word))
                .forEach(found::add);
        HAN.matcher(folded).results().map(match -> match.group()).forEach(han -> {
            for (int i = 0; i + 1 < han.length(); i++) {
                found.add(han.substring(i, i + 2));
            }
            if (han.length() == 1) {
                found.add(han);
            }
        });
        return found;
    }
}
