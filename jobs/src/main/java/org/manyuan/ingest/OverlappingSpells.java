package org.manyuan.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Lines of exchange spells on some day of which their teacher is away for more than one post. */
public final class OverlappingSpells {
    /** Kinds done beside a post: an empty fte says nothing about how much of it (METRICS A6). */
    private static final List<String> BESIDE = List.of("兼课", "走教");

    private OverlappingSpells() {}

    /**
     * @param spells rows that count, with {@code is_new}: teacher_key, started_on, ended_on, kind, fte
     * @param most shares of a post that one person can be away for at once
     */
    public static Dataset<Row> of(Dataset<Row> spells, double most, String code) {
        Dataset<Row> away = spells.where(col("started_on").isNotNull())
                .where(col("fte")
                        .isNotNull()
                        .or(coalesce(col("kind"), lit(""))
                                .isin(BESIDE.toArray())
                                .equalTo(false)))
                .withColumn("share", coalesce(col("fte"), lit(1)))
                .withColumn("last_on", OpenDays.end(col("ended_on")))
                .select(Findings.placeAnd("is_new", "teacher_key", "started_on", "last_on", "share"));
        // who is away most is so on the first day of some spell
        Dataset<Row> full = away.as("day")
                .join(
                        away.as("spell"),
                        col("day.teacher_key")
                                .equalTo(col("spell.teacher_key"))
                                .and(covers("spell", col("day.started_on"))),
                        "inner")
                .groupBy(
                        col("day.teacher_key"),
                        col("day.started_on"),
                        col("day.submission_id"),
                        col("day.sheet"),
                        col("day.source_line"))
                .agg(sum("spell.share").as("posts"))
                .where(col("posts").gt(lit(most)))
                .select(col("teacher_key").as("full_teacher"), col("started_on").as("full_on"));
        Dataset<Row> found = away.as("spell")
                .join(
                        full,
                        col("spell.teacher_key").equalTo(col("full_teacher")).and(covers("spell", col("full_on"))),
                        "left_semi")
                .where("is_new");
        return Findings.of(found, "teacher_exchange", code, "started_on");
    }

    private static Column covers(String spell, Column day) {
        return day.between(col(spell + ".started_on"), col(spell + ".last_on"));
    }
}
