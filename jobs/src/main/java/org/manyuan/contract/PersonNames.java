package org.manyuan.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Headers of columns that hold names of persons or what else identifies them, {@code schemas/vocabularies/person_name.yaml}. */
final class PersonNames {
    private PersonNames() {}

    /** Where on a line the names stand, by the header. */
    static List<Integer> cells(Header header) {
        Set<String> words = words();
        return IntStream.range(0, header.cells().size())
                .filter(cell -> words.contains(Words.normal(header.cells().get(cell))))
                .boxed()
                .toList();
    }

    /** In their normal form. */
    static Set<String> words() {
        Set<String> words = new HashSet<>();
        Contracts.vocabulary("person_name").forEach((name, aliases) -> {
            words.add(Words.normal(name));
            aliases.forEach(alias -> words.add(Words.normal(alias)));
        });
        return words;
    }
}
