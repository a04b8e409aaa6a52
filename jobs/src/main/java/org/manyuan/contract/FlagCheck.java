package org.manyuan.contract;

import java.util.List;
import java.util.Map;

/** Yes or no, as files write it. */
final class FlagCheck implements CellCheck {
    private static final Codes YES_NO = new Codes(
            Map.of(
                    "1",
                    List.of("是", "有", "true", "yes", "y", "t", "√", "✓"),
                    "0",
                    List.of("否", "无", "false", "no", "n", "f", "×")),
            false);

    private final CodeList codes = new CodeList(YES_NO);

    @Override
    public void check(Cell cell) {
        cell.filled = true;
        byte[] code = codes.find(cell.slice);
        if (code == null) {
            cell.problem = ProblemCode.CODE;
        } else {
            cell.whole = code[0] == '1' ? 1 : 0;
        }
    }
}
