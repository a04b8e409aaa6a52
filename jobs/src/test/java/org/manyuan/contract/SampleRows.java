package org.manyuan.contract;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects rows as text by stored column, and the reasons of rejected ones as {@code CODE header line}. */
final class SampleRows implements RowSink {
    final List<Map<String, String>> accepted = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    private final List<Column> columns;
    private Map<String, String> row = new LinkedHashMap<>();

    SampleRows(Contract contract) {
        columns = contract.columns();
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
        BigDecimal value = BigDecimal.valueOf(unscaled, columns.get(column).scale());
        put(column, value.stripTrailingZeros().toPlainString());
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
            for (String reject : rejects.split(";", -1)) {
                rejected.add(reject.replaceFirst(":", " ") + " " + line);
            }
        }
        row = new LinkedHashMap<>();
    }

    private void put(int column, String value) {
        row.put(columns.get(column).storedName(), value);
    }
}
