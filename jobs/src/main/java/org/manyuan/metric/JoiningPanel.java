package org.manyuan.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.manyuan.domain.Flag;
import org.manyuan.statistics.AdoptionPanel;
import org.manyuan.statistics.AdoptionUnit;
import org.manyuan.statistics.Controls;
import org.manyuan.statistics.GroupTimeEffect;

/**
 * The units of a district whose outcome before and after joining is compared, those of one side and those that never joined: the ones
 * that were in no group in the first year and have the outcome in every year. Source: METRICS B7.
 *
 * @param codes of all units with something handed in
 * @param years that the panel stands on: those that leave most to compare, years times the units of the smaller side, so that a year
 *     without the outcome, or one that few units have, does not empty it
 * @param used the units compared
 */
record JoiningPanel(
        JoiningOutcome outcome,
        Joining joining,
        Set<String> codes,
        NavigableSet<Integer> years,
        List<AdoptionUnit> used) {

    /** @param codes of at least one unit, each with an outcome known or not in some year */
    static JoiningPanel of(JoiningOutcome outcome, Joining joining, Set<String> codes) {
        NavigableSet<Integer> years = years(outcome, joining, codes);
        List<AdoptionUnit> used = codes.stream()
                .map(code -> AdoptionUnit.of(
                        code,
                        joining.cluster().get(code),
                        joining.firstYear().get(code),
                        years.stream()
                                .mapToDouble(year -> value(outcome, code, year))
                                .toArray()))
                .filter(unit -> unit.firstYear() > years.first()
                        && Arrays.stream(unit.outcome()).allMatch(Double::isFinite))
                .toList();
        return new JoiningPanel(outcome, joining, codes, years, used);
    }

    /** Tried from the year that most units have the outcome in to the one that fewest have; where nothing can be compared all of them. */
    private static NavigableSet<Integer> years(JoiningOutcome outcome, Joining joining, Set<String> codes) {
        Map<Integer, Long> units = new TreeMap<>();
        codes.forEach(code -> outcome.cells()
                .get(code)
                .forEach((year, cell) -> units.merge(year, Double.isFinite(cell.value()) ? 1L : 0L, Long::sum)));
        NavigableSet<Integer> best = new TreeSet<>(units.keySet());
        best.removeIf(year -> units.get(year) == 0);
        NavigableSet<Integer> tried = new TreeSet<>();
        long most = 0;
        for (int year : units.keySet().stream()
                .sorted(Comparator.<Integer, Long>comparing(units::get)
                        .thenComparing(year -> year)
                        .reversed())
                .toList()) {
            tried.add(year);
            long compared = tried.size() * smallerSide(outcome, joining, codes, tried);
            if (compared > 0 && compared >= most) {
                most = compared;
                best = new TreeSet<>(tried);
            }
        }
        return best.isEmpty() ? tried : best;
    }

    /** Units with the outcome in all these years: that joined within them, or that never joined if those are fewer. */
    private static long smallerSide(
            JoiningOutcome outcome, Joining joining, Set<String> codes, NavigableSet<Integer> years) {
        long joined = 0;
        long never = 0;
        for (String code : codes) {
            int firstYear = joining.firstYear().get(code);
            boolean whole = years.stream().allMatch(year -> Double.isFinite(value(outcome, code, year)));
            joined += whole && firstYear > years.first() && firstYear <= years.last() ? 1 : 0;
            never += whole && firstYear > years.last() ? 1 : 0;
        }
        boolean isCompared = codes.stream().anyMatch(code -> joining.firstYear().get(code) == AdoptionUnit.NEVER);
        return isCompared ? Math.min(joined, never) : joined;
    }

    private static double value(JoiningOutcome outcome, String code, int year) {
        JoiningOutcome.Cell cell = outcome.cells().get(code).get(year);
        return cell == null ? Double.NaN : cell.value();
    }

    AdoptionPanel adoption() {
        return AdoptionPanel.of(years.stream().mapToInt(Integer::intValue).toArray(), used);
    }

    /** What all its rows begin with: the last year, everyone's counts, what is left out. */
    MetricRow heading(MetricRow row) {
        LeftOut leftOut = LeftOut.NOTHING;
        for (String code : codes) {
            boolean isUsed = used.stream().anyMatch(unit -> unit.key().equals(code));
            JoiningOutcome.Cell last = outcome.cells().get(code).get(years.last());
            leftOut = isUsed ? leftOut : leftOut.plus(last == null ? 0 : last.students());
        }
        Long fewest = Fewest.of(used.stream().flatMapToLong(unit -> years.stream()
                .mapToLong(year -> cell(unit, year).students())));
        return row.copy()
                .year(years.last())
                .exam(exam(years.last()))
                .frame(Rules.SCHOOLS)
                .counts(students(used, years.last()), used.size())
                .behind(fewest, fewest)
                .leftOut(leftOut)
                .flag(lacksOutcome(), Flag.MISSING_INPUT)
                .inputs(Inputs.all(Stream.concat(
                                codes.stream().map(joining.inputs()::get),
                                codes.stream().flatMap(code -> outcome.cells().get(code).values().stream()
                                        .map(JoiningOutcome.Cell::inputs)))
                        .toList()));
    }

    /** The row of an effect in one year: with the exam of that year, and the students then of the units that it compares. */
    MetricRow heading(MetricRow row, GroupTimeEffect cell, Controls controls) {
        List<AdoptionUnit> compared = used.stream()
                .filter(unit -> unit.firstYear() == cell.cohort()
                        || controls.admits(unit.firstYear(), cell.cohort(), cell.year(), years.last()))
                .toList();
        return row.exam(exam(cell.year())).counts(students(compared, cell.year()), compared.size());
    }

    /** Whether units joined within the years, and none of them has the outcome in all. */
    private boolean lacksOutcome() {
        return codes.stream().anyMatch(code -> joinsWithin(joining.firstYear().get(code)))
                && used.stream().noneMatch(unit -> joinsWithin(unit.firstYear()));
    }

    private boolean joinsWithin(int firstYear) {
        return firstYear > years.first() && firstYear <= years.last();
    }

    /** The exam of the one paper that the units sat in a year; empty where they sat several. */
    private String exam(int year) {
        List<String> exams = codes.stream()
                .map(code -> outcome.cells().get(code).get(year))
                .filter(Objects::nonNull)
                .map(JoiningOutcome.Cell::examCode)
                .distinct()
                .toList();
        return exams.size() == 1 ? exams.get(0) : "";
    }

    private long students(List<AdoptionUnit> units, int year) {
        return units.stream().mapToLong(unit -> cell(unit, year).students()).sum();
    }

    private JoiningOutcome.Cell cell(AdoptionUnit unit, int year) {
        return outcome.cells().get(unit.key()).get(year);
    }
}
