package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.ClassFact;
import org.manyuan.record.RecordRows;

/** {@code fct_class}: one row per class of a unit, school year, stage and grade. */
public final class ClassFacts {
    private ClassFacts() {}

    /** The current rows of {@code stg_class_roll}, as they are: a count that was not handed in stays unknown. */
    public static Dataset<ClassFact> of(Dataset<Row> roll) {
        return RecordRows.records(roll, ClassFact.class);
    }
}
