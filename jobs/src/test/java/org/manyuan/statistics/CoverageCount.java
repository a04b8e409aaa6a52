package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;

/** How often intervals of a design held the known truth. METRICS §0: shown unless coverage + 2 standard errors is below .92. */
final class CoverageCount {
    private static final double FLOOR = .92;

    private final String design;
    private int tried;
    private int given;
    private int holds;

    CoverageCount(String design) {
        this.design = design;
    }

    /** Counts one interval. */
    void count(Interval interval, double truth) {
        tried++;
        given += interval.exists() ? 1 : 0;
        holds += interval.contains(truth) ? 1 : 0;
    }

    /** Counts one answer to whether something held. */
    void count(boolean held) {
        count(Interval.around(0, held ? 1 : 0), held ? 0 : 1);
    }

    private double share() {
        return (double) holds / given;
    }

    private double error() {
        return Math.sqrt(share() * (1 - share()) / given);
    }

    /** Whether such intervals may be shown; more than half of the runs must give one. */
    void mayBeShown() {
        assertThat(share() + 2 * error()).as(design).isGreaterThanOrEqualTo(FLOOR);
        assertThat(given).as(design + ": intervals given").isGreaterThan(tried / 2);
    }

    /** That such intervals hold the truth too seldom to be shown. */
    void mayNotBeShown() {
        assertThat(share() + 2 * error()).as(design).isLessThan(FLOOR);
    }

    void print() {
        System.out.printf(
                "%s: coverage %.3f ± %.3f, none in %d of %d%n", design, share(), error(), tried - given, tried);
    }

    /** Draws that many intervals of one truth. */
    static CoverageCount of(String design, int runs, double truth, Supplier<Interval> draw) {
        CoverageCount coverage = new CoverageCount(design);
        for (int run = 0; run < runs; run++) {
            coverage.count(draw.get(), truth);
        }
        return coverage;
    }
}
