package org.manyuan.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Contracts;
import org.manyuan.core.CurrentRows;
import org.manyuan.store.StagingTable;
import org.manyuan.store.WarehouseWrite;

/** The rows of each dataset that would count if the command that is writing ended now. */
final class CountingRows {
    private final WarehouseWrite write;

    CountingRows(WarehouseWrite write) {
        this.write = write;
    }

    /** One row per key of the dataset; none where nobody handed one in. */
    Dataset<Row> of(String dataset) {
        Contract contract = Contracts.of(dataset);
        Dataset<Row> stored = write.read(table(dataset));
        return CurrentRows.of(stored, stored(contract, contract.replacesBy()), stored(contract, contract.key()));
    }

    static StagingTable table(String dataset) {
        return StagingTable.of(Contracts.of(dataset));
    }

    private static List<String> stored(Contract contract, List<String> columns) {
        return columns.stream().map(name -> contract.column(name).storedName()).toList();
    }
}
