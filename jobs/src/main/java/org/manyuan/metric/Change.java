package org.manyuan.metric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.manyuan.domain.Verdict;
import org.manyuan.statistics.BenjaminiHochberg;
import org.manyuan.statistics.Interval;

/**
 * A change of a gap that waits for its verdict: what may be said of it depends on the p of its whole family.
 *
 * @param family what shares its series, subject, grade, year, gap, kind, base, panel and frame
 * @param p NaN where there is no interval
 * @param interval of the change; below 0 is narrower
 * @param reversed whether both years' signed intervals exclude 0 with opposite signs
 */
record Change(String family, MetricRow row, double p, Interval interval, boolean reversed) {

    /** One of which nothing is known but why. */
    static Change unknown(String family, MetricRow row) {
        return new Change(family, row, Double.NaN, Interval.NONE, false);
    }

    /** Adjusts every family (Benjamini–Hochberg) and writes q and verdict into the rows. Source: METRICS B4. */
    static void judge(List<Change> changes) {
        Map<String, List<Change>> families = new TreeMap<>();
        changes.forEach(change -> families.computeIfAbsent(change.family, any -> new java.util.ArrayList<>())
                .add(change));
        families.values().forEach(Change::judgeFamily);
    }

    private static void judgeFamily(List<Change> family) {
        double[] p = family.stream().mapToDouble(Change::p).toArray();
        double[] q = BenjaminiHochberg.adjust(p);
        long size = java.util.Arrays.stream(p).filter(one -> !Double.isNaN(one)).count();
        for (int i = 0; i < p.length; i++) {
            Change change = family.get(i);
            boolean stands = size <= Rules.SMALL_FAMILY || q[i] <= Rules.FALSE_DISCOVERY_RATE;
            change.row.p(p[i]).q(q[i]).verdict(change.verdict(stands));
        }
    }

    private Verdict verdict(boolean stands) {
        if (!interval.exists()) {
            return Verdict.NOT_JUDGED;
        }
        if (reversed) {
            return Verdict.REVERSED;
        }
        if (!stands || !interval.excludesZero()) {
            return Verdict.NO_DETECTABLE_CHANGE;
        }
        return interval.hi() < 0 ? Verdict.NARROWED : Verdict.WIDENED;
    }
}
