package org.manyuan.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.References;
import org.manyuan.store.StagingTable;
import org.manyuan.store.WarehouseWrite;

/**
 * What rows may refer to, out of the tables as this command has left them so far: the rows that count, by the same rule as a build. Grows with schools and papers, not with pupils.
 */
final class KnownCodes {
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
        for (Row row : counted("district", 1, "district_code", "parent_code")) {
            known.district(row.getString(0), row.getString(1));
        }
        for (Row row : counted(
                "school", 2, "school_code", "valid_from", "district_code", "authority_code", "name", "aliases")) {
            known.school(row.getString(0), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
        }
        for (Row row : counted("education_group", 1, "group_code")) {
            known.group(row.getString(0));
        }
        for (Row row : counted("exam", 1, "exam_code", "district_code")) {
            known.exam(row.getString(0), row.getString(1));
        }
        for (Row row : counted("exam_paper", 2, "exam_code", "subject", "full_mark", "score_step")) {
            known.paper(row.getString(0), row.getString(1), row.getDecimal(2), row.getDecimal(3));
        }
        return known.build();
    }

    /** The rows of a dataset that count, its key in the first columns. */
    private List<Row> counted(String dataset, int keyColumns, String... columns) {
        return held.computeIfAbsent(dataset, name -> read(name, keyColumns, columns));
    }

    private List<Row> read(String dataset, int keyColumns, String... columns) {
        Contract contract = Contracts.of(dataset);
        StagingTable table = StagingTable.of(contract);
        if (!write.has(table.name())) {
            return List.of();
        }
        Dataset<Row> stored = write.read(table);
        List<Row> standing = CountedRows.standing(stored, write.counted())
                .selectExpr(columns)
                .collectAsList();
        Set<List<Object>> keys = new HashSet<>();
        // usually every key was said once, and then no plan is needed to find what counts
        return standing.stream().allMatch(row -> keys.add(key(row, keyColumns)))
                ? standing
                : CountedRows.of(contract, stored, write.counted())
                        .selectExpr(columns)
                        .collectAsList();
    }

    private static List<Object> key(Row row, int columns) {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            key.add(row.get(i));
        }
        return key;
    }
}
