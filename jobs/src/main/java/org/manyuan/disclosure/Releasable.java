package org.manyuan.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A public table: rows that may leave the house. Only this room makes one. */
public final class Releasable {
    /** What spells out the scores of a unit; nothing public has it, so there is no rule by which it could leave. */
    private static final Set<String> SUMS_AND_HISTOGRAMS = Set.of("s1", "s2", "bins", "counts", "hist");

    private final String name;
    private final Dataset<Row> rows;

    /** @throws IllegalArgumentException where a column is a sum of scores or a histogram */
    Releasable(String name, Dataset<Row> rows) {
        List<String> refused = Arrays.stream(rows.columns())
                .filter(SUMS_AND_HISTOGRAMS::contains)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(name + " cannot be released: " + String.join(", ", refused)
                    + " would spell out scores; release figures made of them instead (METRICS A9, unit_histogram_n)");
        }
        this.name = name;
        this.rows = rows;
    }

    /** The name of the public table, e.g. {@code rel_metric_value}. */
    public String name() {
        return name;
    }

    /** Its rows: a plan, in no order. */
    public Dataset<Row> rows() {
        return rows;
    }

    /**
     * The same table as it was written, so that what is made of it does not judge its rows once more.
     *
     * @param written this table's rows, read back
     * @throws IllegalArgumentException where it has other columns: then it is another table
     */
    public Releasable stored(Dataset<Row> written) {
        if (!Arrays.equals(written.columns(), rows.columns())) {
            throw new IllegalArgumentException("What is read back as " + name + " has other columns: "
                    + String.join(", ", written.columns()) + " for " + String.join(", ", rows.columns()));
        }
        return new Releasable(name, written);
    }
}
