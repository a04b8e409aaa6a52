package org.manyuan.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often a 95 % interval holds the known truth, in 10,000 made-up territories each. An interval may be shown unless its coverage is
 * below 92 % beyond chance (METRICS §0). Not part of verify; the figures stand in schemas/CLARIFICATIONS.md.
 */
@Tag("simulation")
class IntervalCoverageTest {
    private static final int RUNS = 10_000;

    @ParameterizedTest(name = "weighted coefficient of variation of {0} units, log sd {1}")
    @CsvSource({"8, .1", "8, .3", "12, .3", "20, .3", "40, .3"})
    void theLogJackknifeOfTheWeightedCoefficient(int k, double spread) {
        SplittableRandom random = new SplittableRandom(20240901);
        double truth = Math.sqrt(Math.expm1(spread * spread));
        mayBeShown("cv_w k=" + k + " log sd " + spread, truth, () -> {
            double[] x = logNormal(random, k, spread);
            double[] w = logNormal(random, k, .5);
            return Jackknife.logScale(Dispersion.cv(x, w), Dispersion.cvLeaveOneOut(x, w))
                    .interval();
        });
    }

    @ParameterizedTest(name = "ratio of two years of {0} units, correlation {1}")
    @CsvSource({"8, .5", "8, .9", "12, .9", "20, .9", "40, .9"})
    void thePairedJackknifeOfTwoYears(int k, double correlation) {
        SplittableRandom random = new SplittableRandom(20240902);
        double truth = .5 * (Math.log(Math.expm1(.04)) - Math.log(Math.expm1(.09)));
        mayBeShown("ln ratio of cv_w k=" + k + " r=" + correlation, truth, () -> {
            double[] w = logNormal(random, k, .5);
            double[] base = new double[k];
            double[] now = new double[k];
            for (int j = 0; j < k; j++) {
                double first = random.nextGaussian();
                double second = correlation * first + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                base[j] = Math.exp(.3 * first);
                now[j] = Math.exp(.2 * second);
            }
            return Jackknife.pairedLogRatio(
                            Dispersion.cv(base, w),
                            Dispersion.cv(now, w),
                            Dispersion.cvLeaveOneOut(base, w),
                            Dispersion.cvLeaveOneOut(now, w))
                    .interval();
        });
    }

    @ParameterizedTest(name = "lead {0}, members {1}, gap {2} to {3}")
    @CsvSource({"30, 60, 12, 8", "60, 90, 12, 8", "200, 500, 6, 5", "60, 90, 12, 12"})
    void theWelchGapItsChangeAndItsRate(int lead, int members, double gapBase, double gapNow) {
        SplittableRandom random = new SplittableRandom(20240903);
        String design = "n=" + lead + "+" + members + " gap " + gapBase + " to " + gapNow;
        Supplier<Welch> base = () -> Welch.of(side(random, lead, 70 + gapBase, 9), side(random, members, 70, 12));
        Supplier<Welch> now = () -> Welch.of(side(random, lead, 70 + gapNow, 9), side(random, members, 70, 12));
        Supplier<Narrowing> narrowing = () -> {
            Welch b = base.get();
            Welch t = now.get();
            return Narrowing.of(b.delta(), b.se(), t.delta(), t.se(), 0);
        };
        mayBeShown("Welch gap " + design, gapBase, () -> base.get().interval(.95));
        mayBeShown("change of gap " + design, gapNow - gapBase, () -> narrowing
                .get()
                .interval(.95));
        mayBeShown(
                "Fieller rate " + design,
                1 - gapNow / gapBase,
                () -> narrowing.get().rate().interval());
    }

    /** Pupils who sit both papers make the years' gaps alike: the change is known better than from strangers. */
    @ParameterizedTest(name = "lead {0}, members {1}, {2} of all in both years, correlation {3}, gap {4} to {5}")
    @CsvSource({"30, 60, .2, .7, 12, 8", "60, 90, .5, .7, 12, 12", "200, 500, .9, .8, 6, 5", "60, 90, .5, .7, 12, -12"})
    void theChangeAndItsRateWherePupilsSitBothPapers(
            int lead, int members, double share, double correlation, double gapBase, double gapNow) {
        SplittableRandom random = new SplittableRandom(20240904);
        String design = "n=" + lead + "+" + members + " gap " + gapBase + " to " + gapNow + " both " + share + " r="
                + correlation;
        Supplier<Narrowing> narrowing = () -> {
            TwoYears first = new TwoYears(random, lead, share, correlation, 70 + gapBase, 70 + gapNow, 9);
            TwoYears second = new TwoYears(random, members, share, correlation, 70, 70, 12);
            Welch base = Welch.of(first.base(), second.base());
            Welch now = Welch.of(first.now(), second.now());
            return Narrowing.of(
                    base.delta(), base.se(), now.delta(), now.se(), first.covariance() + second.covariance());
        };
        mayBeShown("change, same pupils " + design, Math.abs(gapNow) - Math.abs(gapBase), () -> narrowing
                .get()
                .interval(.95));
        mayBeShown(
                "Fieller, same pupils " + design,
                1 - Math.abs(gapNow / gapBase),
                () -> narrowing.get().rate().interval());
    }

    /** One side's pupils in two years, of whom some sit both papers. */
    private static final class TwoYears {
        private final long n;
        private final long[] sums = new long[2];
        private final long[] squares = new long[2];
        private final long[] ofBoth = new long[2];
        private final long[][] products = new long[2][2];
        private final int both;

        TwoYears(SplittableRandom random, int n, double share, double r, double base, double now, double sd) {
            this.n = n;
            this.both = (int) Math.round(share * n);
            for (int i = 0; i < n; i++) {
                double z = random.nextGaussian();
                double again = i < both ? r * z + Math.sqrt(1 - r * r) * random.nextGaussian() : random.nextGaussian();
                long[] score = {Math.round(2 * (base + sd * z)), Math.round(2 * (now + sd * again))};
                for (int a = 0; a < 2; a++) {
                    sums[a] += score[a];
                    squares[a] += score[a] * score[a];
                    ofBoth[a] += i < both ? score[a] : 0;
                    for (int b = 0; b <= a && i < both; b++) {
                        products[a][b] += score[a] * score[b];
                    }
                }
            }
        }

        Moments base() {
            return Moments.ofSteps(n, sums[0], squares[0], .5);
        }

        Moments now() {
            return Moments.ofSteps(n, sums[1], squares[1], .5);
        }

        double covariance() {
            return CrossMoments.ofSteps(both, ofBoth, products, new double[] {.5, .5})
                    .covarianceOfMeans(n, n);
        }
    }

    private static void mayBeShown(String design, double truth, Supplier<Interval> draw) {
        CoverageCount coverage = CoverageCount.of(design, RUNS, truth, draw);
        coverage.print();
        coverage.mayBeShown();
    }

    private static double[] logNormal(SplittableRandom random, int k, double spread) {
        double[] x = new double[k];
        Arrays.setAll(x, j -> Math.exp(spread * random.nextGaussian()));
        return x;
    }

    private static Moments side(SplittableRandom random, int n, double mean, double sd) {
        long s1 = 0;
        long s2 = 0;
        for (int i = 0; i < n; i++) {
            long steps = Math.round(2 * (mean + sd * random.nextGaussian()));
            s1 += steps;
            s2 += steps * steps;
        }
        return Moments.ofSteps(n, s1, s2, .5);
    }
}
