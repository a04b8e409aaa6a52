package org.manyuan.contract;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a reader hands over, as text. */
final class Rows implements RowSink {
    /** A row: cells by stored name, or its rejects. */
    record Row(long line, Map<String, String> cells, String rejects) {
        String of(String column) {
            return cells.get(column);
        }
    }

    final List<Row> all = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    private final Contract contract;
    private Map<String, String> cells = new LinkedHashMap<>();

    Rows(Contract contract) {
        this.contract = contract;
    }

    /** Reads lines through a binding; the first line after the header is line 2. */
    static Rows read(Binding binding, References references, List<String> lines) {
        Rows rows = new Rows(binding.contract());
        RowReader reader = binding.open(references, FAKE_KEY);
        reader.rootRows(rows);
        for (int i = 0; i < lines.size(); i++) {
            reader.read(TextLines.fields(TextLines.cells(lines.get(i), ','), i + 2), rows);
        }
        return rows;
    }

    /** A key that shows what was hashed, so that tests see the normal form. */
    static final Pseudonym FAKE_KEY = (purpose, id, from, length, key) -> {
        byte[] shown = (purpose + " " + new String(id, from, length, StandardCharsets.UTF_8) + " ".repeat(30))
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(shown, 0, key, 0, Pseudonym.KEY_LENGTH);
    };

    List<Row> accepted() {
        return all.stream().filter(row -> row.rejects == null).toList();
    }

    List<String> rejects() {
        return all.stream()
                .filter(row -> row.rejects != null)
                .map(row -> row.line + " " + row.rejects)
                .toList();
    }

    private void put(int column, Object value) {
        cells.put(contract.columns().get(column).storedName(), value.toString());
    }

    @Override
    public void text(int column, byte[] utf8, int from, int length) {
        put(column, new String(utf8, from, length, StandardCharsets.UTF_8).trim());
    }

    @Override
    public void whole(int column, long value) {
        put(column, value);
    }

    @Override
    public void decimal(int column, long unscaled) {
        put(
                column,
                BigDecimal.valueOf(unscaled, contract.columns().get(column).scale())
                        .stripTrailingZeros()
                        .toPlainString());
    }

    @Override
    public void number(int column, double value) {
        put(column, value);
    }

    @Override
    public void day(int column, int epochDay) {
        put(column, LocalDate.ofEpochDay(epochDay));
    }

    @Override
    public void flag(int column, boolean value) {
        put(column, value);
    }

    @Override
    public void warn(long line, String warnings) {
        this.warnings.add(line + " " + warnings);
    }

    @Override
    public void end(long line, String rejects) {
        all.add(new Row(line, cells, rejects));
        cells = new LinkedHashMap<>();
    }
}
