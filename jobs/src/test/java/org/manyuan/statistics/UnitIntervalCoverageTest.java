package org.manyuan.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals that take units as a sample. Not part of verify; the figures stand in schemas/CLARIFICATIONS.md. */
@Tag("simulation")
class UnitIntervalCoverageTest {
    @ParameterizedTest
    @CsvSource({"8, .1", "8, .3", "12, .3", "20, .3", "40, .1", "40, .3"})
    void theLogitJackknifeOfTheGini(int k, double spread) {
        SplittableRandom random = new SplittableRandom(20240911);
        double truth = 2 * Normal.cdf(spread / Math.sqrt(2)) - 1;
        for (double weightSpread : new double[] {0, .5}) {
            String name = "GAP-05, logit jackknife" + (weightSpread > 0 ? "" : ", `equal`");
            Coverage.mayBeShown(name, "lognormal units, log sd " + spread + ", k = " + k, truth, () -> {
                double[] x = logNormal(random, k, spread);
                double[] w = logNormal(random, k, weightSpread);
                return Jackknife.logitScale(Gini.of(x, w), Gini.leaveOneOut(x, w))
                        .interval();
            });
            Coverage.mayBeShown(name + ", `normalised`", "log sd " + spread + ", k = " + k, truth, () -> {
                double[] x = logNormal(random, k, spread);
                double[] w = logNormal(random, k, weightSpread);
                double[] left = Gini.leaveOneOut(x, w);
                Arrays.setAll(left, j -> Gini.normalised(left[j], k - 1));
                return Jackknife.logitScale(Gini.normalised(Gini.of(x, w), k), left)
                        .interval();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"8, .1", "8, .3", "12, .3", "20, .3", "40, .3"})
    void theLogJackknifeOfTheUnweightedCoefficientAndOfTheil(int k, double spread) {
        SplittableRandom random = new SplittableRandom(20240912);
        String design = "lognormal units, log sd " + spread + ", k = " + k;
        Coverage.mayBeShown("GAP-02, log jackknife", design, Math.sqrt(Math.expm1(spread * spread)), () -> {
            double[] x = logNormal(random, k, spread);
            return logJackknife(x, units -> Dispersion.unweightedCv(units, 1));
        });
        Coverage.mayBeShown("GAP-06 T, log jackknife", design, spread * spread / 2, () -> {
            double[] x = logNormal(random, k, spread);
            double[] w = logNormal(random, k, .5);
            return Jackknife.logScale(Theil.t(x, w), Theil.tLeaveOneOut(x, w)).interval();
        });
    }

    @ParameterizedTest
    @CsvSource({"20", "40", "100"})
    void theLogJackknifeOfTheRanges(int k) {
        SplittableRandom random = new SplittableRandom(20240913);
        double spread = .2;
        double ratio = Math.exp(2 * Normal.quantile(.95) * spread);
        String design = "lognormal units, log sd .2, k = " + k;
        Coverage.mustBeWithheld(
                "GAP-03 p95_p5, log jackknife",
                design,
                ratio,
                () -> logJackknife(logNormal(random, k, spread), RangeRatio::p95p5));
        Coverage.mustBeWithheld(
                "GAP-03 federal, log jackknife",
                design,
                ratio - 1,
                () -> logJackknife(logNormal(random, k, spread), RangeRatio::federal));
        Coverage.mustBeWithheld("GAP-03 max_min, log jackknife", "units even from 50 to 100, k = " + k, 2, () -> {
            double[] x = new double[k];
            Arrays.setAll(x, j -> 50 + 50 * random.nextDouble());
            return logJackknife(x, RangeRatio::maxMin);
        });
    }

    @ParameterizedTest
    @CsvSource({"8, .05", "8, .2", "12, .2", "20, .2", "40, .05", "40, .2"})
    void theShareBetweenUnits(int k, double share) {
        SplittableRandom random = new SplittableRandom(20240914);
        String design = "ICC " + share + ", k = " + k;
        for (int smallest : new int[] {50, 20}) {
            String sizes = ", " + smallest + " to " + (200 - smallest) + " a unit";
            Coverage.mayBeShown("GAP-11, Searle", design + sizes, share, () -> OneWaySample.draw(
                            random, k, share, smallest, 200 - smallest)
                    .anova()
                    .iccInterval(.95));
        }
        Coverage.mayBeShown("GAP-12, profile", design + ", 10 to 500 a unit", share, () -> OneWaySample.draw(
                        random, k, share, 10, 500)
                .profile());
    }

    @ParameterizedTest
    @CsvSource({"12, .2", "40, .2"})
    void searleOfUnitsOfVeryUnequalSize(int k, double share) {
        SplittableRandom random = new SplittableRandom(20240918);
        String design = "ICC " + share + ", k = " + k + ", a tenth of the units with 1000, the others with 50";
        Coverage.mustBeWithheld("GAP-11, Searle", design, share, () -> OneWaySample.skewed(random, k, share)
                .anova()
                .iccInterval(.95));
        Coverage.mayBeShown("GAP-12, profile", design, share, () -> OneWaySample.skewed(random, k, share)
                .profile());
    }

    @ParameterizedTest
    @CsvSource({
        "8, .5, normal",
        "8, .9, normal",
        "20, .9, normal",
        "40, .9, normal",
        "20, .9, skewed",
        "40, .9, skewed",
        "20, .9, heavy-tailed"
    })
    void pitmanAndMorgansRatio(int k, double correlation, String shape) {
        SplittableRandom random = new SplittableRandom(20240915);
        String design = "log sd .3 to .2, correlation " + correlation + ", " + shape + " logs, k = " + k;
        Coverage.mayBeShown("GAP-14 sd_log_ratio, Pitman–Morgan", design, 2 / 3.0, () -> {
            double[] base = new double[k];
            double[] now = new double[k];
            for (int j = 0; j < k; j++) {
                double first = deviate(random, shape);
                double second = deviate(random, shape);
                base[j] = Math.exp(.3 * first);
                now[j] = Math.exp(.2 * (correlation * first + Math.sqrt(1 - correlation * correlation) * second));
            }
            return SigmaConvergence.of(base, now).interval(.95);
        });
    }

    @ParameterizedTest
    @CsvSource({"20, even", "40, even", "100, even", "20, growing", "40, growing", "100, growing"})
    void hc3OfBetaConvergence(int k, String errors) {
        SplittableRandom random = new SplittableRandom(20240916);
        double slope = -.03;
        String design = "b −.03, T 5, base log sd .2, " + errors + " errors, k = " + k;
        Coverage.mayBeShown("GAP-15 b, HC3 t", design, slope, () -> {
            double[] base = logNormal(random, k, .2);
            double[] now = new double[k];
            for (int j = 0; j < k; j++) {
                double sd = errors.equals("even") ? .1 : .1 * base[j] * base[j];
                now[j] = Math.exp(Math.log(base[j]) * (1 + 5 * slope) + sd * random.nextGaussian());
            }
            return BetaConvergence.of(base, now, 5).interval(.95);
        });
    }

    private static Interval logJackknife(double[] x, ToDoubleFunction<double[]> figure) {
        double[] left = Jackknife.leaveOneOut(x.length, stay -> figure.applyAsDouble(DispersionTest.pick(x, stay)));
        return Jackknife.logScale(figure.applyAsDouble(x), left).interval();
    }

    private static double[] logNormal(SplittableRandom random, int k, double spread) {
        double[] x = new double[k];
        Arrays.setAll(x, j -> Math.exp(spread * random.nextGaussian()));
        return x;
    }

    /** Mean 0, variance 1; skewed is a sum of four exponentials (skewness 1), heavy-tailed a t of 5 degrees of freedom. */
    private static double deviate(SplittableRandom random, String shape) {
        return switch (shape) {
            case "normal" -> random.nextGaussian();
            case "skewed" -> (gamma(random, 4) - 4) / 2;
            case "heavy-tailed" -> random.nextGaussian() / Math.sqrt(gamma(random, 2.5) / 1.5);
            default -> throw new IllegalArgumentException(shape);
        };
    }

    /** Of a whole or half shape: exponentials, and half the square of a normal. */
    private static double gamma(SplittableRandom random, double shape) {
        double half = random.nextGaussian();
        double sum = shape % 1 == 0 ? 0 : half * half / 2;
        for (int i = 1; i <= shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum;
    }

    /** Units of n pupils, variance between of share and within of 1 − share. */
    private record OneWaySample(long[] n, double[] mean, double ssw) {
        /** Sizes in even steps. */
        static OneWaySample draw(SplittableRandom random, int k, double share, int smallest, int largest) {
            long[] n = new long[k];
            Arrays.setAll(n, j -> smallest + Math.round((largest - smallest) * (j / (k - 1.0))));
            return draw(random, n, share);
        }

        /** Every tenth unit is twenty times as large as the others. */
        static OneWaySample skewed(SplittableRandom random, int k, double share) {
            long[] n = new long[k];
            Arrays.setAll(n, j -> j % 10 == 0 ? 1000 : 50);
            return draw(random, n, share);
        }

        private static OneWaySample draw(SplittableRandom random, long[] n, double share) {
            double[] mean = new double[n.length];
            double ssw = 0;
            for (int j = 0; j < n.length; j++) {
                mean[j] = Math.sqrt(share) * random.nextGaussian()
                        + Math.sqrt((1 - share) / n[j]) * random.nextGaussian();
                for (int i = 1; i < n[j]; i++) {
                    double deviation = random.nextGaussian();
                    ssw += (1 - share) * deviation * deviation;
                }
            }
            return new OneWaySample(n, mean, ssw);
        }

        OneWayAnova anova() {
            return VarianceComponents.anova(n, mean, ssw);
        }

        Interval profile() {
            return VarianceComponents.reml(n, mean, ssw).iccInterval();
        }
    }
}
