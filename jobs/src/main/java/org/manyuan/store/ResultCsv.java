package org.manyuan.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes an answer as CSV. */
record ResultCsv(Appendable out) {
    long write(ResultSet rows) throws SQLException, IOException {
        int columns = rows.getMetaData().getColumnCount();
        for (int i = 1; i <= columns; i++) {
            cell(i, rows.getMetaData().getColumnLabel(i));
        }
        out.append("\r\n");
        long written = 0;
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                cell(i, rows.getString(i));
            }
            out.append("\r\n");
            written++;
        }
        return written;
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
