package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;

/** Addresses all that was ever said of memberships to the lines of units and kinds of group that it concerns. */
final class MembershipStatements {
    private static final Column EVER = lit(Instant.EPOCH);

    private final MembershipSources sources;
    private final Dataset<Row> memberships;

    MembershipStatements(MembershipSources sources) {
        this.sources = sources;
        this.memberships = memberships();
    }

    /** One row per row of the sources, period in which it counted, line and kind. */
    Dataset<MembershipStatement> all() {
        return Stream.of(
                        addressed("row", memberships, MembershipRow.class),
                        addressed("day", days(), SnapshotDay.class),
                        addressed("succession", successions(), SuccessionRow.class),
                        addressed("part", parts(), UnitPart.class),
                        addressed("end", ends(), GroupEnd.class))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    /** Known time: a span from the instant its file came, a snapshot of the very first hand-in from the start of its day (UTC). */
    private Dataset<Row> memberships() {
        Dataset<Row> known = known(sources.memberships());
        Dataset<Row> first = known.agg(min("known_from").as("first_known"));
        Column day = timestamp_seconds(unix_date(col("as_of")).multiply(lit(86400L)));
        Column spoken = when(col("known_from").gt(col("first_known")), col("known_from"))
                .otherwise(least(day, coalesce(col("known_from"), day)));
        return known.crossJoin(broadcast(first))
                .withColumn("known_from", when(col("as_of").isNotNull(), spoken).otherwise(col("known_from")))
                .withColumn("known_from", coalesce(col("known_from"), EVER))
                .withColumn("role", lower(when(col("role").notEqual(""), col("role"))))
                .join(broadcast(kinds()), col("group_code").equalTo(col("of_group")), "left")
                .withColumn("kind", coalesce(col("kind"), lit("education_group")))
                .withColumn("kind_of_group", col("kind"))
                .join(broadcast(lines()), col("school_code").equalTo(col("of_unit")), "left")
                .withColumn("line", coalesce(col("line"), col("school_code")));
    }

    /** Every snapshot of a submitter concerns every school of which it ever said something. */
    private Dataset<Row> days() {
        Dataset<Row> days = memberships
                .filter(col("as_of").isNotNull())
                .select(
                        col("submitter"),
                        col("as_of"),
                        col("is_patch"),
                        col("known_from"),
                        col("known_to"),
                        col("precedence"),
                        col("source_on"),
                        col("received_no"))
                .distinct();
        return memberships
                .select(col("line"), col("kind_of_group"), col("submitter").as("of_submitter"))
                .distinct()
                .join(broadcast(days), col("submitter").equalTo(col("of_submitter")), "inner");
    }

    private Dataset<Row> successions() {
        Dataset<Row> rows = known(sources.successions())
                .withColumn("known_from", coalesce(col("known_from"), EVER))
                .withColumn("kind", coalesce(col("kind"), lit("recode")))
                .join(broadcast(lines()), col("from_code").equalTo(col("of_unit")), "inner");
        return toLines(rows);
    }

    private Dataset<Row> parts() {
        Dataset<Row> rows = RecordRows.table(sources.units(), org.manyuan.domain.Unit.class)
                .filter(col("part_of").isNotNull())
                .select("school_code", "part_of", "opened_on", "closed_on")
                .join(broadcast(lines()), col("school_code").equalTo(col("of_unit")), "inner");
        return toLines(rows);
    }

    private Dataset<Row> toLines(Dataset<Row> rows) {
        return rows.join(
                memberships
                        .select(col("line").as("to_line"), col("kind_of_group"))
                        .distinct(),
                col("line").equalTo(col("to_line")),
                "inner");
    }

    private Dataset<Row> ends() {
        Dataset<Row> ended = sources.groups()
                .filter(col("dissolved_on").isNotNull())
                .select(col("group_code").as("ended"))
                .distinct();
        Dataset<Row> ends = known(sources.groups())
                .withColumn("known_from", coalesce(col("known_from"), EVER))
                .join(broadcast(ended), col("group_code").equalTo(col("ended")), "left_semi");
        return memberships
                .select(col("line"), col("kind_of_group"), col("group_code").as("in_group"))
                .distinct()
                .join(broadcast(ends), col("in_group").equalTo(col("group_code")), "inner");
    }

    /** One row per group: of_group, kind. */
    private Dataset<Row> kinds() {
        return Latest.of(
                        known(sources.groups())
                                .filter(col("known_to").isNull())
                                .select(
                                        col("group_code").as("of_group"),
                                        col("kind"),
                                        col("precedence"),
                                        col("source_on"),
                                        col("received_no")),
                        List.of("of_group"),
                        List.of(
                                col("precedence").desc(),
                                col("source_on").desc_nulls_last(),
                                col("received_no").desc()))
                .select("of_group", "kind");
    }

    private Dataset<Row> lines() {
        return SchoolLines.of(sources.successions()
                .select(col("from_code").as("one"), col("to_code").as("other"))
                .unionByName(sources.units()
                        .filter(col("partOf").isNotNull())
                        .select(col("schoolCode").as("one"), col("partOf").as("other"))));
    }

    /** A row for every period in which its submission counted: known_from (null: ever), known_to, is_patch. */
    private Dataset<Row> known(Dataset<Row> rows) {
        Dataset<Row> periods = sources.submissions().withColumnRenamed("submission_id", "known_submission");
        return rows.withColumn("submitter", coalesce(col("submitter"), lit("")))
                .join(broadcast(periods), col("submission_id").equalTo(col("known_submission")), "left")
                .withColumn("is_patch", coalesce(col("is_patch"), lit(false)));
    }

    private static Dataset<MembershipStatement> addressed(
            String component, Dataset<Row> rows, Class<? extends Record> type) {
        Column[] columns = Arrays.stream(
                        RecordEncoder.of(MembershipStatement.class).schema().fields())
                .map(field -> column(field, component, type))
                .toArray(Column[]::new);
        return rows.select(columns).as(RecordEncoder.of(MembershipStatement.class));
    }

    private static Column column(StructField field, String component, Class<? extends Record> type) {
        if (field.name().equals("line")) {
            return col("line");
        }
        if (field.name().equals("kind")) {
            return col("kind_of_group").as("kind");
        }
        if (!field.name().equals(component)) {
            return lit(null).cast(field.dataType()).as(field.name());
        }
        Column[] parts = Arrays.stream(type.getRecordComponents())
                .map(part -> col(RecordRows.columnName(part.getName())).as(part.getName()))
                .toArray(Column[]::new);
        return struct(parts).as(field.name());
    }
}
