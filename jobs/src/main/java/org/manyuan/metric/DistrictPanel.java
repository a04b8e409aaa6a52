package org.manyuan.metric;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The panel units with results in both years whose parts of the current year lie in a district, in order of school_code, and what they
 * leave out: units with results in one of the years only, or with parts elsewhere. Source: METRICS B4.
 *
 * @param base null where the base year has no results
 * @param units of the panel
 */
record DistrictPanel(Sitting now, Sitting base, List<PanelUnit> units, LeftOut leftOut) {

    /** The panel with that sitting of the base year which keeps most units, of equals the last. */
    static DistrictPanel of(ExamSeries series, String district, Sitting now, BaseYear baseYear) {
        Sitting best = null;
        List<PanelUnit> most = List.of();
        Set<String> here = codes(now.in(district));
        for (Sitting base : candidates(series, district, now, baseYear)) {
            List<PanelUnit> units = series.panel(base, now).of(here).stream()
                    .filter(unit -> unit.isInBoth() && unit.isNowWithin(here))
                    .toList();
            if (units.size() >= most.size()) {
                best = base;
                most = units;
            }
        }
        return new DistrictPanel(now, best, most, leftOut(series, district, now, baseYear, best, most));
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
        return units.stream().map(unit -> now.together(unit.now())).toList();
    }

    List<UnitMarks> unitsThen() {
        return units.stream().map(unit -> base.together(unit.then())).toList();
    }

    private static LeftOut leftOut(
            ExamSeries series, String district, Sitting now, BaseYear baseYear, Sitting base, List<PanelUnit> used) {
        Set<String> units = new LinkedHashSet<>();
        for (int year : List.of(now.schoolYear(), baseYear.year())) {
            series.of(year).forEach(sitting -> units.addAll(codes(sitting.in(district))));
        }
        return series.leftOut(now, baseYear.year(), base, units, used);
    }

    private static Set<String> codes(List<UnitMarks> units) {
        Set<String> codes = new LinkedHashSet<>();
        units.forEach(unit -> codes.add(unit.schoolCode()));
        return codes;
    }
}
