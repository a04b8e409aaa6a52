package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of pupils' noise alone. Not part of verify; the figures stand in schemas/CLARIFICATIONS.md. */
@Tag("simulation")
class PupilIntervalCoverageTest {
    private static final int FULL_MARK = 100;

    @ParameterizedTest
    @CsvSource({
        "30, 60, 70, 70",
        "30, 60, 80, 70",
        "60, 90, 80, 70",
        "60, 90, 88, 68",
        "60, 90, 96, 84",
        "30, 60, 92, 66",
        "60, 90, 92, 66",
        "30, 60, 96, 66",
        "200, 500, 80, 70",
        "200, 500, 88, 68"
    })
    void delongsSuperiorityAndV(int lead, int members, double leadMean, double memberMean) {
        SplittableRandom random = new SplittableRandom(20240921);
        double[] ofLead = shares(leadMean, 9);
        double[] ofMember = shares(memberMean, 12);
        double truth = 0;
        double below = 0;
        for (int score = 0; score <= FULL_MARK; score++) {
            truth += ofLead[score] * (below + ofMember[score] / 2);
            below += ofMember[score];
        }
        String design = String.format(Locale.ROOT, "A %.3f, whole points to 100, n %d + %d", truth, lead, members);
        Supplier<Superiority> draw =
                () -> Superiority.of(scores(random, lead, leadMean, 9), scores(random, members, memberMean, 12));
        Coverage.mayBeShown("GAP-09 A, DeLong", design, truth, () -> draw.get().interval(.95));
        Coverage.mayBeShown(
                "GAP-09b V, DeLong", design, Math.sqrt(2) * Normal.quantile(truth), () -> VStatistic.of(draw.get())
                        .interval(.95));
    }

    @ParameterizedTest
    @CsvSource({
        "30, 60, .5, .5",
        "30, 60, .3, .1",
        "30, 60, .98, .9",
        "60, 90, .3, .1",
        "60, 90, .02, .01",
        "200, 500, .3, .1",
        "200, 500, .98, .95"
    })
    void newcombesDifferenceOfRates(int lead, int members, double leadShare, double memberShare) {
        SplittableRandom random = new SplittableRandom(20240922);
        String design = "p " + leadShare + " and " + memberShare + ", n " + lead + " + " + members;
        Coverage.mayBeShown(
                "GAP-10, Newcombe 10",
                design,
                leadShare - memberShare,
                () -> Proportion.newcombe(
                        reached(random, lead, leadShare), lead, reached(random, members, memberShare), members));
    }

    @ParameterizedTest
    @CsvSource({"30, .02", "30, .1", "30, .3", "60, .1", "60, .3", "200, .02", "200, .3", "200, .98"})
    void wilsonsShare(int n, double share) {
        SplittableRandom random = new SplittableRandom(20240923);
        Coverage.mayBeShown(
                "EXM-02, Wilson",
                "p " + share + ", n " + n,
                share,
                () -> Proportion.wilson(reached(random, n, share), n));
    }

    @ParameterizedTest
    @CsvSource({"30, 60", "60, 70", "60, 60", "200, 65"})
    void theBottomShareUnderTheCutOfThePaper(int n, double mean) {
        SplittableRandom random = new SplittableRandom(20240928);
        double[] ofUnit = shares(mean, 12);
        Coverage.of("EXM-08, Wilson", "unit of " + n + " with mean " + mean + ", 500 others with mean 70", () -> {
                    Histogram unit = scores(random, n, mean, 12);
                    Histogram everyone = Histogram.pool(List.of(unit, scores(random, 500, 70, 12)));
                    BottomShare share = BottomShare.of(unit, everyone, .3);
                    double truth =
                            Arrays.stream(ofUnit, 0, (int) share.cut() + 1).sum();
                    return new Coverage.Run(share.interval(), truth);
                })
                .mayBeShown();
    }

    @ParameterizedTest
    @CsvSource({"30, 60, 200", "60, 90, 300", "200, 500, 3000"})
    void theGapInDeviationsOfThePaper(int lead, int members, int others) {
        SplittableRandom random = new SplittableRandom(20240929);
        // the paper's deviation counts as known, though the two sides are part of who sat it
        double all = lead + members + (double) others;
        double middle = lead / all;
        double truth = 1 / Math.sqrt(1 + middle * (1 - middle));
        String design = "lead one sd ahead, n " + lead + " + " + members + " of " + (lead + members + others);
        Coverage.mayBeShown("GAP-08b, normal", design, truth, () -> {
            Moments first = side(random, lead, 1, 1);
            Moments second = side(random, members, 0, 1);
            double sd = Moments.pool(List.of(first, second, side(random, others, 0, 1)))
                    .sd();
            Welch gap = Welch.of(first, second);
            return Normal.interval(gap.delta() / sd, gap.se() / sd, .95);
        });
    }

    @ParameterizedTest
    @CsvSource({"30, 60, .5, 1", "30, 60, 1.2, 1", "60, 90, 1.2, 1", "200, 500, 1.2, 1", "60, 90, 1.2, .75"})
    void hedgesGap(int lead, int members, double gap, double leadSd) {
        SplittableRandom random = new SplittableRandom(20240924);
        double pooled = Math.sqrt(((lead - 1) * leadSd * leadSd + members - 1) / (lead + members - 2));
        String design = "gap " + gap + ", sd " + leadSd + " and 1, n " + lead + " + " + members;
        Coverage.mayBeShown("GAP-08 g, normal", design, gap / pooled, () -> StandardisedGap.of(
                        side(random, lead, gap, leadSd), side(random, members, 0, 1))
                .interval(.95));
    }

    @ParameterizedTest
    @CsvSource({"10, 8", "30, 24", "100, 80", "400, 320", "30, 60"})
    void poissonsRatioOfCounts(int base, int now) {
        SplittableRandom random = new SplittableRandom(20240925);
        Coverage.mayBeShown(
                "ENR-02 ln_ratio, Poisson",
                "mean counts " + base + " and " + now,
                Math.log((double) now / base),
                () -> LogRatio.ofCounts(poisson(random, base), poisson(random, now))
                        .interval(.95));
    }

    @ParameterizedTest
    @CsvSource({"30, .1, .2", "30, .3, .4", "60, .1, .2", "60, .3, .4", "60, .9, .95", "200, .05, .1", "200, .9, .95"})
    void theDeltaRatioOfRates(int n, double base, double now) {
        SplittableRandom random = new SplittableRandom(20240926);
        Coverage.mayBeShown(
                "EXM-05 ln ratio, delta",
                "p " + base + " to " + now + ", n " + n + " a year",
                Math.log(now / base),
                () -> LogRatio.ofShares(reached(random, n, base), n, reached(random, n, now), n)
                        .interval(.95));
    }

    private static Histogram scores(SplittableRandom random, int n, double mean, double sd) {
        int[] bins = new int[FULL_MARK + 1];
        long[] counts = new long[FULL_MARK + 1];
        Arrays.setAll(bins, score -> score);
        for (int i = 0; i < n; i++) {
            counts[(int) Math.max(0, Math.min(FULL_MARK, Math.round(mean + sd * random.nextGaussian())))]++;
        }
        return Histogram.of(bins, counts);
    }

    /** The shares of pupils per score that {@link #scores} draws from. */
    private static double[] shares(double mean, double sd) {
        double[] shares = new double[FULL_MARK + 1];
        for (int score = 0; score <= FULL_MARK; score++) {
            double upTo = score == FULL_MARK ? 1 : Normal.cdf((score + .5 - mean) / sd);
            double before = score == 0 ? 0 : Normal.cdf((score - .5 - mean) / sd);
            shares[score] = upTo - before;
        }
        return shares;
    }

    private static Moments side(SplittableRandom random, int n, double mean, double sd) {
        double[] y = new double[n];
        Arrays.setAll(y, i -> mean + sd * random.nextGaussian());
        MeanT drawn = MeanT.of(y);
        return Moments.ofTotal(n, drawn.mean(), drawn.se() * Math.sqrt(n));
    }

    private static long reached(SplittableRandom random, int n, double share) {
        long reached = 0;
        for (int i = 0; i < n; i++) {
            reached += random.nextDouble() < share ? 1 : 0;
        }
        return reached;
    }

    /** Events of a unit of time at this rate. */
    private static long poisson(SplittableRandom random, double mean) {
        long events = -1;
        for (double time = 0; time < mean; events++) {
            time -= Math.log(1 - random.nextDouble());
        }
        return events;
    }
}
