package org.manyuan.contract;

/** Turns the bytes of one column into its value, or says what is wrong. Compiled once a reader; may keep memos. */
interface CellCheck {
    /** Checks the cell's slice, which is trimmed and not empty, and fills its value or its problem. */
    void check(Cell cell);

    /** The check of a column under a code system. */
    static CellCheck of(Column column, String codeSystem, boolean isKey, Pseudonym pseudonym) {
        if (column.person() != null) {
            return new PersonCheck(column, codeSystem, pseudonym);
        }
        return switch (column.type()) {
            case TEXT -> new TextCheck(column, codeSystem, isKey);
            case WHOLE -> new WholeCheck(column);
            case DECIMAL -> new DecimalCheck(column);
            case NUMBER -> new NumberCheck(column);
            case DAY -> new DayCheck();
            case FLAG -> new FlagCheck();
        };
    }
}
