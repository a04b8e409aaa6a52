package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.TeacherFact;
import org.manyuan.record.RecordRows;

/** {@code fct_teacher}: one row per teacher and school year. */
public final class TeacherFacts {
    private TeacherFacts() {}

    /** The current rows of {@code stg_teacher_roll}, as they are. */
    public static Dataset<TeacherFact> of(Dataset<Row> roll) {
        return RecordRows.records(roll, TeacherFact.class);
    }
}
