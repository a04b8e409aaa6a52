package org.manyuan.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** One part of a mapping held against a header: the variants of its rows, and what is missing. */
final class MappingFit {
    private final MappingPart part;
    private final Header header;
    private final SourceName source;
    private final List<Problem> problems;
    private final Map<String, Integer> cellOf = new HashMap<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final List<Variant> variants = new ArrayList<>();
    private final List<Variant> constantRows = new ArrayList<>();

    MappingFit(MappingPart part, Header header, SourceName source, Variables fromName, List<Problem> problems) {
        this.part = part;
        this.header = header;
        this.source = source;
        this.problems = problems;
        for (int i = 0; i < header.cells().size(); i++) {
            String word = Words.normal(header.cells().get(i));
            if (cellOf.putIfAbsent(word, i) != null) {
                doubled.add(word);
            }
        }
        Set<Variant> onceOnly = new LinkedHashSet<>();
        for (Variables variables : combinations(fromName)) {
            if (!part.columns().isEmpty()) {
                variants.add(variant(variables));
            }
            part.rows().forEach(row -> onceOnly.add(constantRow(row, variables)));
        }
        constantRows.addAll(onceOnly);
    }

    List<Variant> variants() {
        return List.copyOf(variants);
    }

    List<Variant> constantRows() {
        return List.copyOf(constantRows);
    }

    private List<Variables> combinations(Variables fromName) {
        List<Variables> all = List.of(fromName);
        for (MappingPart.Axis axis : part.axes()) {
            List<Variables> more = new ArrayList<>();
            for (Variables variables : all) {
                steps(axis).forEach(step -> more.add(variables.with(filled(step, variables))));
            }
            all = more;
        }
        return all;
    }

    /** A step may name variables of the axes before it. */
    private static Map<String, String> filled(Map<String, String> step, Variables variables) {
        Map<String, String> filled = new LinkedHashMap<>();
        step.forEach((name, value) -> filled.put(name, variables.fill(value)));
        return filled;
    }

    private List<Map<String, String>> steps(MappingPart.Axis axis) {
        if (axis.match() == null) {
            return axis.steps();
        }
        Set<Map<String, String>> steps = new LinkedHashSet<>();
        List<String> names = MappingPartFile.groupNames(axis.match());
        for (String cell : header.cells()) {
            Matcher matcher = axis.match().matcher(cell);
            if (matcher.matches()) {
                Map<String, String> step = new LinkedHashMap<>();
                names.forEach(name -> step.put(name, matcher.group(name)));
                steps.add(step);
            }
        }
        if (steps.isEmpty()) {
            missing(axis.match().pattern());
        }
        return List.copyOf(steps);
    }

    private Variant variant(Variables variables) {
        List<CellSource> sources = new ArrayList<>();
        for (Column column : part.contract().columns()) {
            sources.add(source(column, variables));
        }
        List<RowFilter> filters = part.filters().stream()
                .map(filter ->
                        new RowFilter(first(List.of(filter.column()), filter.nulls(), variables), filter.values()))
                .toList();
        return new Variant(sources, filters, null);
    }

    private Variant constantRow(Map<String, String> row, Variables variables) {
        List<CellSource> sources = new ArrayList<>();
        for (Column column : part.contract().columns()) {
            String text = row.getOrDefault(column.name(), part.constants().get(column.name()));
            sources.add(text == null ? folder(column) : new CellSource.Constant(variables.fill(text), column.name()));
        }
        return new Variant(sources, List.of(), null);
    }

    private CellSource source(Column column, Variables variables) {
        MappingPart.CellSpec spec = part.columns().get(column.name());
        String constant = part.constants().get(column.name());
        if (spec == null) {
            return constant == null ? folder(column) : new CellSource.Constant(variables.fill(constant), column.name());
        }
        CellSource cell = derived(column, spec, variables);
        CellSource fallback =
                constant == null ? folder(column) : new CellSource.Constant(variables.fill(constant), column.name());
        return fallback == null ? cell : new CellSource.FirstFilled(List.of(cell, fallback));
    }

    private CellSource folder(Column column) {
        return column.fromFolder() && source.district() != null
                ? new CellSource.Constant(source.district(), column.name())
                : null;
    }

    private CellSource derived(Column column, MappingPart.CellSpec spec, Variables variables) {
        CellSource cell = first(spec.columns(), spec.nulls(), variables);
        if (spec.substring() != null) {
            cell = new DerivedSource.Substring(
                    cell, spec.substring().get(0), spec.substring().get(1));
        }
        if (!spec.values().isEmpty()) {
            cell = new DerivedSource.ValueMap(cell, spec.values());
        }
        if (spec.dateFormat() != null && column.type() == Type.DAY) {
            cell = new DerivedSource.DayOf(cell, new DerivedSource.Format(spec.dateFormat()));
        }
        return spec.shareOf() == null
                ? cell
                : new DerivedSource.ShareOf(
                        cell, first(List.of(spec.shareOf()), spec.nulls(), variables), spec.percent());
    }

    /** The first filled of those columns that the header has; none at all is a problem. */
    private CellSource first(List<String> columns, Set<String> nulls, Variables variables) {
        List<CellSource> found = new ArrayList<>();
        for (String column : columns) {
            String word = Words.normal(variables.fill(column));
            Integer cell = cellOf.get(word);
            if (cell == null) {
                continue;
            }
            if (doubled.contains(word)) {
                String text = header.cells().get(cell);
                problems.add(new Problem(ProblemCode.DOUBLED_COLUMN, text, header.line(), text));
            }
            CellSource field = new CellSource.Field(cell, header.cells().get(cell));
            found.add(nulls.isEmpty() ? field : new DerivedSource.NullMarkers(field, nulls));
        }
        if (found.isEmpty()) {
            missing(variables.fill(columns.get(0)));
            return new CellSource.Constant("", columns.get(0));
        }
        return found.size() == 1 ? found.get(0) : new CellSource.FirstFilled(List.copyOf(found));
    }

    private void missing(String column) {
        problems.add(new Problem(ProblemCode.MISSING_COLUMN, column, header.line(), ToldHeaders.of(header)));
    }
}
