package org.manyuan.job;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Replacement;
import org.manyuan.store.LakeQuery;
import org.manyuan.store.StagingTable;
import org.manyuan.store.Warehouse;

/**
 * The rows of each dataset that count, by what its contract says a newer file replaces. Where no key can have been said by two
 * submissions, which a look at the columns of the submissions tells in milliseconds, the stored rows are the current ones and no plan
 * is made. What was taken back counts in neither case.
 */
final class CurrentTables {
    private static final List<String> SAYING = List.of("precedence", "source_on", "received_no", "submission_id");

    private final Warehouse warehouse;
    private final LakeQuery lake;

    CurrentTables(Warehouse warehouse, LakeQuery lake) {
        this.warehouse = warehouse;
        this.lake = lake;
    }

    Dataset<Row> of(String dataset) {
        Contract contract = Contracts.of(dataset);
        StagingTable table = StagingTable.of(contract);
        Dataset<Row> stored = warehouse.read(table);
        return isSaidOnce(contract, table)
                ? CountedRows.standing(stored, warehouse.counted())
                : CountedRows.of(contract, stored, warehouse.counted());
    }

    /** Whether all rows that share the key's part of the replaced group come from one submission. */
    private boolean isSaidOnce(Contract contract, StagingTable table) {
        if (!lake.tables().contains(table.name())) {
            return true;
        }
        List<String> shared = Replacement.of(contract).shared();
        if (shared.isEmpty()) {
            return false;
        }
        String place = String.join(", ", shared);
        String ranks = Stream.of(shared, SAYING, List.of(Replacement.SUBMITTER))
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(", "));
        return lake.rows("select 1 from (select distinct " + ranks + " from " + table.name() + ") group by " + place
                        + " having count(*) > 1 limit 1")
                .isEmpty();
    }
}
