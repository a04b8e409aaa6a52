package org.manyuan.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the bar of a unit's value added holds what the unit truly adds, and how often the profile holds the true share between
 * units given the prior. Not part of verify; the figures stand in schemas/CLARIFICATIONS.md.
 */
@Tag("simulation")
class ValueAddedCoverageTest {
    private static final int RUNS = 10_000;
    private static final double SLOPE = .7;

    private final SplittableRandom random = new SplittableRandom(20241003);

    @ParameterizedTest(name = "{0} units, share {1}")
    @CsvSource({"8, .05", "8, .2", "14, .05", "14, .2", "30, .05", "30, .1", "60, .1"})
    void ofUnitsOfTenToSixtyPupils(int k, double share) {
        String design = ", k=" + k + " share " + share;
        CoverageCount bars = new CoverageCount("value added ± 1.96 SE" + design);
        CoverageCount about = new CoverageCount("the same, against the mean of the units" + design);
        CoverageCount prediction = new CoverageCount("value added ± t·prediction error" + design);
        CoverageCount profile = new CoverageCount("profile of the share given the prior" + design);
        for (int run = 0; run < RUNS; run++) {
            double[] truth = new double[k];
            List<CrossMoments> units = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                truth[j] = Math.sqrt(share) * random.nextGaussian();
                units.add(unit(10 + random.nextInt(51), truth[j], Math.sqrt(1 - share)));
            }
            MixedModel model = VarianceComponents.reml(units);
            List<ValueAdded> added = ValueAdded.of(units, model);
            double mean = Dispersion.mean(truth);
            for (int j = 0; j < k; j++) {
                bars.count(added.get(j).interval(), truth[j]);
                about.count(added.get(j).interval(), truth[j] - mean);
                prediction.count(added.get(j).predictionInterval(k), truth[j]);
            }
            profile.count(model.iccInterval(), share);
        }
        List.of(bars, about, prediction, profile).forEach(CoverageCount::print);
        prediction.mayBeShown();
        profile.mayBeShown();
        if (k < 30) {
            bars.mayNotBeShown();
        }
    }

    /** Pupils of a unit with an intake of its own, in steps of a thousandth of the SD. */
    private CrossMoments unit(int n, double effect, double sd) {
        long[] sums = new long[2];
        long[][] products = new long[2][2];
        double intake = .5 * random.nextGaussian();
        for (int i = 0; i < n; i++) {
            double prior = intake + random.nextGaussian();
            long[] pupil = {
                Math.round(1_000 * prior), Math.round(1_000 * (SLOPE * prior + effect + sd * random.nextGaussian()))
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
