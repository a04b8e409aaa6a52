package org.manyuan.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The year a change compares with, and the sittings of it that may serve. Source: METRICS B4.
 *
 * @param name base_founding or base_previous: a part of the variant
 * @param sittings none where the year has no results
 */
record BaseYear(String name, int year, List<Sitting> sittings) {

    /** The base years of a sitting: that of founding where it lies before the sitting's year, and the year before. */
    static List<BaseYear> of(ExamSeries series, Sitting now, LocalDate foundedOn, Predicate<Sitting> hasResults) {
        List<BaseYear> years = new ArrayList<>();
        founding(series, foundedOn, hasResults)
                .filter(base -> base.year < now.schoolYear())
                .ifPresent(years::add);
        years.add(previous(series, now, hasResults));
        return years;
    }

    /** t − 1. */
    static BaseYear previous(ExamSeries series, Sitting now, Predicate<Sitting> hasResults) {
        int year = now.schoolYear() - 1;
        return new BaseYear(
                "base_previous",
                year,
                series.of(year).stream().filter(hasResults).toList());
    }

    /**
     * The last year with results whose exam was held before the day of founding; where there is none, or no day is known, the first
     * year with results.
     *
     * @param foundedOn null where unknown
     */
    static Optional<BaseYear> founding(ExamSeries series, LocalDate foundedOn, Predicate<Sitting> hasResults) {
        List<Sitting> sat = series.all().stream().filter(hasResults).toList();
        List<Sitting> before = sat.stream()
                .filter(sitting -> foundedOn != null && sitting.heldOn().isBefore(foundedOn))
                .toList();
        List<Sitting> eligible = before.isEmpty() ? sat : before;
        return eligible.stream()
                .mapToInt(Sitting::schoolYear)
                .reduce((first, second) -> before.isEmpty() ? Math.min(first, second) : Math.max(first, second))
                .stream()
                .mapToObj(year -> new BaseYear(
                        "base_founding",
                        year,
                        eligible.stream()
                                .filter(sitting -> sitting.schoolYear() == year)
                                .toList()))
                .findFirst();
    }
}
