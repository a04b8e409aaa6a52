package org.manyuan.contract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Headers that stand once a year: {@code KS4 pupils, 2018} and {@code KS4 pupils, 2019}.
 *
 * @param years that most of them share, ascending; empty where no header stands for several years
 * @param cells template with {@code {year}} → year → cell, of those that stand for all of these years
 */
record YearlyHeaders(SortedSet<String> years, Map<String, Map<String, Integer>> cells) {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");
    private static final String PLACE = "{year}";

    static YearlyHeaders of(List<String> headers) {
        Map<String, Map<String, Integer>> byTemplate = new LinkedHashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            Matcher year = YEAR.matcher(headers.get(i));
            if (year.find()) {
                String template = headers.get(i).substring(0, year.start())
                        + PLACE
                        + headers.get(i).substring(year.end());
                byTemplate.computeIfAbsent(template, t -> new TreeMap<>()).putIfAbsent(year.group(), i);
            }
        }
        Map<SortedSet<String>, Integer> sharing = new LinkedHashMap<>();
        byTemplate.values().stream()
                .filter(found -> found.size() > 1)
                .forEach(found -> sharing.merge(new TreeSet<>(found.keySet()), 1, Integer::sum));
        SortedSet<String> years = sharing.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElseGet(TreeSet::new);
        byTemplate.values().removeIf(found -> years.isEmpty() || !found.keySet().containsAll(years));
        return new YearlyHeaders(years, byTemplate);
    }

    /** Whether the header in this cell is one of them, of any year. */
    boolean has(int cell) {
        return cells.values().stream().anyMatch(found -> found.containsValue(cell));
    }
}
