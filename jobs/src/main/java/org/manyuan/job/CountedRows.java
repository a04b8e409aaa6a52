package org.manyuan.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.manyuan.contract.Contract;
import org.manyuan.contract.Replacement;
import org.manyuan.core.CurrentRows;
import org.manyuan.store.CountedSubmissions;

/** Which stored rows of a dataset count, by what its contract and PostgreSQL say: the only way to {@link CurrentRows} for a job. */
final class CountedRows {
    private CountedRows() {}

    /** The rows without those of submissions that were taken back. */
    static Dataset<Row> standing(Dataset<Row> stored, CountedSubmissions submissions) {
        return submissions.leftOut().isEmpty() ? stored : stored.where(not(isOf(submissions.leftOut())));
    }

    /** Of these rows the ones that count. */
    static Dataset<Row> of(Contract contract, Dataset<Row> stored, CountedSubmissions submissions) {
        return CurrentRows.of(standing(stored, submissions), Replacement.of(contract), patches(submissions));
    }

    /**
     * The same of a dataset that grows with schools and papers, never with persons, on the driver. Usually every key was said once, and
     * then no plan is made to find what counts.
     *
     * @param columns the stored names that are wanted; each row begins with them, in their order
     */
    static List<Row> held(
            Contract contract, Dataset<Row> stored, CountedSubmissions submissions, List<String> columns) {
        Column[] wanted = Stream.concat(
                        columns.stream(), contract.key().stream().map(name -> contract.column(name)
                                .storedName()))
                .map(functions::col)
                .toArray(Column[]::new);
        List<Row> rows = standing(stored, submissions).select(wanted).collectAsList();
        Set<List<Object>> keys = new HashSet<>();
        return rows.stream().allMatch(row -> keys.add(cells(row, columns.size(), row.size())))
                ? rows
                : of(contract, stored, submissions).select(wanted).collectAsList();
    }

    /** The cells of a row from one place up to another. */
    static List<Object> cells(Row row, int from, int to) {
        List<Object> cells = new ArrayList<>();
        for (int i = from; i < to; i++) {
            cells.add(row.get(i));
        }
        return cells;
    }

    /** Whether a row is of a submission that replaces only the keys it holds. */
    static Column patches(CountedSubmissions submissions) {
        return isOf(submissions.patches());
    }

    /** Whether a row is of one of these submissions. */
    static Column isOf(Set<String> submissions) {
        return coalesce(col("submission_id").isin(submissions.toArray()), lit(false));
    }
}
