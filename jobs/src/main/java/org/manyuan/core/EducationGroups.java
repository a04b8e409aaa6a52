package org.manyuan.core;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.EducationGroup;
import org.manyuan.domain.MembershipSpan;
import org.manyuan.domain.Unit;
import org.manyuan.record.RecordRows;

/** {@code dim_group}: one row per group. */
public final class EducationGroups {
    private EducationGroups() {}

    /**
     * @param group current rows of {@code stg_education_group}
     * @param spans memberships with roles
     * @return one row per group_code; without an authority that of its lead counts: of several leads known now one that has
     *     not left, then the one that joined last, then the lowest code; without a lead it stays unknown
     */
    public static Dataset<EducationGroup> of(Dataset<Row> group, Dataset<MembershipSpan> spans, Dataset<Unit> units) {
        Dataset<Row> leads = Latest.of(
                        spans.filter("knownTo IS NULL AND role = 'lead'")
                                .select(
                                        col("groupCode").as("lead_group"),
                                        col("schoolCode"),
                                        col("joinedOn"),
                                        col("leftOn")),
                        List.of("lead_group"),
                        List.of(
                                col("leftOn").isNull().desc(),
                                col("joinedOn").desc(),
                                col("schoolCode").asc()))
                .join(
                        units.select(
                                col("schoolCode").as("unit_code"),
                                col("authorityCode").as("lead_authority")),
                        col("schoolCode").equalTo(col("unit_code")),
                        "inner")
                .select("lead_group", "lead_authority");
        Dataset<Row> groups = group.join(leads, col("group_code").equalTo(col("lead_group")), "left")
                .withColumn("authority_code", coalesce(col("authority_code"), col("lead_authority")))
                .withColumn("kind", coalesce(col("kind"), lit("education_group")));
        return RecordRows.records(groups, EducationGroup.class);
    }
}
