package org.manyuan.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;

/**
 * Writes an answer as CSV. A text that a spreadsheet would compute when the file is opened in one gets an apostrophe before it; numbers
 * stay as they are.
 */
record ResultCsv(Appendable out) {
    private static final Set<Integer> NUMBERS = Set.of(
            Types.TINYINT,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.FLOAT,
            Types.REAL,
            Types.DOUBLE,
            Types.DECIMAL,
            Types.NUMERIC);

    /** What makes a spreadsheet compute a cell, also as a Chinese keyboard writes it. */
    private static final String COMPUTED = "=+-@\t\r\0＝＋－＠";

    long write(ResultSet rows) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        boolean[] isNumber = new boolean[columns + 1];
        for (int i = 1; i <= columns; i++) {
            isNumber[i] = NUMBERS.contains(rows.getMetaData().getColumnType(i));
            cell(i, harmless(rows.getMetaData().getColumnLabel(i)));
        }
        out.append("\r\n");
        long written = 0;
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                String text = rows.getString(i);
                cell(i, text == null || isNumber[i] ? text : harmless(text));
            }
            out.append("\r\n");
            written++;
        }
        return written;
    }

    private static String harmless(String text) {
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void cell(int column, String text) throws IOException {
        if (column > 1) {
            out.append(',');
        }
        if (text == null) {
            return;
        }
        boolean isQuoted = text.isEmpty() || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        out.append(isQuoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}
