package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the interval of the change of a gap of intake-adjusted scores holds the truth, the coefficient taken for known. Not part of
 * verify; the figures stand in schemas/CLARIFICATIONS.md.
 */
@Tag("simulation")
class AdjustedGapCoverageTest {
    private static final int RUNS = 10_000;
    private static final double SLOPE = .7;
    private static final double GAP_THEN = .6;
    private static final double GAP_NOW = .4;
    private static final int MEMBERS = 4;

    private final SplittableRandom random = new SplittableRandom(20241101);

    /** The lead and four members of a group, and units outside it; the lead's intake moves by so many SDs between the years. */
    @ParameterizedTest(name = "{0} units of {1}, intake of the lead + {2}")
    @CsvSource({"8, 30, 0", "8, 30, .5", "8, 30, 1", "14, 60, .5", "14, 60, 1", "40, 60, 1"})
    void ofAGroupWhoseIntakeChanges(int k, int pupils, double shift) {
        String design = ", k=" + k + " n=" + pupils + " intake + " + shift;
        CoverageCount adjusted = new CoverageCount("change of the adjusted gap" + design);
        CoverageCount rate = new CoverageCount("its rate by Fieller" + design);
        for (int run = 0; run < RUNS; run++) {
            List<CrossMoments> then = year(k, pupils, GAP_THEN, 0);
            List<CrossMoments> now = year(k, pupils, GAP_NOW, shift);
            double slope = VarianceComponents.reml(then).coefficients()[1];
            Welch base = gap(then, slope);
            Welch current = gap(now, slope);
            Narrowing change = Narrowing.of(base.delta(), base.se(), current.delta(), current.se(), 0);
            adjusted.count(change.interval(.95), GAP_NOW - GAP_THEN);
            rate.count(change.rate().interval(), 1 - GAP_NOW / GAP_THEN);
        }
        List.of(adjusted, rate).forEach(CoverageCount::print);
        adjusted.mayBeShown();
    }

    private static Welch gap(List<CrossMoments> units, double slope) {
        CrossMoments members = units.subList(1, 1 + MEMBERS).stream()
                .reduce(CrossMoments::merge)
                .orElseThrow();
        return Welch.of(units.get(0).adjusted(slope, 0), members.adjusted(slope, 0));
    }

    /** The lead adds the gap, members add nothing, others what chance gives them. */
    private List<CrossMoments> year(int k, int pupils, double gap, double shift) {
        List<CrossMoments> units = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            double intake = j == 0 ? .5 + shift : .3 * random.nextGaussian();
            double effect = j == 0 ? gap : j <= MEMBERS ? 0 : .3 * random.nextGaussian();
            units.add(unit(pupils, intake, effect));
        }
        return units;
    }

    private CrossMoments unit(int n, double intake, double effect) {
        long[] sums = new long[2];
        long[][] products = new long[2][2];
        for (int i = 0; i < n; i++) {
            double prior = intake + random.nextGaussian();
            long[] pupil = {
                Math.round(1_000 * prior), Math.round(1_000 * (SLOPE * prior + effect + .7 * random.nextGaussian()))
            };
            for (int a = 0; a < 2; a++) {
                sums[a] += pupil[a];
                for (int b = 0; b < 2; b++) {
                    products[a][b] += pupil[a] * pupil[b];
                }
            }
        }
        return CrossMoments.ofSteps(n, sums, products, new double[] {.001, .001});
    }
}
