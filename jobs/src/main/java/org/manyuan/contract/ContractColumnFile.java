package org.manyuan.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one column of a contract. */
final class ContractColumnFile {
    private static final int DEFAULT_LENGTH = 200;
    private static final Set<String> KEYS = Set.of(
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
    private static final Set<String> OWN_KEYS = Set.of(
            "fill",
            "headerAliases",
            "codes",
            "vocabulary",
            "openCodes",
            "person",
            "codeSystem",
            "fromFolder",
            "shortNames",
            "openReference",
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

    ContractColumnFile(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    /** What an entry of {@code properties} says. */
    Column read(Tree property) {
        Map<String, Tree> entries = property.map(KEYS);
        Map<String, Tree> own = ContractFile.properties(entries.get("customProperties"), OWN_KEYS);
        Map<String, Tree> options = entries.containsKey("logicalTypeOptions")
                ? entries.get("logicalTypeOptions").map(Set.of("pattern", "maxLength", "minimum", "maximum"))
                : Map.of();
        String sqlType = ContractFile.needed(property, entries, "physicalType").text();
        boolean decimal = sqlType.startsWith("decimal(");
        Type type = decimal
                ? Type.DECIMAL
                : TYPES.get(
                        ContractFile.needed(property, entries, "logicalType").text() + " " + sqlType);
        if (type == null) {
            throw property.wrong("logicalType and physicalType do not belong together");
        }
        String person = ContractFile.textOf(own, "person");
        if (person != null && !Set.of("student", "teacher").contains(person)) {
            throw own.get("person").wrong("person is student or teacher");
        }
        return new Column(
                ContractFile.needed(property, entries, "name").text(),
                type,
                sqlType,
                decimal ? Integer.parseInt(sqlType.replaceAll(".*,\\s*|\\)", "")) : 0,
                entries.containsKey("required") && entries.get("required").flag(),
                ContractFile.needed(property, entries, "businessName").text(),
                ContractFile.needed(property, entries, "description").text(),
                fill(ContractFile.needed(property, own, "fill")),
                own.containsKey("headerAliases") ? own.get("headerAliases").texts() : List.of(),
                codes(own),
                ContractFile.textOf(options, "pattern"),
                ContractFile.textOf(own, "codeSystem"),
                options.containsKey("minimum") ? ContractFile.decimal(options.get("minimum")) : null,
                options.containsKey("maximum") ? ContractFile.decimal(options.get("maximum")) : null,
                options.containsKey("maxLength") ? options.get("maxLength").whole() : DEFAULT_LENGTH,
                person,
                reference(entries, own),
                ContractFile.flag(own, "schoolYear"),
                ContractFile.flag(own, "fromFolder"),
                ContractFile.textOf(own, "fileNamePattern"),
                ContractFile.textOf(own, "default"),
                own.containsKey("markersOf") ? own.get("markersOf").texts() : List.of());
    }

    private Codes codes(Map<String, Tree> own) {
        boolean open = ContractFile.flag(own, "openCodes");
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
        Tree to = ContractFile.needed(relation, relation.map(Set.of("type", "to")), "to");
        List<String> parts = List.of(to.text().split("\\.", -1));
        if (parts.size() != 2
                || !Set.of("district", "school", "education_group", "exam").contains(parts.get(0))) {
            throw to.wrong("a column can refer to district, school, education_group or exam, written dataset.column");
        }
        return new Reference(
                parts.get(0),
                parts.get(1),
                ContractFile.flag(own, "shortNames"),
                ContractFile.flag(own, "openReference"));
    }

    /** How to fill a column, in both languages. */
    private static Wording fill(Tree tree) {
        Map<String, Tree> entries = tree.map(Set.of("zh", "en"));
        Wording fill = new Wording(
                ContractFile.needed(tree, entries, "zh").text(),
                ContractFile.needed(tree, entries, "en").text());
        if (fill.zh().isBlank() || fill.en().isBlank()) {
            throw tree.wrong("fill needs words in both languages");
        }
        return fill;
    }
}
