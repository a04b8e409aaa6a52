package org.manyuan.assessment;

import java.util.Collection;
import java.util.List;
import org.manyuan.domain.CheckResult;
import org.manyuan.domain.MetricValue;
import org.manyuan.domain.Origin;

/**
 * How one item of a county standard came out.
 *
 * @param value found; null where unknown
 * @param threshold asked for; null where the ledger's word decides
 * @param n behind the value; null where there is none
 * @param figures that decided
 * @param origin of everything that decided
 */
record ItemResult(
        CheckResult result, Double value, Double threshold, Long n, List<MetricValue> figures, Origin origin) {
    static final ItemResult UNKNOWN = of(CheckResult.UNKNOWN);

    static ItemResult of(CheckResult result) {
        return new ItemResult(result, null, null, null, List.of(), Origin.REPORTED);
    }

    /**
     * A share of what is counted against the share that is asked for.
     *
     * @param complete whether everything that should be counted is known; what is not does not mend a failure of those that are
     */
    static ItemResult share(long reached, long all, double asked, boolean complete, Origin origin) {
        boolean cannot = all > 0 && asked == 1 && reached < all;
        if (all == 0 || !complete && !cannot) {
            return new ItemResult(CheckResult.UNKNOWN, null, asked, all, List.of(), origin);
        }
        double share = (double) reached / all;
        return new ItemResult(
                share >= asked ? CheckResult.PASS : CheckResult.FAIL, share, asked, all, List.of(), origin);
    }

    /** Both must hold. */
    ItemResult and(ItemResult other) {
        return new ItemResult(
                worst(List.of(result, other.result)),
                value == null ? other.value : value,
                threshold == null ? other.threshold : threshold,
                n == null ? other.n : n,
                figures.isEmpty() ? other.figures : figures,
                origin.and(other.origin));
    }

    /** A failure decides; else what is unknown; what does not apply counts only where nothing else does. */
    static CheckResult worst(Collection<CheckResult> results) {
        if (results.contains(CheckResult.FAIL)) {
            return CheckResult.FAIL;
        }
        if (results.contains(CheckResult.UNKNOWN)) {
            return CheckResult.UNKNOWN;
        }
        return results.contains(CheckResult.PASS) ? CheckResult.PASS : CheckResult.NA;
    }
}
