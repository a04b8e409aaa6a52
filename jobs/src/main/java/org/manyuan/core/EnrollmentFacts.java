package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.EnrollmentFact;
import org.manyuan.record.RecordRows;

/** {@code fct_enrollment}: one row per unit, school year, stage and grade. */
public final class EnrollmentFacts {
    private EnrollmentFacts() {}

    /** The current rows of {@code stg_enrollment}, as they are: a count that was not handed in stays unknown. */
    public static Dataset<EnrollmentFact> of(Dataset<Row> enrollment) {
        return RecordRows.records(enrollment, EnrollmentFact.class);
    }
}
