package org.manyuan.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.manyuan.contract.Wording;
import org.manyuan.domain.Receipt;

/** What is wrong with a cell in the words of its receipt, so that workbook and receipt never say two things. */
final class ToldReasons {
    private final Map<List<String>, Wording> exact = new HashMap<>();
    private final Map<List<String>, Wording> ofCode = new HashMap<>();

    ToldReasons(Receipt receipt) {
        for (Receipt.Problem problem : receipt.problems()) {
            Wording said = new Wording(problem.chinese(), problem.english());
            exact.put(List.of(problem.dataset(), problem.sheet(), problem.code(), problem.column()), said);
            ofCode.putIfAbsent(List.of(problem.dataset(), problem.code()), said);
        }
    }

    /** Both languages; a reason that the receipt does not tell is told by its code. */
    Wording of(String sheet, RejectedLine.BadCell cell) {
        Wording said = exact.get(List.of(cell.dataset(), sheet, cell.code(), cell.column()));
        if (said == null) {
            said = ofCode.getOrDefault(
                    List.of(cell.dataset(), cell.code()),
                    new Wording(cell.column() + "：" + cell.code(), cell.column()));
        }
        return new Wording(said.zh() + "（" + cell.code() + "）", said.en() + " (" + cell.code() + ")");
    }
}
