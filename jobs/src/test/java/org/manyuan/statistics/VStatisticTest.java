package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VStatisticTest {
    private static final int[] CUTS = {60, 70, 85};

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,GA", "2023,GB", "2023,GC", "2024,GA", "2024,GB", "2024,GC"})
    void agreesWithTheGoldenFigures(int year, String group) {
        Histogram lead = Golden.pupils(year, group, "lead");
        Histogram member = Golden.pupils(year, group, "member");
        VStatistic v = VStatistic.of(Superiority.of(lead, member));
        String key = year + "." + group;
        Golden.agrees(v.v(), key + ".V");
        Golden.agrees(v.se(), key + ".V_se");
        VStatistic cuts = VStatistic.ofCuts(below(lead), lead.n(), below(member), member.n());
        Golden.agrees(cuts.v(), key + ".V_from_3_cuts_60_70_85");
        assertThat(cuts.assumed()).isFalse();
        assertThat(cuts.interval(.95).exists()).isFalse();
    }

    @Test
    void oneCutAssumesEqualSpreads() {
        // β = 1: V = √2·(z₂ − z₁)/√2
        VStatistic v = VStatistic.ofCuts(new long[] {10}, 99, new long[] {40}, 99);
        assertThat(v.v()).isCloseTo(Normal.quantile(.405) - Normal.quantile(.105), within(1e-15));
        assertThat(v.assumed()).isTrue();
    }

    @Test
    void twoCutsGiveTheLineItself() {
        double z1a = Normal.quantile(.105);
        double z1b = Normal.quantile(.505);
        double z2a = Normal.quantile(.405);
        double z2b = Normal.quantile(.705);
        double slope = (z1b - z1a) / (z2b - z2a);
        double intercept = z1a - slope * z2a;
        VStatistic v = VStatistic.ofCuts(new long[] {10, 50}, 99, new long[] {40, 70}, 99);
        assertThat(v.v()).isCloseTo(-Math.sqrt(2) * intercept / Math.hypot(1, slope), within(1e-14));
        assertThat(v.assumed()).isFalse();
    }

    @Test
    void cutsThatSplitTheSecondSideAlikeTellNoSpread() {
        VStatistic v = VStatistic.ofCuts(new long[] {10, 20}, 99, new long[] {40, 40}, 99);
        assertThat(v.assumed()).isTrue();
        assertThat(v.v()).isPositive();
    }

    @ParameterizedTest(name = "{0} pupils")
    @ValueSource(longs = {50, 100, 130, 199})
    void cutsThatNobodyOfTheSecondSideIsBelowTellNoSpreadWhateverTheirNumber(long pupils) {
        // the mean of three equal probits is not always one of them
        VStatistic v = VStatistic.ofCuts(new long[] {20, 10, 4}, 60, new long[3], pupils);
        double y = (Normal.quantile(20.5 / 61) + Normal.quantile(10.5 / 61) + Normal.quantile(4.5 / 61)) / 3;
        assertThat(v.v())
                .isCloseTo(Normal.quantile(.5 / (pupils + 1)) - y, within(1e-12))
                .isNegative();
        assertThat(v.assumed()).isTrue();
    }

    @Test
    void twoNormalSidesAreApartByTheirDifferenceInStandardDeviations() {
        // shares of N(0.8, 1) and N(0, 1), at any cuts: V = 0.8
        long pupils = 1_000_000_000L;
        long[] lead = new long[3];
        long[] member = new long[3];
        double[] cuts = {-.5, .3, 1.2};
        for (int c = 0; c < 3; c++) {
            lead[c] = Math.round(pupils * Normal.cdf(cuts[c] - .8));
            member[c] = Math.round(pupils * Normal.cdf(cuts[c]));
        }
        assertThat(VStatistic.ofCuts(lead, pupils, member, pupils).v()).isCloseTo(.8, within(1e-8));
    }

    @Test
    void evenSidesAreAtZeroAndSwappingTurnsTheSignOnly() {
        Histogram lead = SuperiorityTest.histogram(90, 80, 80, 70, 60);
        Histogram member = SuperiorityTest.histogram(80, 70, 50, 40);
        VStatistic forth = VStatistic.of(Superiority.of(lead, member));
        VStatistic back = VStatistic.of(Superiority.of(member, lead));
        assertThat(back.v()).isCloseTo(-forth.v(), within(1e-14));
        assertThat(back.se()).isCloseTo(forth.se(), within(1e-14));
        assertThat(VStatistic.of(Superiority.of(lead, lead)).v()).isCloseTo(0, within(1e-15));
    }

    @Test
    void completeSeparationHasAFigureButNoError() {
        VStatistic v =
                VStatistic.of(Superiority.of(SuperiorityTest.histogram(9, 8, 8), SuperiorityTest.histogram(5, 7)));
        assertThat(v.v()).isCloseTo(Math.sqrt(2) * Normal.quantile(6.5 / 7), within(1e-15));
        assertThat(v.se()).isNaN();
        assertThat(v.interval(.95).exists()).isFalse();
        VStatistic cuts = VStatistic.ofCuts(new long[] {0, 0}, 9, new long[] {9, 9}, 9);
        assertThat(cuts.v()).isCloseTo(2 * Normal.quantile(.95), within(1e-14));
    }

    @Test
    void nobodyAndNoCutHaveNone() {
        assertThat(VStatistic.of(Superiority.of(Histogram.EMPTY, SuperiorityTest.histogram(1)))
                        .v())
                .isNaN();
        assertThat(VStatistic.ofCuts(new long[] {0}, 0, new long[] {4}, 9).v()).isNaN();
        assertThat(VStatistic.ofCuts(new long[0], 9, new long[0], 9).v()).isNaN();
        assertThatThrownBy(() -> VStatistic.ofCuts(new long[1], 9, new long[2], 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cuts on one side but 2 on the other");
    }

    private static long[] below(Histogram pupils) {
        long[] below = new long[CUTS.length];
        for (int c = 0; c < below.length; c++) {
            below[c] = pupils.atMost(CUTS[c] - 1);
        }
        return below;
    }
}
