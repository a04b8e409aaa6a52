package org.manyuan.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A header held against one contract: which cell is which column, what is missing, what is too much. */
final class HeaderFit {
    private final Contract contract;
    private final Header header;
    private final SourceName name;
    private final Map<String, List<Integer>> cellsOf = new LinkedHashMap<>();
    private final Map<String, Integer> wideCells = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> persons = new ArrayList<>();

    HeaderFit(HeaderMeanings meanings, Header header, SourceName name) {
        this.contract = meanings.contract();
        this.header = header;
        this.name = name;
        Map<String, List<Integer>> wideCandidates = new LinkedHashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String word = Words.ofHeader(header.cells().get(i));
            if (word.isEmpty()) {
                continue;
            }
            Optional<String> column = meanings.column(word);
            Optional<String> code = column.isPresent() ? Optional.empty() : meanings.code(word);
            if (column.isPresent()) {
                cellsOf.computeIfAbsent(column.get(), c -> new ArrayList<>()).add(i);
            } else if (code.isPresent()) {
                wideCandidates
                        .computeIfAbsent(code.get(), c -> new ArrayList<>())
                        .add(i);
            } else {
                (meanings.isPerson(word) ? persons : ignored).add(header.cells().get(i));
            }
        }
        takeWide(wideCandidates);
        checkDoubled();
        checkMissing();
    }

    Contract contract() {
        return contract;
    }

    Header header() {
        return header;
    }

    /** The verdict, and where it was found. */
    FoundHeader found() {
        return new FoundHeader(header.line(), match());
    }

    List<Problem> problems() {
        return problems;
    }

    /** Header cells that mean a column. */
    int matched() {
        return cellsOf.size() + wideCells.size();
    }

    /** The verdict. */
    Match match() {
        if (!problems.isEmpty()) {
            return new Match(null, List.copyOf(problems), List.copyOf(ignored), List.copyOf(persons));
        }
        List<Variant> variants = new ArrayList<>();
        if (wideCells.isEmpty()) {
            variants.add(new Variant(sources(null, null), List.of(), null));
        }
        wideCells.forEach((code, cell) -> {
            String text = header.cells().get(cell);
            CellSource value = new CellSource.Field(cell, text);
            variants.add(new Variant(sources(new CellSource.Constant(code, text), value), List.of(), value));
        });
        Binding binding = new FileBinding(
                contract,
                true,
                false,
                0,
                null,
                name.district(),
                header.cells(),
                PersonNames.cells(header),
                variants,
                List.of());
        return new Match(binding, List.of(), List.copyOf(ignored), List.copyOf(persons));
    }

    /** A sheet is wide where headers are codes and no column says the code. What says the value of a long sheet then says nothing. */
    private void takeWide(Map<String, List<Integer>> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        if (cellsOf.containsKey(contract.wide().by())) {
            candidates
                    .values()
                    .forEach(cells ->
                            cells.forEach(cell -> ignored.add(header.cells().get(cell))));
            return;
        }
        List<String> perValue =
                new ArrayList<>(contract.column(contract.wide().value()).markersOf());
        perValue.removeIf(column -> contract.column(column).defaultValue() != null);
        perValue.add(contract.wide().value());
        perValue.forEach(column -> {
            List<Integer> cells = cellsOf.remove(column);
            if (cells != null) {
                cells.forEach(cell -> ignored.add(header.cells().get(cell)));
            }
        });
        candidates.forEach((code, cells) -> {
            wideCells.put(code, cells.get(0));
            if (cells.size() > 1) {
                doubled(code, cells);
            }
        });
    }

    /** Two headers of one column: a fault, except where a school stands with its code and its name; then the code counts. */
    private void checkDoubled() {
        cellsOf.forEach((column, cells) -> {
            if (cells.size() < 2) {
                return;
            }
            Column meant = contract.column(column);
            List<String> order = List.copyOf(HeaderWords.of(meant));
            cells.sort((a, b) -> Integer.compare(rank(order, a), rank(order, b)));
            boolean sameWord = rank(order, cells.get(0)) == rank(order, cells.get(1));
            if (sameWord || meant.reference() == null || !meant.reference().shortNames()) {
                doubled(column, cells);
            } else {
                cells.subList(1, cells.size())
                        .forEach(cell -> ignored.add(header.cells().get(cell)));
            }
        });
    }

    private int rank(List<String> order, int cell) {
        return order.indexOf(Words.ofHeader(header.cells().get(cell)));
    }

    private void doubled(String column, List<Integer> cells) {
        List<String> words =
                cells.stream().map(cell -> header.cells().get(cell)).toList();
        problems.add(new Problem(ProblemCode.DOUBLED_COLUMN, column, header.line(), String.join(", ", words)));
    }

    private void checkMissing() {
        for (Column column : contract.columns()) {
            boolean wide = !wideCells.isEmpty()
                    && (column.name().equals(contract.wide().by())
                            || column.name().equals(contract.wide().value()));
            if (column.required() && !wide && column.defaultValue() == null && source(column) == null) {
                ProblemCode code =
                        column.fileNamePattern() == null ? ProblemCode.MISSING_COLUMN : ProblemCode.NO_EXAM_CODE;
                String told = column.name() + " " + column.chineseName();
                problems.add(new Problem(code, told, header.line(), ToldHeaders.of(header)));
            }
        }
    }

    private List<CellSource> sources(CellSource by, CellSource value) {
        List<CellSource> sources = new ArrayList<>();
        for (Column column : contract.columns()) {
            if (by != null && column.name().equals(contract.wide().by())) {
                sources.add(by);
            } else if (by != null && column.name().equals(contract.wide().value())) {
                sources.add(value);
            } else {
                sources.add(source(column));
            }
        }
        return sources;
    }

    /** The column's own cell, then what folder or file name say; null where nothing does. */
    private CellSource source(Column column) {
        List<CellSource> sources = new ArrayList<>();
        if (cellsOf.containsKey(column.name())) {
            int cell = cellsOf.get(column.name()).get(0);
            sources.add(new CellSource.Field(cell, header.cells().get(cell)));
        }
        if (column.fromFolder() && name.district() != null) {
            sources.add(new CellSource.Constant(name.district(), column.name(), CellSource.Origin.FOLDER));
        }
        if (sources.isEmpty()) {
            name.said(column.fileNamePattern())
                    .ifPresent(text ->
                            sources.add(new CellSource.Constant(text, column.name(), CellSource.Origin.FILE_NAME)));
        }
        return sources.size() < 2
                ? sources.stream().findFirst().orElse(null)
                : new CellSource.FirstFilled(List.copyOf(sources));
    }
}
