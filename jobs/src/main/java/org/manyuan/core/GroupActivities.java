package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.GroupActivity;
import org.manyuan.record.RecordRows;

/** {@code fct_activity}: one row per activity of a group. */
public final class GroupActivities {
    private GroupActivities() {}

    /** The current rows of {@code stg_group_activity}, as they are. */
    public static Dataset<GroupActivity> of(Dataset<Row> stored) {
        return RecordRows.records(stored, GroupActivity.class);
    }
}
