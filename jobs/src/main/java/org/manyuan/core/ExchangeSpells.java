package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.ExchangeSpell;
import org.manyuan.record.RecordRows;

/** {@code fct_exchange}: one row per exchange of a teacher. */
public final class ExchangeSpells {
    private ExchangeSpells() {}

    /** The current rows of {@code stg_teacher_exchange}; one that does not say when it began overlaps no year and is left out. */
    public static Dataset<ExchangeSpell> of(Dataset<Row> exchange) {
        return RecordRows.records(exchange.filter("started_on IS NOT NULL"), ExchangeSpell.class);
    }
}
