package org.manyuan.metric;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What two sittings of different years have in common: the territory's units that sat both, and by how much the standing of every
 * unit with results in both years changed, in SDs of its papers. Totals once, so that each group costs only its own units.
 */
final class SharedUnits {
    private final Side now;
    private final Side base;
    private final Map<String, Double> shifts = new TreeMap<>();
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

    SharedUnits(ExamSeries series, Sitting now, Sitting base) {
        List<String> both = now.here().stream()
                .map(UnitMarks::schoolCode)
                .filter(unit -> base.of(unit).isPresent())
                .toList();
        this.now = Side.of(now.of(both));
        this.base = Side.of(base.of(both));
        Map<String, Double> standings = standings(series, now);
        Map<String, Double> earlier = standings(series, base);
        standings.forEach((unit, z) -> {
            if (earlier.containsKey(unit)) {
                shifts.put(unit, z - earlier.get(unit));
            }
        });
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

    /** S_Δ of METRICS B4: how much units outside the group moved against each other. */
    Spread without(Collection<String> group) {
        double restSum = sum;
        double restSquares = squares;
        int units = shifts.size();
        for (String unit : group) {
            if (shifts.containsKey(unit)) {
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
    private static Map<String, Double> standings(ExamSeries series, Sitting sitting) {
        Map<String, Double> standings = new TreeMap<>();
        for (Sitting other : series.of(sitting.schoolYear())) {
            other.here().forEach(unit -> put(standings, other, unit));
        }
        sitting.here().forEach(unit -> put(standings, sitting, unit));
        return standings;
    }

    private static void put(Map<String, Double> standings, Sitting sitting, UnitMarks unit) {
        standing(sitting, unit.mean()).ifPresent(z -> standings.put(unit.schoolCode(), z));
    }

    /** A mean in SDs of the paper from the mean of everyone who sat it; empty where the paper has no SD. */
    static Optional<Double> standing(Sitting sitting, double mean) {
        double sd = sitting.all().sd();
        return sd > 0 ? Optional.of((mean - sitting.all().mean()) / sd) : Optional.empty();
    }
}
