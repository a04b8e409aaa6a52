package org.manyuan.metric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What joining a group may change, one value a unit and year.
 *
 * @param name its part of a row's variant; empty for the default
 * @param cells by unit, then school year
 */
record JoiningOutcome(String name, Map<String, Map<Integer, Cell>> cells) {
    /**
     * A unit in a year.
     *
     * @param value the outcome; NaN where it cannot be told
     * @param students whom the value rests on
     * @param examCode the paper; empty for what is no score
     */
    record Cell(double value, long students, String examCode, Inputs inputs) {}

    /** Where units stand in SDs of everyone who sat their paper; of several papers of a year the last one that the unit sat. */
    static JoiningOutcome standing(ExamSeries series) {
        return of("", series, sitting -> unit -> {
            double sd = sitting.all().sd();
            return sd > 0 ? (unit.mean() - sitting.all().mean()) / sd : Double.NaN;
        });
    }

    /** The share of excellent pupils (优秀率). */
    static JoiningOutcome excellent(ExamSeries series) {
        return of(
                "excellent",
                series,
                sitting -> unit -> Rate.EXCELLENT
                        .below(List.of(unit), sitting.paper())
                        .map(below -> 1 - (double) below / unit.n())
                        .orElse(Double.NaN));
    }

    /** The logarithm of the entrants of a stage. */
    static JoiningOutcome intake(EnrollmentBook book, String stage) {
        Map<String, Map<Integer, Cell>> cells = new TreeMap<>();
        for (int year : book.years(stage)) {
            book.units(stage, year).forEach((code, unit) -> {
                Long intake = unit.intake();
                cells.computeIfAbsent(code, any -> new TreeMap<>())
                        .put(
                                year,
                                new Cell(
                                        intake == null || intake == 0 ? Double.NaN : Math.log(intake),
                                        intake == null ? 0 : intake,
                                        "",
                                        unit.inputs()));
            });
        }
        return new JoiningOutcome("intake", cells);
    }

    private interface Figure {
        ToDoubleFunction<UnitMarks> in(Sitting sitting);
    }

    private static JoiningOutcome of(String name, ExamSeries series, Figure figure) {
        Map<String, Map<Integer, Cell>> cells = new TreeMap<>();
        for (Sitting sitting : series.all()) {
            for (UnitMarks unit : sitting.here()) {
                cells.computeIfAbsent(unit.schoolCode(), any -> new TreeMap<>())
                        .put(
                                sitting.schoolYear(),
                                new Cell(
                                        figure.in(sitting).applyAsDouble(unit),
                                        unit.fewest(),
                                        sitting.examCode(),
                                        unit.inputs().and(sitting.inputs())));
            }
        }
        return new JoiningOutcome(name, cells);
    }
}
