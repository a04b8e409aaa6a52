package org.manyuan.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
        return CurrentRows.of(standing(stored, submissions), Replacement.of(contract), isOf(submissions.patches()));
    }

    private static Column isOf(Set<String> submissions) {
        return coalesce(col("submission_id").isin(submissions.toArray()), lit(false));
    }
}
