package org.manyuan.metric;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The units of a district with results in both years, in order of school_code, and what they leave out: units with results in one of
 * the years only. Source: METRICS B4.
 *
 * @param base null where the base year has no results
 * @param codes the units of the panel
 */
record DistrictPanel(Sitting now, Sitting base, List<String> codes, LeftOut leftOut) {

    /** The panel with that sitting of the base year which keeps most units, of equals the last. */
    static DistrictPanel of(ExamSeries series, String district, Sitting now, BaseYear baseYear) {
        DistrictPanel best = null;
        for (Sitting base : candidates(series, district, now, baseYear)) {
            List<String> codes = now.in(district).stream()
                    .map(UnitMarks::schoolCode)
                    .filter(unit -> base.of(unit).isPresent())
                    .toList();
            DistrictPanel panel =
                    new DistrictPanel(now, base, codes, leftOut(series, district, now, baseYear.year(), codes));
            best = best == null || panel.codes.size() >= best.codes.size() ? panel : best;
        }
        return best == null
                ? new DistrictPanel(now, null, List.of(), leftOut(series, district, now, baseYear.year(), List.of()))
                : best;
    }

    /** Pooled papers are compared with pooled ones where the base year has them too. */
    static List<Sitting> candidates(ExamSeries series, String district, Sitting now, BaseYear baseYear) {
        List<Sitting> candidates = new ArrayList<>(baseYear.sittings());
        if (now.isPooled()) {
            series.pooledOf(baseYear.year()).stream()
                    .filter(pool -> pool.concerns(district))
                    .forEach(candidates::add);
        }
        return candidates;
    }

    List<UnitMarks> unitsNow() {
        return now.of(codes);
    }

    List<UnitMarks> unitsThen() {
        return base == null ? List.of() : base.of(codes);
    }

    private static LeftOut leftOut(ExamSeries series, String district, Sitting now, int baseYear, List<String> codes) {
        Set<String> units = new LinkedHashSet<>();
        for (int year : List.of(now.schoolYear(), baseYear)) {
            series.of(year).forEach(sitting -> sitting.in(district).forEach(unit -> units.add(unit.schoolCode())));
        }
        codes.forEach(units::remove);
        LeftOut leftOut = LeftOut.NOTHING;
        for (String unit : units) {
            leftOut = series.without(leftOut, now.schoolYear(), baseYear, unit);
        }
        return leftOut;
    }
}
