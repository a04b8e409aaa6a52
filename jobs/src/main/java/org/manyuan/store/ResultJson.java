package org.manyuan.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes an answer as JSON. A number that JSON does not know (NaN, infinity) is null. */
record ResultJson(Appendable out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    long write(ResultSet rows) throws SQLException, IOException {
        out.append('[');
        long written = 0;
        while (rows.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.put(rows.getMetaData().getColumnLabel(i), value(rows.getObject(i)));
            }
            out.append(written == 0 ? "\n" : ",\n").append(JSON.writeValueAsString(row));
            written++;
        }
        out.append(written == 0 ? "]\n" : "\n]\n");
        return written;
    }

    private static Object value(Object object) throws SQLException {
        if (object instanceof Array array) {
            List<Object> values = new ArrayList<>();
            for (Object element : (Object[]) array.getArray()) {
                values.add(value(element));
            }
            return values;
        }
        if (object instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        return object == null || object instanceof Number || object instanceof Boolean ? object : object.toString();
    }
}
