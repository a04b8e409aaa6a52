package org.manyuan.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cells of a header as a message may tell them: those that some contract knows, by name; the others only by number, because a
 * file without a header has a person's row there.
 */
final class ToldHeaders {
    private ToldHeaders() {}

    static String of(Header header) {
        Set<String> known = new HashSet<>();
        for (Contract contract : Contracts.all()) {
            contract.columns().forEach(column -> known.addAll(HeaderWords.of(column)));
        }
        List<String> told = new ArrayList<>();
        int others = 0;
        for (String cell : header.cells()) {
            if (known.contains(Words.normal(cell))) {
                told.add(cell);
            } else {
                others++;
            }
        }
        if (others > 0) {
            told.add("+" + others);
        }
        return String.join(", ", told);
    }
}
