package org.manyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Which snapshot of each table counts. */
final class Heads {
    private Heads() {}

    static Map<String, Long> read(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select table_name, snapshot_id from control.head");
                ResultSet rows = select.executeQuery()) {
            Map<String, Long> heads = new TreeMap<>();
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getLong(2));
            }
            return heads;
        }
    }

    static void move(Connection connection, Map<String, Long> heads) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("insert into control.head values (?, ?)"
                + " on conflict (table_name) do update set snapshot_id = excluded.snapshot_id")) {
            for (Map.Entry<String, Long> head : heads.entrySet()) {
                upsert.setString(1, head.getKey());
                upsert.setLong(2, head.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
