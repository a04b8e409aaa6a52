package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code schemas/disclosure.yaml}, strictly: a rule that is misspelt or missing would publish what it should hide. */
final class DisclosureRulesFile {
    private static final String FILE = "disclosure.yaml";
    private static final Set<String> KEYS = Set.of(
            "min_students", "min_denominator", "min_part", "min_mean_students", "unit_histogram_n", "persons", "open");
    private static final int MOST = 1000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private DisclosureRulesFile() {}

    static DisclosureRules load(ClassLoader loader) {
        try (InputStream bytes = new ClassPathFolder(loader, "schemas").open(FILE)) {
            return read(FILE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DisclosureRules read(String file, InputStream bytes) {
        Tree root = Tree.read(file, bytes);
        Map<String, Tree> entries = root.map(KEYS);
        return new DisclosureRules(
                least(root, entries, "min_students"),
                least(root, entries, "min_denominator"),
                least(root, entries, "min_part"),
                least(root, entries, "min_mean_students"),
                least(root, entries, "unit_histogram_n"),
                persons(MappingFile.needed(root, entries, "persons")),
                open(MappingFile.needed(root, entries, "open")));
    }

    private static int least(Tree root, Map<String, Tree> entries, String key) {
        Tree value = MappingFile.needed(root, entries, key);
        int number = value.whole();
        if (number < 1 || number > MOST) {
            throw value.wrong(key + " is " + number + "; write a number of persons from 1 to " + MOST);
        }
        return number;
    }

    private static Set<String> persons(Tree tree) {
        Set<String> persons = new LinkedHashSet<>();
        for (Tree person : tree.list()) {
            if (!Set.of("student", "teacher").contains(person.text())) {
                throw person.wrong("persons lists student or teacher, found " + person.text());
            }
            persons.add(person.text());
        }
        if (!persons.contains("student")) {
            throw tree.wrong("students are always protected: list student");
        }
        return persons;
    }

    private static Map<String, List<String>> open(Tree tree) {
        Map<String, List<String>> open = new LinkedHashMap<>();
        tree.map().forEach((table, columns) -> {
            List<String> names = columns.texts();
            if (names.isEmpty() || Set.copyOf(names).size() != names.size()) {
                throw columns.wrong(table + " needs its columns, each once");
            }
            columns.list().forEach(column -> {
                if (!NAME.matcher(column.text()).matches()) {
                    throw column.wrong("a column is written in small letters, digits and _, found " + column.text());
                }
            });
            open.put(table, names);
        });
        return open;
    }
}
