package org.manyuan.job;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Set;
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
        return counting(contract, warehouse.read(table), isSaidOnce(contract, table, ""));
    }

    /**
     * The same of some values of a column that tells apart what a file replaces.
     *
     * @param column one of those that every row of a replaced group shares with the rows of its key
     */
    Dataset<Row> of(String dataset, String column, Set<String> values) {
        Contract contract = Contracts.of(dataset);
        StagingTable table = StagingTable.of(contract);
        return counting(
                contract,
                warehouse.read(table).filter(col(column).isin(values.toArray())),
                isSaidOnce(contract, table, " where " + column + " in " + Quoted.list(values)));
    }

    /**
     * The rows of a register as records, read without a plan; none where nobody handed one in.
     *
     * @param type its components are columns of the table
     */
    <T extends Record> List<T> few(String dataset, Class<T> type) {
        return lake.tables().contains(StagingTable.of(Contracts.of(dataset)).name())
                ? lake.records("current_" + dataset, type, "true")
                : List.of();
    }

    /** Which exams have pupils in common. */
    SharedPupils sharedPupils() {
        return new SharedPupils(lake);
    }

    private Dataset<Row> counting(Contract contract, Dataset<Row> stored, boolean isSaidOnce) {
        return isSaidOnce
                ? CountedRows.standing(stored, warehouse.counted())
                : CountedRows.of(contract, stored, warehouse.counted());
    }

    /** Whether all rows that share the key's part of the replaced group come from one submission. */
    private boolean isSaidOnce(Contract contract, StagingTable table, String where) {
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
        // tables are asked for by several threads, and a connection answers one question at a time
        synchronized (lake) {
            return lake.rows("select 1 from (select distinct " + ranks + " from " + table.name() + where + ") group by "
                            + place + " having count(*) > 1 limit 1")
                    .isEmpty();
        }
    }
}
