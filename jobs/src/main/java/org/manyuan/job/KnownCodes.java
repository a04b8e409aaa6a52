package org.manyuan.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.References;
import org.manyuan.store.StagingTable;
import org.manyuan.store.WarehouseWrite;

/**
 * What rows may refer to, out of the tables as this command has left them so far: the rows that count, by the same rule as a build.
 * Grows with schools and papers, not with pupils.
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
        for (Row row : counted("district", "district_code", "parent_code")) {
            known.district(row.getString(0), row.getString(1));
        }
        for (Row row : counted("school", "school_code", "district_code", "authority_code", "name", "aliases")) {
            known.school(row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }
        for (Row row : counted("education_group", "group_code")) {
            known.group(row.getString(0));
        }
        for (Row row : counted("exam", "exam_code", "district_code")) {
            known.exam(row.getString(0), row.getString(1));
        }
        for (Row row : counted("exam_paper", "exam_code", "subject", "full_mark", "score_step")) {
            known.paper(row.getString(0), row.getString(1), row.getDecimal(2), row.getDecimal(3));
        }
        return known.build();
    }

    private List<Row> counted(String dataset, String... columns) {
        return held.computeIfAbsent(dataset, name -> {
            StagingTable table = CountingRows.table(name);
            return write.has(table.name())
                    ? CountedRows.held(Contracts.of(name), write.read(table), write.counted(), List.of(columns))
                    : List.of();
        });
    }
}
