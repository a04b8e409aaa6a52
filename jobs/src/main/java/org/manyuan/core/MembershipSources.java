package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Unit;

/**
 * What memberships follow from: of every dataset all rows that were ever handed in, not only the current ones, because what was
 * replaced or taken back is what we knew.
 *
 * @param memberships {@code stg_group_membership}
 * @param groups {@code stg_education_group}
 * @param successions {@code stg_school_succession}
 * @param units as they are now
 * @param submissions one row per submission and period in which it counted: submission_id, known_from, known_to (null: it counts),
 *     is_patch; a submission that is missing here always counted
 */
public record MembershipSources(
        Dataset<Row> memberships,
        Dataset<Row> groups,
        Dataset<Row> successions,
        Dataset<Unit> units,
        Dataset<Row> submissions) {}
