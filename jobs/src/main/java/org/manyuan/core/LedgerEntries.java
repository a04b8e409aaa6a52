package org.manyuan.core;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.manyuan.domain.LedgerEntry;
import org.manyuan.domain.LedgerFact;
import org.manyuan.record.RecordRows;

/** {@code fct_ledger}: one row per entry of the ledger. */
public final class LedgerEntries {
    private LedgerEntries() {}

    /** The current rows of {@code stg_ledger}, as they are. */
    public static Dataset<LedgerEntry> of(Dataset<Row> stored) {
        return RecordRows.records(stored, LedgerEntry.class);
    }

    /** The same as conditions of schemes see them. */
    public static Dataset<LedgerFact> facts(Dataset<Row> stored) {
        return RecordRows.records(stored, LedgerFact.class);
    }
}
