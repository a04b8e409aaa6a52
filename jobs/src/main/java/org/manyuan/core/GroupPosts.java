package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.GroupPost;
import org.manyuan.record.RecordRows;

/** {@code fct_group_post}: one row per person and time in a post of a group. */
public final class GroupPosts {
    private GroupPosts() {}

    /** The current rows of {@code stg_group_post}, as they are. */
    public static Dataset<GroupPost> of(Dataset<Row> stored) {
        return RecordRows.records(stored, GroupPost.class);
    }
}
