package org.manyuan.core;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.record.RecordEncoder;
import org.manyuan.record.RecordRows;

/** {@code brg_membership}: one row per group, unit, joined day, role and period in which we knew it so. */
public final class MembershipSpans {
    private static final List<String> KEY = List.of("group_code", "school_code", "joined_on", "as_of", "submitter");

    private MembershipSpans() {}

    /**
     * Spans and snapshots become bitemporal spans, every school and kind of group by itself.
     *
     * @param membership all rows of {@code stg_group_membership}, not only the current ones: what was replaced is what we knew
     * @param group current rows of {@code stg_education_group}: group_code, kind
     * @param received one row per submission: submission_id, received_at; a submission that is missing here was always known
     * @return spans with the roles that the files say, null where they say none: see {@link #withRoles}
     */
    public static Dataset<MembershipSpan> of(Dataset<Row> membership, Dataset<Row> group, Dataset<Row> received) {
        Dataset<Row> snapshots =
                CurrentRows.of(membership.filter(col("as_of").isNotNull()), List.of("as_of", "submitter"), KEY);
        Dataset<Row> days = snapshots
                .groupBy(col("submitter").as("days_of"))
                .agg(collect_set(unix_date(col("as_of"))).as("snapshot_days"));
        Dataset<Row> kinds = group.select(col("group_code").as("kind_of"), col("kind"));
        Dataset<Row> times = received.select(col("submission_id").as("received_id"), col("received_at"));
        Column role = lower(when(col("role").notEqual(""), col("role")));
        Dataset<Row> rows = snapshots
                .unionByName(membership.filter(col("as_of").isNull()))
                .join(broadcast(days), col("submitter").eqNullSafe(col("days_of")), "left")
                .join(broadcast(kinds), col("group_code").equalTo(col("kind_of")), "left")
                .join(broadcast(times), col("submission_id").equalTo(col("received_id")), "left")
                .withColumn("kind", coalesce(col("kind"), lit("education_group")))
                .withColumn("role", role)
                .withColumn("submitter", coalesce(col("submitter"), lit("")))
                .withColumn("received_at", coalesce(col("received_at"), lit(java.time.Instant.EPOCH)));
        return RecordRows.records(rows, MembershipRow.class)
                .groupBy(col("schoolCode"), col("kind"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()), RecordEncoder.of(MembershipRow.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<scala.Tuple2<String, String>, MembershipRow, MembershipSpan>)
                                (key, of) -> SchoolMemberships.of(listed(of)).iterator(),
                        RecordEncoder.of(MembershipSpan.class));
    }

    /**
     * Gives every span a role, group by group.
     *
     * @param examinees school_code, examinees: the size by which a derived lead's ties are broken
     *     ({@link FirstExam#examinees})
     * @param deriveLead the setting {@code derive_lead}
     */
    public static Dataset<MembershipSpan> withRoles(
            Dataset<MembershipSpan> spans, Dataset<Row> examinees, boolean deriveLead) {
        Dataset<Row> sizes = spans.select(col("groupCode"), col("schoolCode"))
                .distinct()
                .join(examinees, col("schoolCode").equalTo(col("school_code")), "inner")
                .select(col("groupCode"), col("schoolCode"), col("examinees").cast("bigint"));
        return spans.groupBy(col("groupCode"))
                .as(Encoders.STRING(), RecordEncoder.of(MembershipSpan.class))
                .cogroup(
                        sizes.groupBy(col("groupCode")).as(Encoders.STRING(), Encoders.row(sizes.schema())),
                        (CoGroupFunction<String, MembershipSpan, Row, MembershipSpan>) (group, of, sized) -> {
                            Map<String, Long> size = new HashMap<>();
                            sized.forEachRemaining(row -> size.put(row.getString(1), row.getLong(2)));
                            return new GroupRoles(deriveLead, size)
                                    .of(listed(of))
                                    .iterator();
                        },
                        RecordEncoder.of(MembershipSpan.class));
    }

    private static <T> List<T> listed(java.util.Iterator<T> rows) {
        List<T> list = new ArrayList<>();
        rows.forEachRemaining(list::add);
        return list;
    }
}
