package org.manyuan.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the cells of a foreign column say about whether they can be a contract's column.
 *
 * @param fitting share (0..1) of the filled cells that the column's check takes; 1 where none is filled
 * @param unknownCodes values that the column's code list lacks, at most {@link #MOST_CODES}
 * @param dateFormat the form in which the days are written; empty where it is one that is read anyway, or they are no days
 */
record ValueFit(double fitting, List<String> unknownCodes, String dateFormat) {
    private static final int MOST_CODES = 12;

    /** Fewer characters number nobody: a count of teachers is not a teacher's number. */
    private static final int SHORTEST_NUMBER = 4;

    /** Tried in this order where days are not in a usual form. */
    private static final List<String> DATE_FORMATS =
            List.of("dd-MM-yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "M/d/yyyy", "d/M/yyyy");

    static ValueFit of(Column column, List<String> cells, String codeSystem) {
        List<String> filled = cells.stream()
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return new ValueFit(1, List.of(), "");
        }
        if (column.person() != null) {
            return new ValueFit(share(filled, text -> text.length() >= SHORTEST_NUMBER), List.of(), "");
        }
        if (column.type() == Type.DAY) {
            return ofDays(filled);
        }
        CellCheck check = CellCheck.of(column, codeSystem, false, (purpose, id, from, length, key) -> {});
        Cell cell = new Cell();
        Set<String> unknown = new LinkedHashSet<>();
        int fitting = 0;
        for (String text : filled) {
            cell.clear();
            cell.slice.rewrite(text);
            check.check(cell);
            if (cell.problem == null) {
                fitting++;
            } else if (cell.problem == ProblemCode.CODE && unknown.size() < MOST_CODES) {
                unknown.add(text);
            }
        }
        return new ValueFit((double) fitting / filled.size(), List.copyOf(unknown), "");
    }

    private static ValueFit ofDays(List<String> filled) {
        CellCheck check = new DayCheck();
        Cell cell = new Cell();
        double usual = share(filled, text -> {
            cell.clear();
            cell.slice.rewrite(text);
            check.check(cell);
            return cell.problem == null;
        });
        ValueFit best = new ValueFit(usual, List.of(), "");
        for (String format : DATE_FORMATS) {
            DayPattern pattern = new DayPattern(format);
            double fitting = share(filled, text -> {
                cell.slice.rewrite(text);
                return pattern.read(cell.slice) != DayPattern.NO_DAY;
            });
            if (fitting > best.fitting) {
                best = new ValueFit(fitting, List.of(), format);
            }
        }
        return best;
    }

    private static double share(List<String> filled, Predicate<String> fits) {
        return (double) filled.stream().filter(fits).count() / filled.size();
    }
}
