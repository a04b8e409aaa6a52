package org.manyuan.report;

import java.util.Map;

/** One released row. An unknown column is a defect and throws; an empty cell is null, or the empty text. */
record Row(Map<String, Object> cells) {
    /** The cell; null where it is empty. */
    Object value(String column) {
        if (!cells.containsKey(column)) {
            throw new IllegalArgumentException(
                    "the released rows have no column " + column + "; known: " + String.join(", ", cells.keySet()));
        }
        return cells.get(column);
    }

    /** As text; empty where the cell is. */
    String text(String column) {
        Object value = value(column);
        return value == null ? "" : value.toString();
    }

    /** As a number; null where the cell is empty. */
    Double number(String column) {
        return value(column) instanceof Number number ? number.doubleValue() : null;
    }

    /** Whether the cell holds true. */
    boolean is(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    /** Whether the cell holds that text. */
    boolean has(String column, String text) {
        return text(column).equals(text);
    }
}
