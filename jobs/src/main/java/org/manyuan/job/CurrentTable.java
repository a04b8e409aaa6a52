package org.manyuan.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contract;
import org.manyuan.core.CurrentRows;

/** The rows of a dataset that count, by what its contract says a newer file replaces. */
final class CurrentTable {
    private CurrentTable() {}

    static Dataset<Row> of(Contract contract, Dataset<Row> stored) {
        return CurrentRows.of(stored, stored(contract, contract.replacesBy()), stored(contract, contract.key()));
    }

    private static List<String> stored(Contract contract, List<String> columns) {
        return columns.stream().map(name -> contract.column(name).storedName()).toList();
    }
}
