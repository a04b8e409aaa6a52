package org.manyuan.contract;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one contract: ODCS 3.1, own keys under customProperties. What it does not know is an error; columns: {@link ContractColumnFile}. */
final class ContractFile {
    private static final Set<String> CONTRACT_KEYS =
            Set.of("apiVersion", "kind", "id", "name", "version", "status", "description", "schema");
    private static final Set<String> DATASET_KEYS = Set.of(
            "name", "logicalType", "physicalName", "description", "businessName", "customProperties", "properties");
    private static final Set<String> DATASET_PROPERTIES =
            Set.of("maxRejectShare", "replacesBy", "mode", "wide", "rules", "checks");
    private final ContractColumnFile columnFile;

    ContractFile(Vocabularies vocabularies) {
        columnFile = new ContractColumnFile(vocabularies);
    }

    Contract read(String file, InputStream bytes) {
        Tree root = Tree.read(file, bytes);
        Map<String, Tree> top = root.map(CONTRACT_KEYS);
        Tree dataset = needed(root, top, "schema").list().get(0);
        Map<String, Tree> entries = dataset.map(DATASET_KEYS);
        Map<String, Tree> own = properties(entries.get("customProperties"), DATASET_PROPERTIES);
        List<Column> columns = new ArrayList<>();
        Map<Integer, String> key = new HashMap<>();
        for (Tree property : needed(dataset, entries, "properties").list()) {
            Column column = columnFile.read(property);
            columns.add(column);
            Map<String, Tree> attributes = property.map();
            if (attributes.containsKey("primaryKey")
                    && attributes.get("primaryKey").flag()) {
                key.put(needed(property, attributes, "primaryKeyPosition").whole(), column.name());
            }
        }
        if (columns.isEmpty() || !columns.get(columns.size() - 1).name().equals("origin")) {
            throw dataset.wrong("the last column must be origin");
        }
        List<String> keyNames = key.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(Map.Entry::getValue)
                .toList();
        if (keyNames.isEmpty()) {
            throw dataset.wrong("no column has primaryKey");
        }
        Contract contract = new Contract(
                needed(root, top, "id").text(),
                needed(root, top, "version").text(),
                needed(root, top, "name").text(),
                needed(root, top, "description")
                        .map(Set.of("purpose"))
                        .get("purpose")
                        .text(),
                List.copyOf(columns),
                keyNames,
                own.containsKey("replacesBy") ? own.get("replacesBy").texts() : keyNames,
                own.containsKey("mode") && isPatch(own.get("mode")),
                own.containsKey("maxRejectShare")
                        ? decimal(own.get("maxRejectShare")).doubleValue()
                        : 0,
                own.containsKey("wide") ? wide(own.get("wide")) : null,
                own.containsKey("rules")
                        ? own.get("rules").list().stream()
                                .map(ContractFile::rule)
                                .toList()
                        : List.of(),
                own.containsKey("checks") ? CheckTerms.of(own.get("checks")) : List.of());
        checkNames(dataset, contract);
        return contract;
    }

    private static boolean isPatch(Tree mode) {
        if (!Set.of("replace", "patch").contains(mode.text())) {
            throw mode.wrong("mode is replace or patch");
        }
        return mode.text().equals("patch");
    }

    private static Wide wide(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("by", "value"));
        return new Wide(
                needed(tree, entries, "by").text(),
                needed(tree, entries, "value").text());
    }

    private static Rule rule(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("rule", "columns", "when", "codes", "among"));
        Tree kind = needed(tree, entries, "rule");
        try {
            return new Rule(
                    Rule.Kind.valueOf(kind.text().toUpperCase(Locale.ROOT)),
                    needed(tree, entries, "columns").texts(),
                    textOf(entries, "when"),
                    entries.containsKey("codes") ? entries.get("codes").texts() : List.of(),
                    entries.containsKey("among") ? entries.get("among").texts() : List.of());
        } catch (IllegalArgumentException e) {
            throw kind.wrong("unknown rule " + kind.text() + "; known: " + List.of(Rule.Kind.values()));
        }
    }

    /** Every column that rules, keys and markers name exists, and no header means two columns. */
    private static void checkNames(Tree dataset, Contract contract) {
        List<String> named = new ArrayList<>(contract.key());
        named.addAll(contract.replacesBy());
        contract.rules().forEach(rule -> {
            named.addAll(rule.columns());
            if (rule.when() != null) {
                named.add(rule.when());
            }
        });
        contract.columns().forEach(column -> named.addAll(column.markersOf()));
        if (contract.wide() != null) {
            named.add(contract.wide().by());
            named.add(contract.wide().value());
        }
        named.stream().filter(name -> !contract.has(name)).findFirst().ifPresent(name -> {
            throw dataset.wrong("there is no column " + name);
        });
        Map<String, String> meanings = new HashMap<>();
        for (Column column : contract.columns()) {
            for (String header : HeaderWords.of(column)) {
                String other = meanings.put(header, column.name());
                if (other != null && !other.equals(column.name())) {
                    throw dataset.wrong("header " + header + " means both " + other + " and " + column.name());
                }
            }
        }
    }

    /** The own keys under customProperties, by name. */
    static Map<String, Tree> properties(Tree customProperties, Set<String> allowed) {
        Map<String, Tree> found = new HashMap<>();
        if (customProperties == null) {
            return found;
        }
        for (Tree entry : customProperties.list()) {
            Map<String, Tree> pair = entry.map(Set.of("property", "value"));
            String name = needed(entry, pair, "property").text();
            if (!allowed.contains(name)) {
                throw entry.wrong("unknown property " + name + "; known here: "
                        + String.join(", ", allowed.stream().sorted().toList()));
            }
            if (found.put(name, needed(entry, pair, "value")) != null) {
                throw entry.wrong("property " + name + " stands here twice");
            }
        }
        return found;
    }

    static Tree needed(Tree parent, Map<String, Tree> entries, String key) {
        Tree value = entries.get(key);
        if (value == null) {
            throw parent.wrong("key " + key + " is missing");
        }
        return value;
    }

    static String textOf(Map<String, Tree> entries, String key) {
        return entries.containsKey(key) ? entries.get(key).text() : null;
    }

    static boolean flag(Map<String, Tree> entries, String key) {
        return entries.containsKey(key) && entries.get(key).flag();
    }

    static BigDecimal decimal(Tree tree) {
        try {
            return new BigDecimal(tree.text());
        } catch (NumberFormatException e) {
            throw tree.wrong("expected a number, found " + tree.text());
        }
    }
}
