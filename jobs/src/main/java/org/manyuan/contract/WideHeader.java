package org.manyuan.contract;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headers of a wide sheet that say more than their code: 语文成绩 and 语文(满分120) are 语文. The words are {@code schemas/vocabularies/wide_header.yaml}. */
final class WideHeader {
    private static final String BRACKETS = ".brackets";

    private final Pattern form;

    /** @param value the column that the cells hold, e.g. score */
    WideHeader(String value) {
        Map<String, List<String>> words = Contracts.vocabulary("wide_header");
        String after = anyOf(words.getOrDefault(value, List.of()));
        String inside = "[(\\[【]" + anyOf(words.getOrDefault(value + BRACKETS, List.of())) + "[^()\\[\\]【】]*[)\\]】]";
        form = Pattern.compile("(.+?)(?:" + after + "(?:" + inside + ")?|" + inside + after + "?)");
    }

    /** The code's own words within a header, both in their normal form; the header itself where it says nothing besides. */
    String code(String word) {
        Matcher matcher = form.matcher(word);
        return matcher.matches() ? matcher.group(1) : word;
    }

    /** Of no words: nothing, which no header says. */
    private static String anyOf(List<String> words) {
        return words.isEmpty()
                ? "(?!)"
                : words.stream()
                        .map(word -> Pattern.quote(Words.normal(word)))
                        .collect(Collectors.joining("|", "(?:", ")"));
    }
}
