package org.manyuan.metric;

import java.util.ArrayList;
import java.util.List;
import org.manyuan.domain.Unit;

/**
 * One unit or scope of a year, and the year it is compared with.
 *
 * @param unit null for a scope
 * @param scope null for a unit
 * @param kind the kind of group that gives membership or the base year; empty where neither rests on a group
 * @param base empty for the default base_previous, else base_founding
 * @param codes who belongs now
 * @param codesAtBase who belonged in the base year
 */
record YearComparison(
        Unit unit,
        Scope scope,
        String kind,
        String base,
        int baseYear,
        List<String> codes,
        List<String> codesAtBase,
        boolean approximate) {
    static final String FOUNDING = "base_founding";

    static YearComparison of(Unit unit, String kind, String base, int baseYear) {
        List<String> code = List.of(unit.schoolCode());
        return new YearComparison(unit, null, kind, base, baseYear, code, code, false);
    }

    /** Puts the row where the unit or scope stands, with its base year, and other parts at the end of the variant. */
    MetricRow place(MetricRow row, String... other) {
        List<String> parts = new ArrayList<>(List.of(kind, base, unit == null ? scope.side() : ""));
        parts.addAll(List.of(other));
        return (unit == null ? scope.place(row) : row.unit(unit))
                .baseYear(baseYear)
                .variant(parts.toArray(String[]::new));
    }

    Inputs membership() {
        return unit == null ? scope.membership() : Inputs.none();
    }
}
