package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.manyuan.contract.Replacement;

/**
 * The rows of a {@code stg_} table that count, one per key. What replaces what: the values of the contract's {@code replacesBy}
 * columns within one submitter, or the key where all of them are empty. Of the whole files that hold such a group the one with the
 * greatest (precedence, source_on, received_no) counts, and with it every patch above it; a row that only an older file or an older
 * patch has is gone. Files of one call have one rank and count together. Where several of these hold one key, a patch and the file it
 * patches or two schools that hand in one pupil, the greatest counts, and of one rank the later receipt.
 *
 * <p>The table is read once for the groups in it, which are few beside the rows, and once for its rows; a group that only one
 * submission holds is never sorted, so the usual table costs two scans. {@code store.CurrentView} is the same rule for DuckDB.
 */
public final class CurrentRows {
    static final List<String> RANK = List.of("precedence", "source_on", "received_no");
    static final String PATCHES = "is_of_a_patch";

    private CurrentRows() {}

    /** The same for files that all replace what their group holds. */
    public static Dataset<Row> of(Dataset<Row> stored, List<String> replacesBy, List<String> key) {
        return of(stored, new Replacement(replacesBy, key, false), lit(false));
    }

    /**
     * Finds them.
     *
     * @param stored rows of a {@code stg_} table, without those of submissions that were taken back: contract columns and those of
     *     the submission
     * @param replacement what a file replaces
     * @param patches whether a row is of a submission that replaces only the keys it holds; never null
     * @return the rows that count, columns as given
     */
    public static Dataset<Row> of(Dataset<Row> stored, Replacement replacement, Column patches) {
        List<String> key = replacement.key();
        List<String> group = group(replacement);
        Dataset<Row> rows = grouped(stored, replacement, patches);
        Dataset<Row> held = held(rows, group);
        List<String> submission = Stream.concat(group.stream(), RANK.stream()).toList();
        Dataset<Row> beaten = held.filter("beaten").select(columns(submission));
        Dataset<Row> standing = matched(rows, beaten, submission, "left_anti");
        List<String> shared = replacement.shared();
        Dataset<Row> doubtful = doubtful(held, shared);
        Dataset<Row> sure = matched(standing, doubtful, shared, "left_anti");
        Dataset<Row> settled = matched(standing, doubtful, shared, "left_semi")
                .withColumn("place", row_number().over(byRank(stored, key)))
                .filter(col("place").equalTo(lit(1)));
        Column[] given = columns(List.of(stored.columns()));
        return sure.select(given).unionByName(settled.select(given));
    }

    /** The columns of {@link #grouped} that make a group, within which a whole file replaces everything below it. */
    static List<String> group(Replacement replacement) {
        List<String> group = new ArrayList<>(replacement.group());
        replacement.keyBesideGroup().forEach(name -> group.add("by_key_" + name));
        if (!group.contains(Replacement.SUBMITTER)) {
            group.add(Replacement.SUBMITTER);
        }
        return group;
    }

    /** The rows with whether they are a patch's, and the columns that make the group where its own are empty: the key. */
    static Dataset<Row> grouped(Dataset<Row> stored, Replacement replacement, Column patches) {
        Column silent = replacement.group().stream()
                .map(name -> col(name).isNull())
                .reduce(Column::and)
                .orElseThrow();
        Dataset<Row> rows = stored.withColumn(PATCHES, replacement.patch() ? lit(true) : patches);
        for (String name : replacement.keyBesideGroup()) {
            rows = rows.withColumn("by_key_" + name, when(silent, col(name)));
        }
        return rows;
    }

    /** One row per group and submission that the table holds, and whether a whole file of greater rank beats it there. */
    private static Dataset<Row> held(Dataset<Row> rows, List<String> group) {
        WindowSpec wholeGroup = Window.partitionBy(columns(group))
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column rank = struct(columns(RANK));
        Column lastWhole = max(when(not(col(PATCHES)), rank)).over(wholeGroup);
        return rows.select(columns(Stream.of(group, RANK, List.of("submission_id", PATCHES))
                        .flatMap(List::stream)
                        .toList()))
                .distinct()
                .withColumn("beaten", coalesce(rank.lt(lastWhole), lit(false)));
    }

    /**
     * The values of the key's columns under which more than one submission stands, or one that speaks for several submitters: only
     * there a key can be held twice.
     */
    private static Dataset<Row> doubtful(Dataset<Row> held, List<String> shared) {
        Column rank = struct(columns(Stream.concat(RANK.stream(), Stream.of("submission_id", Replacement.SUBMITTER))
                .toList()));
        return held.filter("NOT beaten")
                .groupBy(columns(shared))
                .agg(min(rank).as("least"), max(rank).as("most"))
                .filter(col("least").lt(col("most")))
                .select(columns(shared));
    }

    /** Within a key: the greatest rank first, then the line; a total order, so that the choice is the same in every run. */
    private static WindowSpec byRank(Dataset<Row> stored, List<String> key) {
        List<Column> order = new ArrayList<>();
        RANK.forEach(name -> order.add(col(name).desc_nulls_last()));
        order.add(col("submission_id").desc());
        order.add(col("source_line").asc());
        for (String name : stored.columns()) {
            order.add(col(name).asc());
        }
        return Window.partitionBy(columns(key)).orderBy(order.toArray(Column[]::new));
    }

    /** A null equals a null here: an empty district is a value of the group. */
    static Dataset<Row> matched(Dataset<Row> left, Dataset<Row> right, List<String> on, String how) {
        Dataset<Row> l = left.as("l");
        Dataset<Row> r = right.as("r");
        Column same = on.stream()
                .map(name -> col("l." + name).eqNullSafe(col("r." + name)))
                .reduce(Column::and)
                .orElse(lit(true));
        return l.join(broadcast(r), same, how);
    }

    static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
