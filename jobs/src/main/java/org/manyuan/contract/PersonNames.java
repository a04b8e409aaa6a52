package org.manyuan.contract;

import java.util.HashSet;
import java.util.Set;

/** Headers of columns that hold names of persons or what else identifies them, {@code schemas/vocabularies/person_name.yaml}. */
final class PersonNames {
    private PersonNames() {}

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
