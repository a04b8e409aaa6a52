package org.manyuan.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.References;
import org.manyuan.store.StagingTable;
import org.manyuan.store.WarehouseWrite;

/**
 * What rows may refer to, out of the tables as this command has left them so far; of a key that was said several times, as it was
 * said last. Grows with schools and papers, not with pupils.
 */
final class KnownCodes {
    private static final List<String> RANK = List.of("precedence", "source_on", "received_no");

    private final WarehouseWrite write;
    private final String codeSystem;
    private final Map<String, List<Row>> held = new HashMap<>();

    KnownCodes(WarehouseWrite write, String codeSystem) {
        this.write = write;
        this.codeSystem = codeSystem;
    }

    /** The dataset was written to: what is known of it is read again when it is next asked for. */
    void forget(String dataset) {
        held.remove(dataset);
    }

    References now() {
        References.Builder known = References.builder(codeSystem);
        for (Row row : latest("district", 1, "district_code", "parent_code")) {
            known.district(row.getString(0), row.getString(1));
        }
        for (Row row : latest(
                "school", 2, "school_code", "valid_from", "district_code", "authority_code", "name", "aliases")) {
            known.school(row.getString(0), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        }
        for (Row row : latest("education_group", 1, "group_code")) {
            known.group(row.getString(0));
        }
        for (Row row : latest("exam", 1, "exam_code", "district_code")) {
            known.exam(row.getString(0), row.getString(1));
        }
        for (Row row : latest("exam_paper", 2, "exam_code", "subject", "full_mark", "score_step")) {
            known.paper(row.getString(0), row.getString(1), row.getDecimal(2), row.getDecimal(3));
        }
        return known.build();
    }

    /** The rows of a dataset, one per value of its first columns: the last that was said. */
    private List<Row> latest(String dataset, int keyColumns, String... columns) {
        return held.computeIfAbsent(dataset, name -> read(name, keyColumns, columns));
    }

    private List<Row> read(String dataset, int keyColumns, String... columns) {
        StagingTable table = StagingTable.of(Contracts.of(dataset));
        if (!write.has(table.name())) {
            return List.of();
        }
        String[] wanted = Stream.concat(Stream.of(columns), RANK.stream()).toArray(String[]::new);
        List<Row> rows = new ArrayList<>(write.read(table).selectExpr(wanted).collectAsList());
        int precedence = columns.length;
        rows.sort(Comparator.<Row>comparingInt(row -> row.getInt(precedence))
                .thenComparing(row -> row.getDate(precedence + 1), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparingLong(row -> row.getLong(precedence + 2)));
        Map<List<Object>, Row> latest = new LinkedHashMap<>();
        rows.forEach(row -> latest.put(key(row, keyColumns), row));
        return List.copyOf(latest.values());
    }

    private static List<Object> key(Row row, int columns) {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            key.add(row.get(i));
        }
        return key;
    }
}
