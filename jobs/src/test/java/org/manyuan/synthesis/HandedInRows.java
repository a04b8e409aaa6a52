package org.manyuan.synthesis;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.manyuan.contract.Binding;
import org.manyuan.contract.Column;
import org.manyuan.contract.Fields;
import org.manyuan.contract.References;
import org.manyuan.contract.RowReader;
import org.manyuan.contract.RowSink;

/** A file of a county gone through the row checks of its contract: accepted rows as text, and the lines rejected by reason code. */
final class HandedInRows implements RowSink {
    final List<Map<String, String>> accepted = new ArrayList<>();
    final Map<String, Set<Long>> rejected = new TreeMap<>();
    private final List<Column> columns;
    private Map<String, String> row = new LinkedHashMap<>();

    private HandedInRows(List<Column> columns) {
        this.columns = columns;
    }

    static HandedInRows of(CountyFile file, Binding binding, References references) {
        HandedInRows rows = new HandedInRows(binding.contract().columns());
        RowReader reader = binding.open(references, HandedInRows::told);
        long line = 1;
        for (List<String> cells : file.rows().get()) {
            reader.read(fields(cells, ++line), rows);
        }
        return rows;
    }

    /** Another key for another number, without a secret. */
    private static void told(String purpose, byte[] id, int from, int length, byte[] key) {
        Arrays.fill(key, (byte) '.');
        System.arraycopy(id, from, key, 0, Math.min(length, key.length));
    }

    private static Fields fields(List<String> cells, long line) {
        Fields fields = new Fields();
        fields.buffer = String.join("", cells).getBytes(StandardCharsets.UTF_8);
        fields.line = line;
        int start = 0;
        for (String cell : cells) {
            int length = cell.getBytes(StandardCharsets.UTF_8).length;
            fields.add(start, length);
            start += length;
        }
        return fields;
    }

    @Override
    public void text(int column, byte[] utf8, int from, int length) {
        put(column, new String(utf8, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public void whole(int column, long value) {
        put(column, Long.toString(value));
    }

    @Override
    public void decimal(int column, long unscaled) {
        put(column, BigDecimal.valueOf(unscaled, columns.get(column).scale()).toPlainString());
    }

    @Override
    public void number(int column, double value) {
        put(column, Double.toString(value));
    }

    @Override
    public void day(int column, int epochDay) {
        put(column, LocalDate.ofEpochDay(epochDay).toString());
    }

    @Override
    public void flag(int column, boolean value) {
        put(column, Boolean.toString(value));
    }

    @Override
    public void end(long line, String rejects) {
        if (rejects == null) {
            accepted.add(row);
        } else {
            for (String reject : rejects.split(";")) {
                String code = reject.substring(0, reject.indexOf(':'));
                rejected.computeIfAbsent(code, key -> new HashSet<>()).add(line);
            }
        }
        row = new LinkedHashMap<>();
    }

    private void put(int column, String value) {
        row.put(columns.get(column).storedName(), value);
    }
}
