package org.manyuan.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads what a mapping says about one dataset, strictly. */
final class MappingPartFile {
    private static final Set<String> PART =
            Set.of("dataset", "distinct", "unpivot", "columns", "constants", "filter", "rows");
    private static final Set<String> CELL =
            Set.of("column", "columns", "substring", "nulls", "values", "date_format", "share_of", "percent");
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

    private final Set<String> nulls;
    private final String dateFormat;

    /** With what holds for every cell unless the cell says otherwise; no date format: null. */
    MappingPartFile(Set<String> nulls, String dateFormat) {
        this.nulls = nulls;
        this.dateFormat = dateFormat;
    }

    /** The names of the groups of a pattern. */
    static List<String> groupNames(Pattern pattern) {
        return GROUP.matcher(pattern.pattern())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    MappingPart read(Tree tree, Set<String> fromName) {
        Map<String, Tree> entries = tree.map(PART);
        Tree dataset = MappingFile.needed(tree, entries, "dataset");
        Contract contract;
        try {
            contract = Contracts.of(dataset.text());
        } catch (IllegalArgumentException e) {
            throw dataset.wrong(e.getMessage());
        }
        boolean distinct =
                entries.containsKey("distinct") && entries.get("distinct").flag();
        List<MappingPart.Axis> axes = new ArrayList<>();
        Set<String> known = new TreeSet<>(fromName);
        if (entries.containsKey("unpivot")) {
            entries.get("unpivot").list().forEach(axis -> axes.add(axis(axis, known)));
        }
        Map<String, MappingPart.CellSpec> columns = new LinkedHashMap<>();
        columnEntries(entries.get("columns"), contract).forEach((name, cell) -> columns.put(name, cell(cell, known)));
        Map<String, String> constants = constants(entries.get("constants"), contract, known);
        List<MappingPart.FilterSpec> filters = new ArrayList<>();
        if (entries.containsKey("filter")) {
            entries.get("filter").list().forEach(filter -> filters.add(filter(filter, known)));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        if (entries.containsKey("rows")) {
            entries.get("rows").list().forEach(row -> rows.add(constants(row, contract, known)));
        }
        if (columns.isEmpty() && rows.isEmpty()) {
            throw tree.wrong(
                    "dataset " + contract.dataset() + " needs columns or rows",
                    "数据集 " + contract.dataset() + " 应写 columns 或 rows");
        }
        checkRequired(tree, contract, columns.keySet(), constants.keySet(), rows);
        return new MappingPart(contract, distinct, axes, columns, constants, filters, rows);
    }

    private static void checkRequired(
            Tree tree, Contract contract, Set<String> columns, Set<String> constants, List<Map<String, String>> rows) {
        List<Set<String>> kinds = new ArrayList<>();
        if (!columns.isEmpty()) {
            kinds.add(columns);
        }
        rows.forEach(row -> kinds.add(row.keySet()));
        for (Column column : contract.columns()) {
            boolean needed = column.required() && column.defaultValue() == null && !column.fromFolder();
            if (needed
                    && !constants.contains(column.name())
                    && kinds.stream().anyMatch(kind -> !kind.contains(column.name()))) {
                throw tree.wrong(
                        "dataset " + contract.dataset() + ": nothing fills the required column " + column.name(),
                        "数据集 " + contract.dataset() + "：必填列 " + column.name() + "（" + column.chineseName() + "）没有来源");
            }
        }
    }

    private static MappingPart.Axis axis(Tree tree, Set<String> known) {
        if (tree.isMap()) {
            Tree match = MappingFile.needed(tree, tree.map(Set.of("match")), "match");
            Pattern pattern = MappingFile.pattern(match);
            known.addAll(groupNames(pattern));
            return new MappingPart.Axis(List.of(), pattern);
        }
        List<Map<String, String>> steps = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Tree step : tree.list()) {
            Map<String, String> variables = new LinkedHashMap<>();
            step.map().forEach((name, value) -> variables.put(name, checked(value, known)));
            if (!steps.isEmpty() && !names.equals(variables.keySet())) {
                throw step.wrong(
                        "every step of an unpivot axis has the same names: " + names, "unpivot 各步的变量名应相同：" + names);
            }
            names.addAll(variables.keySet());
            steps.add(variables);
        }
        known.addAll(names);
        return new MappingPart.Axis(steps, null);
    }

    private MappingPart.CellSpec cell(Tree tree, Set<String> known) {
        if (tree.isText()) {
            return new MappingPart.CellSpec(
                    List.of(checked(tree, known)), null, nulls, Map.of(), dateFormat, null, false);
        }
        if (tree.isList()) {
            return new MappingPart.CellSpec(checkedAll(tree, known), null, nulls, Map.of(), dateFormat, null, false);
        }
        Map<String, Tree> entries = tree.map(CELL);
        if (entries.containsKey("column") == entries.containsKey("columns")) {
            throw tree.wrong("name column or columns", "请写 column 或 columns 之一");
        }
        Map<String, String> values = new HashMap<>();
        if (entries.containsKey("values")) {
            entries.get("values").map().forEach((from, to) -> values.put(from, said(to).text()));
        }
        return new MappingPart.CellSpec(
                entries.containsKey("column")
                        ? List.of(checked(entries.get("column"), known))
                        : checkedAll(entries.get("columns"), known),
                entries.containsKey("substring") ? substring(entries.get("substring")) : null,
                entries.containsKey("nulls") ? Set.copyOf(entries.get("nulls").texts()) : nulls,
                values,
                entries.containsKey("date_format") ? MappingFile.dateFormat(entries.get("date_format")) : dateFormat,
                entries.containsKey("share_of") ? checked(entries.get("share_of"), known) : null,
                entries.containsKey("percent") && entries.get("percent").flag());
    }

    private static List<Integer> substring(Tree tree) {
        List<Integer> bounds = tree.list().stream().map(Tree::whole).toList();
        if (bounds.size() != 2 || bounds.get(0) < 0 || bounds.get(1) <= bounds.get(0)) {
            throw tree.wrong("substring is [first, end], from 0, the end excluded", "substring 写成 [起, 止]，从 0 开始，不含止");
        }
        return bounds;
    }

    private MappingPart.FilterSpec filter(Tree tree, Set<String> known) {
        Map<String, Tree> entries = tree.map(Set.of("column", "equals", "in", "filled"));
        String column = checked(MappingFile.needed(tree, entries, "column"), known);
        if (entries.size() != 2
                || (entries.containsKey("filled") && !entries.get("filled").flag())) {
            throw tree.wrong(
                    "a filter has column and one of equals, in, filled: true",
                    "filter 应有 column，以及 equals、in、filled: true 之一");
        }
        Set<String> values = entries.containsKey("equals")
                ? Set.of(entries.get("equals").text())
                : entries.containsKey("in") ? Set.copyOf(entries.get("in").texts()) : Set.of();
        return new MappingPart.FilterSpec(column, nulls, values);
    }

    private static Map<String, String> constants(Tree tree, Contract contract, Set<String> known) {
        Map<String, String> constants = new LinkedHashMap<>();
        columnEntries(tree, contract).forEach((name, value) -> constants.put(name, checked(said(value), known)));
        return constants;
    }

    /** A proposal leaves a mark where only a person knows the value. */
    private static Tree said(Tree tree) {
        if (tree.isText() && tree.text().startsWith(MappingDraft.UNKNOWN)) {
            throw tree.wrong(
                    "'?' still stands here; write the value, or take the line out if the column may be empty",
                    "此处仍是“?”，请填写；该列可以为空的，删去这一行");
        }
        return tree;
    }

    private static Map<String, Tree> columnEntries(Tree tree, Contract contract) {
        if (tree == null) {
            return Map.of();
        }
        Set<String> names = new TreeSet<>();
        contract.columns().forEach(column -> names.add(column.name()));
        return tree.map(names);
    }

    private static List<String> checkedAll(Tree tree, Set<String> known) {
        List<String> texts = tree.list().stream().map(t -> checked(t, known)).toList();
        if (texts.isEmpty()) {
            throw tree.wrong("name at least one column", "请至少写一列");
        }
        return texts;
    }

    static String checked(Tree tree, Set<String> known) {
        checkPlaces(tree, tree.text(), known);
        return tree.text();
    }

    private static void checkPlaces(Tree tree, String text, Set<String> known) {
        for (String place : Variables.places(text)) {
            if (!known.contains(place)) {
                throw tree.wrong(
                        "{" + place + "} is no variable here; known: " + known, "此处没有变量 {" + place + "}；可用：" + known);
            }
        }
    }
}
