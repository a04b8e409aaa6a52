package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.ResourceFact;
import org.manyuan.record.RecordRows;

/** {@code fct_resource}: one row per unit, school year and stage. */
public final class ResourceFacts {
    private ResourceFacts() {}

    /** The current rows of {@code stg_school_resource}, as they are: a figure that was not handed in stays unknown. */
    public static Dataset<ResourceFact> of(Dataset<Row> resource) {
        return RecordRows.records(resource, ResourceFact.class);
    }
}
