package org.manyuan.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Units over years, each with the first year under treatment. Units that were under treatment in the first year already say nothing of
 * its effect: they are dropped and counted. Units whose treatment comes after the last year count as never treated. METRICS B7.
 */
public final class AdoptionPanel {
    private final int[] years;
    private final List<AdoptionUnit> units;
    private final int treatedFromTheStart;
    private final int incomplete;

    private AdoptionPanel(int[] years, List<AdoptionUnit> units, int treatedFromTheStart, int incomplete) {
        this.years = years;
        this.units = units;
        this.treatedFromTheStart = treatedFromTheStart;
        this.incomplete = incomplete;
    }

    /**
     * The panel of these units, in order of key.
     *
     * @param years ascending; they need not be consecutive
     * @throws IllegalArgumentException where there is no year, years do not ascend, a key stands twice, or a unit has other years or
     *     covariates
     */
    public static AdoptionPanel of(int[] years, List<AdoptionUnit> units) {
        require(years.length > 0, "a panel has at least one year: give the years of its outcomes");
        for (int t = 1; t < years.length; t++) {
            require(years[t - 1] < years[t], "years of a panel ascend: sort them and drop doubles");
        }
        List<AdoptionUnit> sorted =
                units.stream().sorted(Comparator.comparing(AdoptionUnit::key)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            AdoptionUnit unit = sorted.get(i);
            require(i == 0 || !unit.key().equals(sorted.get(i - 1).key()), "a unit stands twice: give one row a unit");
            require(
                    unit.outcome().length == years.length && unit.covariates().length == years.length,
                    "a unit has other years than the panel: give one value a year, NaN where there is none");
            int width = sorted.get(0).covariates()[0].length;
            require(
                    Arrays.stream(unit.covariates()).allMatch(row -> row.length == width),
                    "units have different covariates: give each the same ones in every year");
        }
        List<AdoptionUnit> late =
                sorted.stream().filter(unit -> unit.firstYear() > years[0]).toList();
        return new AdoptionPanel(years.clone(), late, sorted.size() - late.size(), 0);
    }

    /** Only the units with outcome and covariates in every year; the others are counted. */
    public AdoptionPanel balanced() {
        List<AdoptionUnit> whole =
                units.stream().filter(AdoptionUnit::hasEveryYear).toList();
        return new AdoptionPanel(years, whole, treatedFromTheStart, incomplete + units.size() - whole.size());
    }

    /** Units, those dropped not among them. */
    public int size() {
        return units.size();
    }

    /** Units dropped because they were under treatment in the first year. */
    public int treatedFromTheStart() {
        return treatedFromTheStart;
    }

    /** Units dropped by {@link #balanced}. */
    public int incomplete() {
        return incomplete;
    }

    /** The years that begin a treatment, ascending. */
    public int[] cohorts() {
        return units.stream()
                .mapToInt(AdoptionUnit::firstYear)
                .filter(year -> year <= years[years.length - 1])
                .distinct()
                .sorted()
                .toArray();
    }

    /** Units first treated in that year. */
    public int size(int cohort) {
        return (int) units.stream().filter(unit -> unit.firstYear() == cohort).count();
    }

    /** Share of all units that were first treated in that year. */
    public double share(int cohort) {
        return (double) size(cohort) / units.size();
    }

    /** The first year under treatment of unit i; {@link AdoptionUnit#NEVER} also where it comes after the last year. */
    int cohortOf(int i) {
        int first = units.get(i).firstYear();
        return first > years[years.length - 1] ? AdoptionUnit.NEVER : first;
    }

    /** The largest outcome, whatever its sign: what the rounding of a change is judged beside. */
    double largest() {
        return units.stream()
                .flatMapToDouble(unit -> Arrays.stream(unit.outcome()))
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    int[] years() {
        return years.clone();
    }

    AdoptionUnit unit(int i) {
        return units.get(i);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
