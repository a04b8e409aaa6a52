package org.manyuan.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How an answer is written. */
public enum ResultFormat {
    /** For the eye: aligned columns, the first thousand rows. */
    TABLE {
        @Override
        long write(ResultSet rows, Appendable out) throws SQLException, IOException {
            return new ResultTable(out).write(rows);
        }
    },
    /** RFC 4180: CRLF, quotes where needed, an empty cell for null. */
    CSV {
        @Override
        long write(ResultSet rows, Appendable out) throws SQLException, IOException {
            return new ResultCsv(out).write(rows);
        }
    },
    /** One array of objects, one object a row, numbers as numbers. */
    JSON {
        @Override
        long write(ResultSet rows, Appendable out) throws SQLException, IOException {
            return new ResultJson(out).write(rows);
        }
    };

    abstract long write(ResultSet rows, Appendable out) throws SQLException, IOException;
}
