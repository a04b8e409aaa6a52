package org.manyuan.measure;

import org.manyuan.domain.LedgerFact;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.PolicyCheck;

/**
 * A figure, a check or an entry of the ledger that a scheme is run on, addressed to the scheme: at most one of the records is there; none
 * in the row that only says that the scheme is run. Public because Spark's generated code makes it.
 */
public record RegionRow(String scheme, MetricValue figure, PolicyCheck check, LedgerFact entry) {
    static RegionRow of(String scheme) {
        return new RegionRow(scheme, null, null, null);
    }

    static RegionRow of(String scheme, MetricValue figure) {
        return new RegionRow(scheme, figure, null, null);
    }

    static RegionRow of(String scheme, PolicyCheck check) {
        return new RegionRow(scheme, null, check, null);
    }

    static RegionRow of(String scheme, LedgerFact entry) {
        return new RegionRow(scheme, null, null, entry);
    }
}
