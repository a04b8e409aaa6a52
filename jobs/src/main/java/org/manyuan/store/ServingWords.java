package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the tables and columns of the serving schema mean, as their comments say: {@code 中文 | English}. Each is described there once. */
public final class ServingWords {
    private final Map<String, Map<String, String>> comments;
    private final Set<List<String>> neverNull;

    private ServingWords(Map<String, Map<String, String>> comments, Set<List<String>> neverNull) {
        this.comments = comments;
        this.neverNull = neverNull;
    }

    /** Reads them. Works inside somebody's transaction. */
    public static ServingWords read(Connection connection) throws SQLException {
        Map<String, Map<String, String>> comments = new TreeMap<>();
        Set<List<String>> neverNull = new HashSet<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select relname, coalesce(attname, ''), description, attnotnull"
                                + " from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass"
                                + " left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0"
                                + " where c.relnamespace = 'serving'::regnamespace order by relname, objsubid");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                comments.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3));
                if (row.getBoolean(4)) {
                    neverNull.add(List.of(row.getString(1), row.getString(2)));
                }
            }
        }
        return new ServingWords(comments, neverNull);
    }

    /** What a table holds; empty where nobody says. */
    public String of(String table) {
        return of(table, "");
    }

    /** What a column holds; empty where nobody says. */
    public String of(String table, String column) {
        return comments.getOrDefault(table, Map.of()).getOrDefault(column, "");
    }

    /** Whether a column may be empty of any value. */
    public boolean mayBeNull(String table, String column) {
        return !neverNull.contains(List.of(table, column));
    }
}
