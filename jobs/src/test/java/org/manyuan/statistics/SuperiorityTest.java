package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuperiorityTest {
    private static final double[] LEAD = {90, 80, 80, 70, 60};
    private static final double[] MEMBER = {80, 70, 50, 40};

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,GA", "2023,GB", "2023,GC", "2024,GA", "2024,GB", "2024,GC"})
    void agreesWithTheGoldenShares(int year, String group) {
        Superiority a = Superiority.of(Golden.pupils(year, group, "lead"), Golden.pupils(year, group, "member"));
        String key = year + "." + group;
        Golden.agrees(a.value(), key + ".ps_A");
        Golden.agrees(a.se(), key + ".ps_A_se_delong");
    }

    @Test
    void isTheShareOfPairsWithTiesHalf() {
        // of 20 pairs 14 go to the lead, 3 are ties (80 with 80 twice, 70 with 70 once)
        Superiority a = Superiority.of(histogram(LEAD), histogram(MEMBER));
        assertThat(a.value()).isEqualTo(15.5 / 20);
        assertThat(a.cliff()).isCloseTo(2 * 15.5 / 20 - 1, within(1e-15));
    }

    @Test
    void itsErrorIsThatOfThePlacements() {
        // of the leads 4, 3.5, 3.5, 2.5, 2 of four members lie below; of the members 2, 3.5, 5, 5 of five leads above
        double lead = variance(1, .875, .875, .625, .5);
        double member = variance(.4, .7, 1, 1);
        assertThat(Superiority.of(histogram(LEAD), histogram(MEMBER)).se())
                .isCloseTo(Math.sqrt(lead / 5 + member / 4), within(1e-15));
    }

    @Test
    void swappingTheSidesTurnsItRoundTheMiddle() {
        Superiority forth = Superiority.of(histogram(LEAD), histogram(MEMBER));
        Superiority back = Superiority.of(histogram(MEMBER), histogram(LEAD));
        assertThat(back.value()).isCloseTo(1 - forth.value(), within(1e-15));
        assertThat(back.se()).isCloseTo(forth.se(), within(1e-15));
        assertThat(back.cliffInterval(.95).lo())
                .isCloseTo(-forth.cliffInterval(.95).hi(), within(1e-15));
    }

    @Test
    void anyStretchingOfTheScaleLeavesItAsItIs() {
        // levels E to A for 40 to 90 points
        Histogram lead = Histogram.of(new int[] {2, 3, 4, 5}, new long[] {1, 1, 2, 1});
        Histogram member = Histogram.of(new int[] {0, 1, 3, 4}, new long[] {1, 1, 1, 1});
        assertThat(Superiority.of(lead, member)).isEqualTo(Superiority.of(histogram(LEAD), histogram(MEMBER)));
    }

    @Test
    void completeSeparationLeavesRoomForDoubtAndHasNoInterval() {
        Superiority above = Superiority.of(histogram(9, 8, 8), histogram(5, 7));
        assertThat(above.plain()).isEqualTo(1);
        assertThat(above.value()).isCloseTo(6.5 / 7, within(1e-15));
        assertThat(above.interval(.95).exists()).isFalse();
        assertThat(above.cliffInterval(.95).exists()).isFalse();
        Superiority below = Superiority.of(histogram(5, 7), histogram(9, 8, 8));
        assertThat(below.value()).isCloseTo(.5 / 7, within(1e-15));
    }

    @Test
    void theIntervalIsThatOfVTakenBack() {
        Superiority a = Superiority.of(Golden.pupils(2023, "GA", "lead"), Golden.pupils(2023, "GA", "member"));
        double v = Golden.answer("2023.GA.V")[0];
        double half = Normal.Z95 * Golden.answer("2023.GA.V_se")[0];
        assertThat(a.interval(.95).lo()).isCloseTo(Normal.cdf((v - half) / Math.sqrt(2)), within(1e-9));
        assertThat(a.interval(.95).hi()).isCloseTo(Normal.cdf((v + half) / Math.sqrt(2)), within(1e-9));
        assertThat(a.cliffInterval(.95).lo()).isCloseTo(2 * a.interval(.95).lo() - 1, within(1e-15));
    }

    @Test
    void anIntervalStaysInsideTheScale() {
        Superiority above = Superiority.of(histogram(9, 8, 6, 9), histogram(5, 7, 5));
        assertThat(above.interval(.95).hi()).isBetween(above.value(), Math.nextDown(1.0));
        Superiority below = Superiority.of(histogram(5, 7, 5), histogram(9, 8, 6, 9));
        assertThat(below.interval(.95).lo()).isBetween(Math.nextUp(0.0), below.value());
    }

    @Test
    void allEqualIsEvenAndTellsNothingOfItsError() {
        Superiority even = Superiority.of(histogram(7, 7, 7), histogram(7, 7));
        assertThat(even.value()).isEqualTo(.5);
        assertThat(even.se()).isZero();
        assertThat(even.interval(.95).exists()).isFalse();
    }

    @Test
    void onePupilHasNoErrorAndNobodyNoShare() {
        Superiority one = Superiority.of(histogram(7, 9), histogram(8));
        assertThat(one.value()).isEqualTo(.5);
        assertThat(one.se()).isNaN();
        assertThat(Superiority.of(Histogram.EMPTY, histogram(8)).value()).isNaN();
        assertThat(Superiority.of(histogram(8), Histogram.EMPTY).value()).isNaN();
        assertThat(Superiority.of(histogram(8), Histogram.EMPTY).interval(.95).exists())
                .isFalse();
    }

    static Histogram histogram(double... scores) {
        int[] bins = Arrays.stream(scores)
                .sorted()
                .mapToInt(score -> (int) score)
                .distinct()
                .toArray();
        long[] counts = new long[bins.length];
        for (int b = 0; b < bins.length; b++) {
            int bin = bins[b];
            counts[b] = Arrays.stream(scores).filter(score -> score == bin).count();
        }
        return Histogram.of(bins, counts);
    }

    private static double variance(double... x) {
        double se = MeanT.of(x).se();
        return se * se * x.length;
    }
}
