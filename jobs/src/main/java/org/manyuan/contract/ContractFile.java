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

/** Reads one contract: ODCS 3.1, own keys under customProperties. What it does not know is an error. */
final class ContractFile {
    private static final int DEFAULT_LENGTH = 200;
    private static final Set<String> CONTRACT_KEYS =
            Set.of("apiVersion", "kind", "id", "name", "version", "status", "description", "schema");
    private static final Set<String> DATASET_KEYS = Set.of(
            "name", "logicalType", "physicalName", "description", "businessName", "customProperties", "properties");
    private static final Set<String> COLUMN_KEYS = Set.of(
            "name",
            "businessName",
            "description",
            "logicalType",
            "physicalType",
            "required",
            "primaryKey",
            "primaryKeyPosition",
            "classification",
            "logicalTypeOptions",
            "relationships",
            "customProperties",
            "examples");
    private static final Set<String> DATASET_PROPERTIES =
            Set.of("maxRejectShare", "replacesBy", "mode", "wide", "rules");
    private static final Set<String> COLUMN_PROPERTIES = Set.of(
            "headerAliases",
            "codes",
            "vocabulary",
            "openCodes",
            "person",
            "codeSystem",
            "fromFolder",
            "shortNames",
            "schoolYear",
            "fileNamePattern",
            "default",
            "markersOf");
    private static final Map<String, Type> TYPES = Map.of(
            "string string", Type.TEXT,
            "integer int", Type.WHOLE,
            "integer bigint", Type.WHOLE,
            "number double", Type.NUMBER,
            "date date", Type.DAY,
            "boolean boolean", Type.FLAG);

    private final Vocabularies vocabularies;

    ContractFile(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
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
            Column column = column(property);
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
                        : List.of());
        checkNames(dataset, contract);
        return contract;
    }

    private static boolean isPatch(Tree mode) {
        if (!Set.of("replace", "patch").contains(mode.text())) {
            throw mode.wrong("mode is replace or patch");
        }
        return mode.text().equals("patch");
    }

    private Column column(Tree property) {
        Map<String, Tree> entries = property.map(COLUMN_KEYS);
        Map<String, Tree> own = properties(entries.get("customProperties"), COLUMN_PROPERTIES);
        Map<String, Tree> options = entries.containsKey("logicalTypeOptions")
                ? entries.get("logicalTypeOptions").map(Set.of("pattern", "maxLength", "minimum", "maximum"))
                : Map.of();
        String sqlType = needed(property, entries, "physicalType").text();
        boolean decimal = sqlType.startsWith("decimal(");
        Type type = decimal
                ? Type.DECIMAL
                : TYPES.get(needed(property, entries, "logicalType").text() + " " + sqlType);
        if (type == null) {
            throw property.wrong("logicalType and physicalType do not belong together");
        }
        String person = textOf(own, "person");
        if (person != null && !Set.of("student", "teacher").contains(person)) {
            throw own.get("person").wrong("person is student or teacher");
        }
        return new Column(
                needed(property, entries, "name").text(),
                type,
                sqlType,
                decimal ? Integer.parseInt(sqlType.replaceAll(".*,\\s*|\\)", "")) : 0,
                entries.containsKey("required") && entries.get("required").flag(),
                needed(property, entries, "businessName").text(),
                needed(property, entries, "description").text(),
                own.containsKey("headerAliases") ? own.get("headerAliases").texts() : List.of(),
                codes(own),
                textOf(options, "pattern"),
                textOf(own, "codeSystem"),
                options.containsKey("minimum") ? decimal(options.get("minimum")) : null,
                options.containsKey("maximum") ? decimal(options.get("maximum")) : null,
                options.containsKey("maxLength") ? options.get("maxLength").whole() : DEFAULT_LENGTH,
                person,
                reference(entries, own),
                flag(own, "schoolYear"),
                flag(own, "fromFolder"),
                textOf(own, "fileNamePattern"),
                textOf(own, "default"),
                own.containsKey("markersOf") ? own.get("markersOf").texts() : List.of());
    }

    private Codes codes(Map<String, Tree> own) {
        boolean open = flag(own, "openCodes");
        if (own.containsKey("vocabulary")) {
            return new Codes(vocabularies.of(own.get("vocabulary").text()), open);
        }
        return own.containsKey("codes") ? new Codes(own.get("codes").wordLists(), open) : null;
    }

    private static Reference reference(Map<String, Tree> entries, Map<String, Tree> own) {
        if (!entries.containsKey("relationships")) {
            return null;
        }
        Tree relation = entries.get("relationships").list().get(0);
        Tree to = needed(relation, relation.map(Set.of("type", "to")), "to");
        List<String> parts = List.of(to.text().split("\\.", -1));
        if (parts.size() != 2
                || !Set.of("district", "school", "education_group", "exam").contains(parts.get(0))) {
            throw to.wrong("a column can refer to district, school, education_group or exam, written dataset.column");
        }
        return new Reference(parts.get(0), parts.get(1), flag(own, "shortNames"));
    }

    private static Wide wide(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("by", "value"));
        return new Wide(
                needed(tree, entries, "by").text(),
                needed(tree, entries, "value").text());
    }

    private static Rule rule(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("rule", "columns", "when", "codes"));
        Tree kind = needed(tree, entries, "rule");
        try {
            return new Rule(
                    Rule.Kind.valueOf(kind.text().toUpperCase(Locale.ROOT)),
                    needed(tree, entries, "columns").texts(),
                    textOf(entries, "when"),
                    entries.containsKey("codes") ? entries.get("codes").texts() : List.of());
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
    private static Map<String, Tree> properties(Tree customProperties, Set<String> allowed) {
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

    private static Tree needed(Tree parent, Map<String, Tree> entries, String key) {
        Tree value = entries.get(key);
        if (value == null) {
            throw parent.wrong("key " + key + " is missing");
        }
        return value;
    }

    private static String textOf(Map<String, Tree> entries, String key) {
        return entries.containsKey(key) ? entries.get(key).text() : null;
    }

    private static boolean flag(Map<String, Tree> entries, String key) {
        return entries.containsKey(key) && entries.get(key).flag();
    }

    private static BigDecimal decimal(Tree tree) {
        try {
            return new BigDecimal(tree.text());
        } catch (NumberFormatException e) {
            throw tree.wrong("expected a number, found " + tree.text());
        }
    }
}
