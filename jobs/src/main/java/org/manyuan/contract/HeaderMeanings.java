package org.manyuan.contract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What header words mean under one contract: a column, a code that makes a sheet wide, a name of a person that is dropped. */
final class HeaderMeanings {
    private final Contract contract;
    private final Map<String, String> columns = new HashMap<>();
    private final Optional<CodeList> wide;
    private final Optional<WideHeader> wideHeader;
    private final Set<String> values = new HashSet<>();
    private final Set<String> persons;

    HeaderMeanings(Contract contract, Set<String> personNames) {
        this.contract = contract;
        this.persons = personNames;
        contract.columns().forEach(column -> HeaderWords.of(column).forEach(word -> columns.put(word, column.name())));
        wide = Optional.ofNullable(contract.wide())
                .map(wideForm -> new CodeList(contract.column(wideForm.by()).codes()));
        wideHeader = Optional.ofNullable(contract.wide()).map(wideForm -> new WideHeader(wideForm.value()));
        Optional.ofNullable(contract.wide())
                .ifPresent(wideForm -> values.addAll(HeaderWords.of(contract.column(wideForm.value()))));
    }

    Contract contract() {
        return contract;
    }

    /** The column that a word in its normal form means. */
    Optional<String> column(String word) {
        return Optional.ofNullable(columns.get(word));
    }

    /** The code that it means, alone or with what {@link WideHeader} lets stand beside it, of the column by which a sheet is wide. */
    Optional<String> code(String word) {
        if (wide.isEmpty() || columns.containsKey(word)) {
            return Optional.empty();
        }
        return listed(word).or(() -> listed(wideHeader.orElseThrow().code(word)));
    }

    private Optional<String> listed(String word) {
        Slice slice = new Slice();
        slice.rewrite(word);
        byte[] code = wide.get().find(slice);
        if (code == null) {
            return Optional.empty();
        }
        slice.set(code);
        return Optional.of(slice.text());
    }

    /** Whether the text of a header cell means a column of the contract's key. */
    boolean isKey(String text) {
        return column(Words.ofHeader(text)).filter(contract.key()::contains).isPresent();
    }

    boolean isPerson(String word) {
        return persons.contains(word);
    }

    /** Whether it is what a wide sheet's cells hold: 语文 over 分数. */
    boolean isWideValue(String word) {
        return values.contains(word);
    }

    /** Whether it means anything; the text of a header cell as written. */
    boolean knows(String text) {
        String word = Words.ofHeader(text);
        return !word.isEmpty()
                && (columns.containsKey(word)
                        || persons.contains(word)
                        || code(word).isPresent());
    }
}
