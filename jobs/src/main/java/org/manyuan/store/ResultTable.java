package org.manyuan.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes an answer as aligned columns. A Chinese character is as wide as two Latin ones. */
record ResultTable(Appendable out) {
    private static final int MOST_ROWS = 1_000;

    long write(ResultSet rows) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        List<String[]> table = new ArrayList<>();
        String[] header = new String[columns];
        boolean[] isNumber = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            header[i] = rows.getMetaData().getColumnLabel(i + 1);
            isNumber[i] = true;
        }
        table.add(header);
        long count = 0;
        while (rows.next()) {
            if (++count <= MOST_ROWS) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    Object value = rows.getObject(i + 1);
                    isNumber[i] &= value == null || value instanceof Number;
                    row[i] = value == null ? "" : rows.getString(i + 1);
                }
                table.add(row);
            }
        }
        print(table, isNumber);
        if (count > MOST_ROWS) {
            out.append("… ")
                    .append(String.valueOf(count - MOST_ROWS))
                    .append(" 行未显示，请用 --format csv / more rows, use --format csv\n");
        }
        return count;
    }

    private void print(List<String[]> table, boolean[] isNumber) throws IOException {
        int[] widths = new int[isNumber.length];
        for (String[] row : table) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        for (int r = 0; r < table.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = table.get(r)[i];
                String gap = " ".repeat(widths[i] - width(cell));
                line.append(i > 0 ? "  " : "").append(isNumber[i] ? gap + cell : cell + gap);
            }
            out.append(line.toString().stripTrailing()).append('\n');
            if (r == 0) {
                StringBuilder rule = new StringBuilder();
                for (int i = 0; i < widths.length; i++) {
                    rule.append(i > 0 ? "  " : "").append("─".repeat(widths[i]));
                }
                out.append(rule).append('\n');
            }
        }
    }

    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    /** East Asian wide and full-width forms (Unicode Standard Annex 11), by their blocks. */
    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
