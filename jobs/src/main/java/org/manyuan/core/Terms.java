package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.Term;
import org.manyuan.record.RecordRows;

/** {@code dim_term}: one row per district, school year and term. */
public final class Terms {
    private Terms() {}

    /** The current rows of {@code stg_term_calendar}, as they are; a term without both of its days says nothing and is left out. */
    public static Dataset<Term> of(Dataset<Row> calendar) {
        return RecordRows.records(calendar.filter("from_on IS NOT NULL AND to_on IS NOT NULL"), Term.class);
    }
}
