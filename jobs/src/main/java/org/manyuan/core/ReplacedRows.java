package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.manyuan.contract.Replacement;

/**
 * What a call changes about which rows count, by the rule of {@link CurrentRows}: one row per submission that loses rows and submission
 * that they lose them to, of which at least one is of the call. Columns:
 *
 * <ul>
 *   <li>{@code replaced}, {@code replaced_by}: submissions; {@code row_count}: rows of the first that do not count with the call and,
 *       where it came before the call, did without it
 *   <li>{@code held_again}: those whose key the call holds, {@code gone}: those whose key nobody holds then
 *   <li>{@code same_in_call}, {@code other_in_call}: those whose key a file of the call has in the same group and of the same rank, with
 *       the same content or another; {@code replaced_line}, {@code replacing_line}: where first, of the other ones
 * </ul>
 */
public final class ReplacedRows {
    private static final String IS_NEW = "is_of_the_call";

    private ReplacedRows() {}

    /**
     * Finds them.
     *
     * @param stored rows of a {@code stg_} table that can have to do with the call, without those of submissions that were taken back
     * @param replacement what a file replaces
     * @param patches whether a row is of a submission that replaces only the keys it holds; never null
     * @param isNew whether a row is of the call; never null
     * @param content stored names of the columns that a file fills
     */
    public static Dataset<Row> of(
            Dataset<Row> stored, Replacement replacement, Column patches, Column isNew, List<String> content) {
        List<String> key = replacement.key();
        Dataset<Row> tagged = tagged(stored, replacement, patches, isNew, content);
        Dataset<Row> brought = tagged.where(col(IS_NEW));
        Dataset<Row> before = tagged.where(not(col(IS_NEW)).and(not(col("beaten_before"))));
        // what the call can change: the keys it holds, and those in groups that it holds
        Dataset<Row> touched = brought.select(CurrentRows.columns(key))
                .unionByName(before.where(col("beaten")).select(CurrentRows.columns(key)));
        Dataset<Row> near = before.as("l").join(touched.as("r"), same(key), "left_semi");
        return summary(ranked(brought.unionByName(near), key));
    }

    /** The rows with what decides about them: whether they are the call's, and whether a whole file beats them without it and with it. */
    private static Dataset<Row> tagged(
            Dataset<Row> stored, Replacement replacement, Column patches, Column isNew, List<String> content) {
        List<String> group = CurrentRows.group(replacement);
        Dataset<Row> rows = CurrentRows.grouped(stored, replacement, patches)
                .withColumn(IS_NEW, isNew)
                .withColumn("content", xxhash64(CurrentRows.columns(content)))
                .withColumn("group_hash", xxhash64(CurrentRows.columns(group)));
        if (group.containsAll(replacement.key())) {
            // whoever beats a row says its key
            return rows.withColumn("beaten_before", lit(false))
                    .withColumn("beaten", lit(false))
                    .withColumn("beaten_by", lit(null).cast("string"));
        }
        List<String> submission = Stream.of(group, CurrentRows.RANK, List.of("submission_id"))
                .flatMap(List::stream)
                .toList();
        Dataset<Row> held = held(rows, group, submission);
        // inner join: held is unique in group and submission, and has every one
        return rows.as("l")
                .join(broadcast(held.as("r")), same(submission), "inner")
                .selectExpr("l.*", "beaten_before", "beaten", "beaten_by");
    }

    /** One row per group and submission; beaten_by: of the whole files that count there the one with the last receipt. */
    private static Dataset<Row> held(Dataset<Row> rows, List<String> group, List<String> submission) {
        WindowSpec wholeGroup = Window.partitionBy(CurrentRows.columns(group))
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        Column rank = struct(CurrentRows.columns(CurrentRows.RANK));
        Column whole = not(col(CurrentRows.PATCHES));
        Column speaker = struct(CurrentRows.columns(Stream.concat(CurrentRows.RANK.stream(), Stream.of("submission_id"))
                .toList()));
        return rows.select(
                        CurrentRows.columns(Stream.concat(submission.stream(), Stream.of(CurrentRows.PATCHES, IS_NEW))
                                .toList()))
                .distinct()
                .withColumn(
                        "last_before",
                        max(when(whole.and(not(col(IS_NEW))), rank)).over(wholeGroup))
                .withColumn("last", max(when(whole, rank)).over(wholeGroup))
                .withColumn("last_speaker", max(when(whole, speaker)).over(wholeGroup))
                .withColumn("beaten_before", coalesce(rank.lt(col("last_before")), lit(false)))
                .withColumn("beaten", coalesce(rank.lt(col("last")), lit(false)))
                .withColumn("beaten_by", when(col("beaten"), col("last_speaker.submission_id")))
                .select(CurrentRows.columns(
                        Stream.concat(submission.stream(), Stream.of("beaten_before", "beaten", "beaten_by"))
                                .toList()));
    }

    /** The rows with the word that counts for their key without the call, and with it. */
    private static Dataset<Row> ranked(Dataset<Row> rows, List<String> key) {
        WindowSpec wholeKey = Window.partitionBy(CurrentRows.columns(key))
                .rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
        return rows.withColumn(
                        "word",
                        struct(CurrentRows.columns(Stream.concat(
                                        CurrentRows.RANK.stream(),
                                        Stream.of(
                                                "submission_id",
                                                IS_NEW,
                                                "content",
                                                "group_hash",
                                                "sheet",
                                                "source_line"))
                                .toList())))
                .withColumn("counted", max(when(not(col(IS_NEW)), col("word"))).over(wholeKey))
                .withColumn("counts", max(when(not(col("beaten")), col("word"))).over(wholeKey));
    }

    private static Dataset<Row> summary(Dataset<Row> ranked) {
        Column lost = coalesce(col("submission_id").notEqual(col("counts.submission_id")), lit(true));
        Column counted = col(IS_NEW).or(col("word").equalTo(col("counted")));
        Column isHeld = coalesce(col("counts." + IS_NEW), lit(false));
        Column by = when(col(IS_NEW).or(isHeld), coalesce(col("counts.submission_id"), col("beaten_by")))
                .otherwise(coalesce(col("beaten_by"), col("counts.submission_id")));
        Column alike = CurrentRows.RANK.stream()
                .map(name -> col(name).eqNullSafe(col("counts." + name)))
                .reduce(col(IS_NEW).and(isHeld).and(col("group_hash").equalTo(col("counts.group_hash"))), Column::and);
        Dataset<Row> rows = ranked.where(lost.and(counted))
                .withColumn("replaced_by", by)
                .withColumn("is_held", isHeld)
                .withColumn("is_alike", coalesce(alike, lit(false)))
                .withColumn("is_same", coalesce(col("content").equalTo(col("counts.content")), lit(false)));
        Column clashes = col("is_alike").and(not(col("is_same")));
        return rows.groupBy(col("submission_id").as("replaced"), col("replaced_by"))
                .agg(
                        count(lit(1)).as("row_count"),
                        count_if(col("is_held")).as("held_again"),
                        count_if(col("counts").isNull()).as("gone"),
                        count_if(col("is_alike").and(col("is_same"))).as("same_in_call"),
                        count_if(clashes).as("other_in_call"),
                        min(when(clashes, struct(col("sheet"), col("source_line"))))
                                .as("replaced_line"),
                        min(when(clashes, struct(col("counts.sheet"), col("counts.source_line"))))
                                .as("replacing_line"));
    }

    private static Column same(List<String> columns) {
        return columns.stream()
                .map(name -> col("l." + name).eqNullSafe(col("r." + name)))
                .reduce(Column::and)
                .orElseThrow();
    }
}
