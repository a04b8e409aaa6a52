package org.manyuan.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/** Every byte of a desk's workspace and database, searched for somebody. */
record Traces(Desk desk) {
    /** Every place in which a key stands: Parquet values, Iceberg metadata (which keeps the first letters), rows of PostgreSQL. */
    List<String> of(String key) {
        List<String> traces = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (Path file : files("")) {
                String name = file.toString();
                boolean holds;
                if (name.endsWith(".parquet")) {
                    try (ResultSet row = statement.executeQuery("select count(*) from read_parquet('" + name
                            + "') as t where t::varchar like '%" + key + "%'")) {
                        row.next();
                        holds = row.getLong(1) > 0;
                    }
                } else if (name.endsWith(".avro")) {
                    holds = avro(file).contains(key.substring(0, 12));
                } else {
                    holds = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .contains(key.substring(0, 12));
                }
                if (holds) {
                    traces.add(name);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String tables = control("select string_agg(format('%I.%I', table_schema, table_name), ' ')"
                + " from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')"
                + " and table_type = 'BASE TABLE'");
        for (String table : tables.split(" ")) {
            if (!control("select count(*) from " + table + " t where t::text like '%" + key + "%'")
                    .equals("0")) {
                traces.add(table);
            }
        }
        return traces;
    }

    private static String avro(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DataFileReader<GenericRecord> records = new DataFileReader<>(file.toFile(), new GenericDatumReader<>())) {
            records.forEach(text::append);
        }
        return text.toString();
    }

    List<Path> files(String below) {
        Path folder = desk.workspace().warehouse().resolve("manyuan").resolve(below);
        return filesIn(folder);
    }

    static List<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String control(String sql) {
        return desk.store().database().inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }
}
