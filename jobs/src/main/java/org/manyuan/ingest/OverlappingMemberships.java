package org.manyuan.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lines that put a unit into two groups of one exclusive kind on the same day: spans with days in common, or two lines of one snapshot.
 * A span and a snapshot are not held against each other, nor two snapshots: what a later one says is a change.
 */
public final class OverlappingMemberships {
    private OverlappingMemberships() {}

    /**
     * @param memberships rows that count, with {@code is_new}
     * @param groups group_code, kind
     * @param exclusive kinds in which a unit is in one group at a time
     */
    public static Dataset<Row> of(Dataset<Row> memberships, Dataset<Row> groups, Set<String> exclusive, String code) {
        Dataset<Row> kinds = groups.where(col("kind").isin(exclusive.toArray()))
                .select(col("group_code").as("its_group"), col("kind"))
                // versions of a group say its kind again
                .distinct();
        Dataset<Row> members = memberships
                .join(broadcast(kinds), col("group_code").equalTo(col("its_group")), "inner")
                .select(Findings.placeAnd(
                        "is_new", "kind", "school_code", "group_code", "joined_on", "left_on", "as_of", "submitter"))
                .where(col("as_of").isNull().or(OpenDays.end(col("left_on")).gt(col("as_of"))));
        Column bothSpans = a("as_of").isNull().and(b("as_of").isNull());
        Column daysInCommon = OpenDays.begin(a("joined_on"))
                .lt(OpenDays.end(b("left_on")))
                .and(OpenDays.begin(b("joined_on")).lt(OpenDays.end(a("left_on"))));
        Column sameSnapshot = a("as_of").equalTo(b("as_of")).and(a("submitter").eqNullSafe(b("submitter")));
        Dataset<Row> doubled = members.as("a")
                .join(
                        members.as("b"),
                        a("school_code")
                                .equalTo(b("school_code"))
                                .and(a("kind").equalTo(b("kind")))
                                .and(a("group_code").notEqual(b("group_code")))
                                .and(bothSpans.and(daysInCommon).or(sameSnapshot)),
                        "left_semi")
                .where("is_new");
        return Findings.of(doubled, "group_membership", code, "school_code");
    }

    private static Column a(String name) {
        return col("a." + name);
    }

    private static Column b(String name) {
        return col("b." + name);
    }
}
