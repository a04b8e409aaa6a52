package org.manyuan.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** Days that nobody said: an empty beginning lies before, an empty end behind every day that is said. */
final class OpenDays {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private OpenDays() {}

    static Column begin(Column day) {
        return coalesce(day, lit(FIRST));
    }

    static Column end(Column day) {
        return coalesce(day, lit(LAST));
    }
}
