package org.manyuan.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of the serving schema in a DuckDB of memory, to be filled by hand. What a row does not say is empty. */
final class ReleasedTables implements ReleasedRows, AutoCloseable {
    private static final Pattern TABLE =
            Pattern.compile("create table serving\\.(\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern ADDED =
            Pattern.compile("alter table serving\\.(\\w+ add column \\w+ [a-z ]+?)( not null.*)?;");

    private final Connection connection;

    ReleasedTables() throws SQLException, IOException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        for (String migration : List.of(
                "V2__dimensions", "V3__released_rows", "V4__mart_gap", "V5__mart_themes", "V11__published_check")) {
            Matcher table = TABLE.matcher(text("/schemas/migration/serving/" + migration + ".sql"));
            while (table.find()) {
                run("create table " + table.group(1) + " ("
                        + table.group(2)
                                .replace("text not null", "text default ''")
                                .replace("boolean not null", "boolean default false")
                                .replace(" not null", "")
                        + ")");
            }
        }
        for (String migration : List.of("V7__adjusted_gap", "V9__places")) {
            Matcher column = ADDED.matcher(text("/schemas/migration/serving/" + migration + ".sql"));
            while (column.find()) {
                run("alter table " + column.group(1) + (column.group(2) == null ? "" : " default ''"));
            }
        }
    }

    /** With the rows of a file of insert statements. */
    static ReleasedTables of(String file) throws SQLException, IOException {
        ReleasedTables tables = new ReleasedTables();
        tables.run(text(file));
        return tables;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public List<Map<String, Object>> select(String sql, Object... parameters) {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        row.put(result.getMetaData().getColumnName(i), result.getObject(i));
                    }
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = ReleasedTables.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
