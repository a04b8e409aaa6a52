package org.manyuan.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How codes are said to people, in Chinese and English, {@code schemas/names.yaml}, read once: flags, verdicts, kinds, stages, subjects
 * and the other lists that figures use. Whatever shows a code in words takes them from here.
 */
public final class CodeNames {
    private static final String FILE = "names.yaml";

    private CodeNames() {}

    /** Every list by its name: code → how it is said, in the order of the file. */
    public static Map<String, Map<String, CodeName>> all() {
        return Held.LISTS;
    }

    /**
     * One list: code → how it is said.
     *
     * @throws IllegalArgumentException where there is no such list, naming those that are
     */
    public static Map<String, CodeName> of(String list) {
        Map<String, CodeName> names = Held.LISTS.get(list);
        if (names == null) {
            throw new IllegalArgumentException(
                    "there is no list of names " + list + "; known: " + String.join(", ", Held.LISTS.keySet()));
        }
        return names;
    }

    static Map<String, Map<String, CodeName>> read(Tree file) {
        Map<String, Map<String, CodeName>> lists = new LinkedHashMap<>();
        file.map().forEach((list, codes) -> {
            Map<String, CodeName> names = new LinkedHashMap<>();
            codes.map().forEach((code, said) -> names.put(code, name(said)));
            lists.put(list, Collections.unmodifiableMap(names));
        });
        return Collections.unmodifiableMap(lists);
    }

    private static CodeName name(Tree said) {
        Map<String, Tree> languages = said.map(Set.of("zh", "en"));
        if (languages.size() < 2) {
            throw said.wrong("a code is named in zh and in en");
        }
        return new CodeName(languages.get("zh").text(), languages.get("en").text());
    }

    /** Read at first use. */
    private static final class Held {
        private static final Map<String, Map<String, CodeName>> LISTS = CodeNames.read(
                Tree.read(FILE, new ClassPathFolder(CodeNames.class.getClassLoader(), "schemas").open(FILE)));
    }
}
