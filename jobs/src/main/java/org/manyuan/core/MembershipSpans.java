package org.manyuan.core;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.record.RecordEncoder;

/** {@code brg_membership}: one row per group, unit, joined day, role and period in which we knew it so. */
public final class MembershipSpans {
    private static final List<String> KEY = List.of("group_code", "school_code", "joined_on", "as_of", "submitter");

    private MembershipSpans() {}

    /** Spans and snapshots become bitemporal spans with the roles that the files say, null where they say none: see {@link #withRoles}. */
    public static Dataset<MembershipSpan> of(MembershipSources sources) {
        return new MembershipStatements(sources)
                .all()
                .groupBy(col("line"), col("kind"))
                .as(Encoders.tuple(Encoders.STRING(), Encoders.STRING()), RecordEncoder.of(MembershipStatement.class))
                .flatMapGroups(
                        (FlatMapGroupsFunction<scala.Tuple2<String, String>, MembershipStatement, MembershipSpan>)
                                (key, of) ->
                                        LineMemberships.of(key._2(), listed(of)).iterator(),
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
