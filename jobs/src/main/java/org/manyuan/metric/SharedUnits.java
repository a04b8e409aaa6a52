package org.manyuan.metric;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What two sittings of different years have in common: the territory's panel units that sat both, and by how much the standing of every
 * panel unit with results in both years changed, in SDs of its papers. Totals once, so that each group costs only its own units.
 */
final class SharedUnits {
    private final Side now;
    private final Side base;
    private final Set<String> codes = new HashSet<>();
    private final Map<String, Double> shifts = new TreeMap<>();
    private final Map<String, String> panelUnits = new HashMap<>();
    private final double middle;
    private final double sum;
    private final double squares;

    /**
     * Shifts of the units outside a group.
     *
     * @param units how many
     * @param sd their SD (n − 1); NaN for fewer than two
     */
    record Spread(int units, double sd) {}

    /** Pupils and where they stand, in SDs from the mean of everyone who sat their paper. */
    private record Standing(long n, double z) {
        Standing and(Standing other) {
            long both = n + other.n;
            return new Standing(both, (n * z + other.n * other.z) / both);
        }
    }

    SharedUnits(ExamSeries series, Sitting now, Sitting base) {
        PanelUnits panel = series.panel(base, now);
        List<PanelUnit> both = panel
                .of(now.here().stream().map(UnitMarks::schoolCode).toList())
                .stream()
                .filter(PanelUnit::isInBoth)
                .toList();
        both.forEach(unit -> codes.addAll(unit.now()));
        this.now = Side.of(both.stream().map(unit -> now.together(unit.now())).toList());
        this.base =
                Side.of(both.stream().map(unit -> base.together(unit.then())).toList());
        Map<String, Standing> standings = standings(series, now);
        Map<String, Standing> earlier = standings(series, base);
        for (PanelUnit unit :
                panel.having(earlier::containsKey, standings::containsKey).of(standings.keySet())) {
            if (unit.isInBoth()) {
                String name = unit.now().get(0);
                shifts.put(name, z(standings, unit.now()) - z(earlier, unit.then()));
                unit.codes().forEach(code -> panelUnits.put(code, name));
            }
        }
        this.middle = shifts.values().stream().mapToDouble(x -> x).average().orElse(0);
        this.sum = shifts.values().stream().mapToDouble(x -> x - middle).sum();
        this.squares = shifts.values().stream()
                .mapToDouble(x -> (x - middle) * (x - middle))
                .sum();
    }

    /** The pupils of the current year outside a group. */
    Side nowWithout(List<UnitMarks> group) {
        return now.minus(Side.of(group));
    }

    /** The pupils of the base year outside a group. */
    Side baseWithout(List<UnitMarks> group) {
        return base.minus(Side.of(group));
    }

    /** Those of the current codes that are among the pupils outside a group. */
    List<String> without(Collection<PanelUnit> group, List<String> schoolCodes) {
        return schoolCodes.stream()
                .filter(codes::contains)
                .filter(code -> group.stream().noneMatch(unit -> unit.now().contains(code)))
                .toList();
    }

    /** S_Δ of METRICS B4: how much panel units without a part in the group moved against each other. */
    Spread without(Collection<String> group) {
        double restSum = sum;
        double restSquares = squares;
        int units = shifts.size();
        Set<String> inGroup = new HashSet<>();
        for (String code : group) {
            String unit = panelUnits.get(code);
            if (unit != null && inGroup.add(unit)) {
                double shift = shifts.get(unit) - middle;
                restSum -= shift;
                restSquares -= shift * shift;
                units--;
            }
        }
        double variance = units < 2 ? Double.NaN : (restSquares - restSum * restSum / units) / (units - 1);
        return new Spread(units, Math.sqrt(variance < 0 ? 0 : variance));
    }

    /** (ȳ − μ_e)/SD_e of every unit: under the sitting where it sat that, else under the last it sat that year. */
    private static Map<String, Standing> standings(ExamSeries series, Sitting sitting) {
        Map<String, Standing> standings = new TreeMap<>();
        for (Sitting other : sitting.isAdjusted() ? List.<Sitting>of() : series.of(sitting.schoolYear())) {
            other.here().forEach(unit -> put(standings, other, unit));
        }
        sitting.here().forEach(unit -> put(standings, sitting, unit));
        return standings;
    }

    private static void put(Map<String, Standing> standings, Sitting sitting, UnitMarks unit) {
        standing(sitting, unit.mean()).ifPresent(z -> standings.put(unit.schoolCode(), new Standing(unit.n(), z)));
    }

    /** All pupils of the parts together, each by the paper sat. */
    private static double z(Map<String, Standing> standings, List<String> parts) {
        return parts.stream()
                .map(standings::get)
                .reduce(Standing::and)
                .orElseThrow()
                .z();
    }

    /** A mean in SDs of the paper from the mean of everyone who sat it; empty where the paper has no SD. */
    static Optional<Double> standing(Sitting sitting, double mean) {
        double sd = sitting.all().sd();
        return sd > 0 ? Optional.of((mean - sitting.all().mean()) / sd) : Optional.empty();
    }
}
