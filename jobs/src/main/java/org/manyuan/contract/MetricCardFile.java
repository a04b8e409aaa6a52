package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the head of a metric card: the YAML between two lines of three dashes. What it does not know is an error. */
final class MetricCardFile {
    private static final Set<String> CARD =
            Set.of("id", "version", "name", "unit", "better", "grain", "measures", "variants", "disclosure");
    private static final Set<String> DISCLOSURE = Set.of("kind", "persons", "measures", "one_count");
    private static final Set<String> BETTER = Set.of("low", "high", "zero", "half", "one", "none");
    private static final Set<String> PERSONS = Set.of("student", "teacher", "none");

    private MetricCardFile() {}

    static MetricCard read(String file, InputStream bytes) throws IOException {
        Tree root = PageHead.of(file, bytes, "card");
        Map<String, Tree> entries = root.map(CARD);
        Tree better = MappingFile.needed(root, entries, "better");
        if (!BETTER.contains(better.text())) {
            throw better.wrong("better is one of "
                    + String.join(", ", BETTER.stream().sorted().toList()));
        }
        Tree disclosure = MappingFile.needed(root, entries, "disclosure");
        Map<String, Tree> rule = disclosure.map(DISCLOSURE);
        return new MetricCard(
                MappingFile.needed(root, entries, "id").text(),
                MappingFile.needed(root, entries, "version").whole(),
                PageHead.wording(MappingFile.needed(root, entries, "name")),
                PageHead.wording(MappingFile.needed(root, entries, "unit")),
                better.text(),
                measures(MappingFile.needed(root, entries, "measures"), disclosure, rule),
                rule.containsKey("one_count") ? rule.get("one_count").texts() : List.of());
    }

    private static Map<String, CardMeasure> measures(Tree tree, Tree disclosure, Map<String, Tree> rule) {
        FigureKind kind = kind(MappingFile.needed(disclosure, rule, "kind"));
        Tree persons = MappingFile.needed(disclosure, rule, "persons");
        if (!PERSONS.contains(persons.text())) {
            throw persons.wrong("persons is student, teacher or none");
        }
        Map<String, Tree> own =
                rule.containsKey("measures") ? rule.get("measures").map() : new TreeMap<>();
        Map<String, CardMeasure> measures = new LinkedHashMap<>();
        tree.map()
                .forEach((name, words) -> measures.put(
                        name,
                        new CardMeasure(
                                name,
                                PageHead.wording(words),
                                own.containsKey(name) ? kind(own.get(name)) : kind,
                                persons.text())));
        own.forEach((name, of) -> {
            if (!measures.containsKey(name)) {
                throw of.wrong("the card has no measure " + name);
            }
        });
        return measures;
    }

    private static FigureKind kind(Tree tree) {
        return Arrays.stream(FigureKind.values())
                .filter(kind -> kind.code().equals(tree.text()))
                .findFirst()
                .orElseThrow(() -> tree.wrong("unknown kind " + tree.text() + "; known: "
                        + String.join(
                                ", ",
                                Arrays.stream(FigureKind.values())
                                        .map(FigureKind::code)
                                        .toList())));
    }
}
