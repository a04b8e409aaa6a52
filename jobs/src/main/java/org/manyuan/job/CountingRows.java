package org.manyuan.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.manyuan.contract.Contracts;
import org.manyuan.contract.Replacement;
import org.manyuan.store.CountedSubmissions;
import org.manyuan.store.StagingTable;
import org.manyuan.store.WarehouseWrite;

/**
 * The rows of each dataset that would count if the command that is writing ended now. Each dataset is looked up once.
 */
final class CountingRows {
    private static final List<String> PLACE = List.of("submission_id", "sheet", "source_line", "submitter");

    private final WarehouseWrite write;
    private final CountedSubmissions submissions;
    private final Map<String, Dataset<Row>> found = new HashMap<>();

    /** @param patches submissions of the command that replace only the keys they hold */
    CountingRows(WarehouseWrite write, Set<String> patches) {
        this.write = write;
        this.submissions = write.counted().patchedBy(patches);
    }

    /**
     * One row per key of a dataset that grows with persons; none where nobody handed one in.
     *
     * @param columns the stored names that are wanted, the same at every call; where the row came from is given too
     */
    Dataset<Row> of(String dataset, String... columns) {
        return found.computeIfAbsent(dataset, name -> {
            Dataset<Row> stored = CountedRows.standing(write.read(table(name)), submissions);
            boolean saidByOne = stored.select("submission_id", Replacement.SUBMITTER)
                            .distinct()
                            .limit(2)
                            .count()
                    < 2;
            Column[] wanted = Stream.concat(Stream.of(columns), PLACE.stream())
                    .map(functions::col)
                    .toArray(Column[]::new);
            return saidByOne
                    ? stored.select(wanted)
                    : CountedRows.of(Contracts.of(name), stored, submissions)
                            .select(wanted)
                            .localCheckpoint();
        });
    }

    /**
     * One row per key of a dataset that grows with schools and papers, never with persons: it is held on the driver.
     *
     * @param columns the stored names that are wanted, the same at every call
     */
    Dataset<Row> small(String dataset, String... columns) {
        return found.computeIfAbsent(dataset, name -> {
            Dataset<Row> stored = write.read(table(name));
            List<Row> rows = CountedRows.held(Contracts.of(name), stored, submissions, List.of(columns)).stream()
                    .map(row -> RowFactory.create(
                            CountedRows.cells(row, 0, columns.length).toArray()))
                    .toList();
            Column[] wanted = Stream.of(columns).map(functions::col).toArray(Column[]::new);
            return stored.sparkSession()
                    .createDataFrame(rows, stored.select(wanted).schema());
        });
    }

    static StagingTable table(String dataset) {
        return StagingTable.of(Contracts.of(dataset));
    }
}
