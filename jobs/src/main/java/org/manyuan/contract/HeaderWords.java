package org.manyuan.contract;

import java.util.LinkedHashSet;
import java.util.Set;

/** The headers that mean a column, in their normal form. */
final class HeaderWords {
    private HeaderWords() {}

    static Set<String> of(Column column) {
        Set<String> words = new LinkedHashSet<>();
        words.add(Words.normal(column.name()));
        words.add(Words.normal(column.chineseName()));
        column.headerAliases().forEach(alias -> words.add(Words.normal(alias)));
        return words;
    }
}
