package org.manyuan.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The engine: loads, checks and hands over the cells of each row. Cells that all rows of a line share are read once a line; a bad
 * one rejects each of them. Rejected rows hand over nothing but their line and their reasons.
 */
final class CompiledRows implements RowReader {
    private static final Fields NO_FIELDS = new Fields();

    private final FileBinding binding;
    private final List<Column> columns;
    private final Cell[] cells;
    private final CellCheck[] checks;
    private final ReferenceCheck[] references;
    private final CodeList[] codes;
    private final int[][] markersOf;
    private final RuleCheck[] rules;
    private final RowDoubts doubts;
    private final SummaryLine summary;
    private final RepeatedName names;
    private final boolean[] varying;
    private final byte[][] defaults;
    private final boolean[] required;
    private final Type[] types;
    private final int examColumn;
    private final Slice scratch = new Slice();
    private final StringBuilder rejects = new StringBuilder();
    private long filtered;

    CompiledRows(FileBinding binding, References known, Pseudonym pseudonym) {
        this.binding = binding;
        Contract contract = binding.contract();
        columns = contract.columns();
        int count = columns.size();
        cells = new Cell[count];
        checks = new CellCheck[count];
        references = new ReferenceCheck[count];
        codes = new CodeList[count];
        markersOf = new int[count][];
        defaults = new byte[count][];
        required = new boolean[count];
        types = new Type[count];
        int exam = -1;
        for (int i = 0; i < count; i++) {
            Column column = columns.get(i);
            cells[i] = new Cell();
            required[i] = column.required();
            types[i] = column.type();
            checks[i] = CellCheck.of(column, known.codeSystem(), contract.key().contains(column.name()), pseudonym);
            Reference reference = column.reference();
            // a file's own rows are not known before it is read: who refers to its own dataset is checked when facts
            // are conformed
            if (reference != null && !reference.dataset().equals(contract.dataset())) {
                references[i] = new ReferenceCheck(reference, known, binding.district());
                exam = reference.dataset().equals("exam") ? i : exam;
            }
            markersOf[i] =
                    column.markersOf().stream().mapToInt(contract::indexOf).toArray();
            for (int marked : markersOf[i]) {
                codes[marked] = new CodeList(columns.get(marked).codes());
            }
            defaults[i] =
                    column.defaultValue() == null ? null : column.defaultValue().getBytes(StandardCharsets.UTF_8);
        }
        examColumn = exam;
        rules = contract.rules().stream()
                .map(rule -> new RuleCheck(rule, contract, known))
                .toArray(RuleCheck[]::new);
        doubts = new RowDoubts(contract, known, binding.rowsPerLine() > 1);
        summary = new SummaryLine(contract);
        names = new RepeatedName(contract, binding.names());
        varying = varying(count);
    }

    private boolean[] varying(int count) {
        boolean[] found = new boolean[count];
        for (Variant variant : binding.variants()) {
            List<CellSource> first = binding.variants().get(0).sources();
            for (int i = 0; i < count; i++) {
                CellSource source = variant.sources().get(i);
                found[i] |= !(source == null ? first.get(i) == null : source.equals(first.get(i)));
            }
        }
        for (int i = 0; i < count; i++) {
            for (int marked : markersOf[i]) {
                found[marked] = true;
            }
        }
        return found;
    }

    @Override
    public void read(Fields fields, RowSink sink) {
        if (isBlank(fields)) {
            return;
        }
        if (binding.cells() > 0 && hasMore(fields)) {
            sink.end(fields.line, ProblemCode.CELLS + ":");
            return;
        }
        boolean first = true;
        doubts.beginLine();
        List<Variant> variants = binding.variants();
        for (int i = 0; i < variants.size(); i++) {
            Variant variant = variants.get(i);
            if (isWanted(variant, fields)) {
                row(variant, fields, first, fields.line, sink);
                first = false;
            }
        }
        String doubt = doubts.lineWarning();
        if (doubt != null) {
            sink.warn(fields.line, doubt);
        }
    }

    @Override
    public void rootRows(RowSink sink) {
        binding.constantRows().forEach(row -> row(row, NO_FIELDS, true, 0, sink));
    }

    @Override
    public long filtered() {
        return filtered;
    }

    private boolean isBlank(Fields fields) {
        for (int i = 0; i < fields.count; i++) {
            if (isFilled(fields, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasMore(Fields fields) {
        for (int i = binding.cells(); i < fields.count; i++) {
            if (isFilled(fields, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFilled(Fields fields, int cell) {
        scratch.set(fields.buffer, fields.starts[cell], fields.lengths[cell]);
        scratch.trim();
        return !scratch.isEmpty();
    }

    private boolean isWanted(Variant variant, Fields fields) {
        if (variant.mustBeFilled() != null) {
            variant.mustBeFilled().load(fields, scratch);
            if (scratch.isEmpty()) {
                return false;
            }
        }
        for (int i = 0; i < variant.filters().size(); i++) {
            if (!variant.filters().get(i).lets(fields, scratch)) {
                filtered++;
                return false;
            }
        }
        return true;
    }

    private void row(Variant variant, Fields fields, boolean firstOfLine, long line, RowSink sink) {
        List<CellSource> sources = variant.sources();
        for (int i = 0; i < cells.length; i++) {
            if (firstOfLine || varying[i]) {
                cell(i, sources.get(i), fields);
            }
        }
        for (int i = 0; i < cells.length; i++) {
            if (markersOf[i].length > 0 && cells[i].problem == ProblemCode.TYPE) {
                mark(i);
            }
        }
        for (int i = 0; i < cells.length; i++) {
            if (references[i] != null && (firstOfLine || varying[i]) && cells[i].filled) {
                references[i].check(cells[i], examColumn < 0 ? -1 : cells[examColumn].reference);
            }
        }
        rejects.setLength(0);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].problem != null) {
                reject(cells[i].problem, i, sources);
            }
        }
        for (RuleCheck rule : rules) {
            ProblemCode problem = rule.check(cells);
            if (problem != null) {
                reject(problem, rule.culprit(), sources);
            }
        }
        String needless = doubts.needlessTotal(cells, sources, rejects);
        if (needless != null) {
            sink.warn(line, needless);
            filtered++;
            return;
        }
        doubts.row(cells, sources, rejects);
        doubts.taken(cells, sources, rejects.length() == 0);
        if (rejects.length() == 0 && binding.isSheet() && summary.saysTotal(cells)) {
            sink.summary(line);
        } else if (rejects.length() == 0) {
            if (doubts.hasWarnings()) {
                sink.warn(line, doubts.warnings());
            }
            for (int i = 0; i < cells.length; i++) {
                if (cells[i].filled) {
                    hand(i, sink);
                }
            }
            sink.end(line, null);
        } else if (binding.isSheet() && summary.is(fields, sources, cells)) {
            sink.summary(line);
        } else {
            sink.end(line, rejects.toString());
        }
    }

    private void cell(int column, CellSource source, Fields fields) {
        Cell cell = cells[column];
        cell.clear();
        if (source != null) {
            source.load(fields, cell.slice);
        }
        if (cell.slice.isEmpty() && defaults[column] != null) {
            cell.slice.set(defaults[column]);
            cell.defaulted = true;
        }
        if (!cell.slice.isEmpty()) {
            checks[column].check(cell);
        }
        if (cell.filled && cell.problem == null && names.is(column, cell.slice, fields)) {
            cell.problem = ProblemCode.PERSON_NAME;
        }
        if (!cell.filled && cell.problem == null && required[column]) {
            cell.problem = ProblemCode.REQUIRED;
        }
    }

    /** A word in a cell of numbers that is a code of another column (缺考 among scores) is that column's, if it says nothing else. */
    private void mark(int column) {
        Cell cell = cells[column];
        for (int target : markersOf[column]) {
            byte[] code = codes[target].find(cell.slice);
            Cell marked = cells[target];
            if (code != null && (!marked.filled || marked.defaulted || marked.slice.is(code))) {
                marked.clear();
                marked.slice.set(code);
                marked.filled = true;
                cell.clear();
                return;
            }
        }
    }

    private void reject(ProblemCode problem, int column, List<CellSource> sources) {
        CellSource source = sources.get(column);
        String header = source == null ? columns.get(column).name() : source.header();
        if (rejects.length() > 0) {
            rejects.append(';');
        }
        rejects.append(problem).append(':').append(header.replace(';', ','));
    }

    private void hand(int column, RowSink sink) {
        Cell cell = cells[column];
        switch (types[column]) {
            case TEXT -> sink.text(column, cell.slice.buffer, cell.slice.from, cell.slice.length);
            case WHOLE -> sink.whole(column, cell.whole);
            case DECIMAL -> sink.decimal(column, cell.whole);
            case NUMBER -> sink.number(column, cell.number);
            case DAY -> sink.day(column, (int) cell.whole);
            case FLAG -> sink.flag(column, cell.whole != 0);
        }
    }
}
