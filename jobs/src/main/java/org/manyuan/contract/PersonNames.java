package org.manyuan.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Headers of columns that hold names of persons or what else identifies them, {@code schemas/vocabularies/person_name.yaml}. */
final class PersonNames {
    /** What the words of the vocabulary that stand for names end in; the others identify a person by other means. */
    private static final String NAME = "_name";

    private PersonNames() {}

    /** Where on a line the names stand, by the header; an address is none, and may rightly say what its township's cell says. */
    static List<Integer> cells(Header header) {
        Set<String> words = words(NAME);
        return IntStream.range(0, header.cells().size())
                .filter(cell -> words.contains(Words.ofHeader(header.cells().get(cell))))
                .boxed()
                .toList();
    }

    /** All of them, in their normal form. */
    static Set<String> words() {
        return words("");
    }

    private static Set<String> words(String ending) {
        Set<String> words = new HashSet<>();
        Contracts.vocabulary("person_name").forEach((name, aliases) -> {
            if (name.endsWith(ending)) {
                words.add(Words.normal(name));
                aliases.forEach(alias -> words.add(Words.normal(alias)));
            }
        });
        return words;
    }
}
