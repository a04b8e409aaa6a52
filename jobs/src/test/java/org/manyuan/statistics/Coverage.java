package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * How often a 95 % interval holds the known truth in 10,000 made-up territories. It may be shown unless its coverage is below 92 % beyond
 * chance (METRICS §0). Prints the row of the table in schemas/CLARIFICATIONS.md.
 *
 * @param share of the runs that gave an interval
 * @param error standard error of that share
 * @param given runs that gave an interval
 */
record Coverage(String name, double share, double error, int given) {
    private static final int RUNS = 10_000;
    private static final double LOWEST = .92;
    private static final double HIGH = .97;

    /** One run: the interval, and what it should hold. */
    record Run(Interval interval, double truth) {}

    /** Asserts that the interval may be shown under this design. */
    static void mayBeShown(String interval, String design, double truth, Supplier<Interval> draw) {
        of(interval, design, () -> new Run(draw.get(), truth)).mayBeShown();
    }

    /** Asserts that it must be withheld. */
    static void mustBeWithheld(String interval, String design, double truth, Supplier<Interval> draw) {
        of(interval, design, () -> new Run(draw.get(), truth)).mustBeWithheld();
    }

    static Coverage of(String interval, String design, Supplier<Run> draw) {
        int given = 0;
        int holds = 0;
        for (int run = 0; run < RUNS; run++) {
            Run drawn = draw.get();
            given += drawn.interval.exists() ? 1 : 0;
            holds += drawn.interval.contains(drawn.truth) ? 1 : 0;
        }
        double share = (double) holds / given;
        double error = Math.sqrt(share * (1 - share) / given);
        String note = share - 2 * error > HIGH ? " (over)" : share + 2 * error < LOWEST ? " (withheld)" : "";
        String none = given < RUNS ? ", none in " + (RUNS - given) : "";
        System.out.printf(Locale.ROOT, "| %s | %s | %.3f%s%s |%n", interval, design, share, note, none);
        return new Coverage(interval + ", " + design, share, error, given);
    }

    void mayBeShown() {
        assertThat(share + 2 * error).as(name).isGreaterThanOrEqualTo(LOWEST);
        assertThat(given).as(name + ": intervals given").isGreaterThan(RUNS / 10);
    }

    void mustBeWithheld() {
        assertThat(share + 2 * error).as(name).isLessThan(LOWEST);
    }
}
