package org.manyuan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.manyuan.contract.Problem;
import org.manyuan.contract.ProblemCode;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Receipt;
import org.manyuan.store.SheetNotes;

/** What a receipt tells of a sheet that shows less than it holds, or shows what it computed. */
final class SheetHints {
    private static final int MOST_COLUMNS = 10;

    private SheetHints() {}

    static List<Receipt.Problem> of(String sheet, String dataset, SheetNotes notes) {
        List<Receipt.Problem> hints = new ArrayList<>();
        if (notes.hiddenRows() > 0) {
            Problem rows = new Problem(ProblemCode.HIDDEN_ROWS, sheet, 0, rows(notes));
            hints.add(ReceiptDraft.told(dataset, sheet, rows, notes.hiddenRows()));
        }
        if (!notes.hiddenColumns().isEmpty()) {
            Problem columns = new Problem(ProblemCode.HIDDEN_COLUMNS, sheet, 0, columns(notes.hiddenColumns()));
            hints.add(ReceiptDraft.told(
                    dataset, sheet, columns, notes.hiddenColumns().size()));
        }
        if (notes.formulas() > 0) {
            Problem formulas = new Problem(ProblemCode.FORMULA_VALUES, "", 0, Long.toString(notes.formulas()));
            hints.add(ReceiptDraft.told(dataset, sheet, formulas, notes.formulas()));
        }
        return hints;
    }

    private static Wording rows(SheetNotes notes) {
        long shown = notes.hiddenLines().stream()
                .mapToLong(run -> run.last() - run.first() + 1)
                .sum();
        String rest = shown < notes.hiddenRows() ? " …" : "";
        List<String> runs = notes.hiddenLines().stream()
                .map(run -> run.first() == run.last() ? "" + run.first() : run.first() + "–" + run.last())
                .toList();
        return new Wording(
                " " + notes.hiddenRows() + " 行（第 " + String.join("、", runs) + rest + " 行）",
                notes.hiddenRows() + " rows (lines " + String.join(", ", runs) + rest + ")");
    }

    private static Wording columns(List<Integer> hidden) {
        String rest = hidden.size() > MOST_COLUMNS ? " …" : "";
        String letters = hidden.stream()
                .limit(MOST_COLUMNS)
                .map(CellReference::convertNumToColString)
                .collect(Collectors.joining(", "));
        return new Wording(
                " " + hidden.size() + " 列（" + letters.replace(", ", "、") + rest + " 列）",
                hidden.size() + " columns (" + letters + rest + ")");
    }
}
