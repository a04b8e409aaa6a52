package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class SigmaConvergenceTest {
    private static final double[] THEN = {61, 90, 74, 66, 83, 70, 78, 55};
    private static final double[] NOW = {65, 88, 75, 71, 80, 72, 74, 63};

    @Test
    void theRatiosAreThoseOfTheTwoYears() {
        SigmaConvergence sigma = SigmaConvergence.of(THEN, NOW);
        assertThat(sigma.k()).isEqualTo(8);
        assertThat(sigma.cvRatio())
                .isCloseTo(Dispersion.unweightedCv(NOW, 1) / Dispersion.unweightedCv(THEN, 1), within(1e-15));
        assertThat(sigma.cvRatio())
                .as("by k as by k − 1")
                .isCloseTo(Dispersion.unweightedCv(NOW, 0) / Dispersion.unweightedCv(THEN, 0), within(1e-14));
        assertThat(sigma.sdLogRatio())
                .isCloseTo(MeanT.of(logs(NOW)).se() / MeanT.of(logs(THEN)).se(), within(1e-14));
        assertThat(sigma.sdLogRatio()).as("closer together").isLessThan(1);
        assertThat(sigma.t()).isPositive();
    }

    @Test
    void theTestIsTheCorrelationOfSumAndDifference() {
        double[] a = logs(THEN);
        double[] b = logs(NOW);
        double[] sum = new double[8];
        double[] difference = new double[8];
        Arrays.setAll(sum, j -> a[j] + b[j]);
        Arrays.setAll(difference, j -> a[j] - b[j]);
        double r = new PearsonsCorrelation().correlation(sum, difference);
        double t = r * Math.sqrt(6 / (1 - r * r));
        SigmaConvergence sigma = SigmaConvergence.of(THEN, NOW);
        assertThat(sigma.t()).isCloseTo(t, within(1e-11));
        assertThat(sigma.p()).isCloseTo(StudentT.twoSidedP(t, 6), within(1e-12));
        assertThat(sigma.correlation()).isCloseTo(new PearsonsCorrelation().correlation(a, b), within(1e-14));
    }

    @Test
    void theIntervalHoldsTheRatiosThatTheTestDoesNotReject() {
        Interval interval = SigmaConvergence.of(THEN, NOW).interval(.95);
        for (double ratio : new double[] {interval.lo(), interval.hi()}) {
            double[] shrunk =
                    Arrays.stream(NOW).map(x -> Math.pow(x, 1 / ratio)).toArray();
            assertThat(SigmaConvergence.of(THEN, shrunk).p()).isCloseTo(.05, within(1e-10));
        }
    }

    @Test
    void turningTheYearsRoundInvertsTheRatio() {
        SigmaConvergence forth = SigmaConvergence.of(THEN, NOW);
        SigmaConvergence back = SigmaConvergence.of(NOW, THEN);
        assertThat(back.sdLogRatio()).isCloseTo(1 / forth.sdLogRatio(), within(1e-14));
        assertThat(back.t()).isCloseTo(-forth.t(), within(1e-12));
        assertThat(back.interval(.95).lo()).isCloseTo(1 / forth.interval(.95).hi(), within(1e-13));
    }

    @Test
    void doesNotDependOnTheUnitOfMeasurement() {
        double[] tenfold = Arrays.stream(NOW).map(x -> 10 * x).toArray();
        assertThat(SigmaConvergence.of(THEN, tenfold).sdLogRatio())
                .isCloseTo(SigmaConvergence.of(THEN, NOW).sdLogRatio(), within(1e-13));
        assertThat(SigmaConvergence.of(THEN, tenfold).t())
                .isCloseTo(SigmaConvergence.of(THEN, NOW).t(), within(1e-11));
    }

    @Test
    void allGrowingAlikeIsNeitherCloserNorTested() {
        double[] grown = Arrays.stream(THEN).map(x -> 1.1 * x).toArray();
        SigmaConvergence sigma = SigmaConvergence.of(THEN, grown);
        assertThat(sigma.sdLogRatio()).isCloseTo(1, within(1e-12));
        assertThat(sigma.cvRatio()).isCloseTo(1, within(1e-14));
        assertThat(sigma.t()).isNaN();
        assertThat(sigma.p()).isNaN();
        assertThat(sigma.interval(.95).exists()).isFalse();
    }

    @Test
    void equalUnitsInAYear() {
        SigmaConvergence closed =
                SigmaConvergence.of(new double[] {60, 70, 80}, new double[] {70, 70, Math.nextUp(70.0)});
        assertThat(closed.cvRatio()).isZero();
        assertThat(closed.sdLogRatio()).isZero();
        assertThat(closed.interval(.95).exists()).isFalse();
        SigmaConvergence opened = SigmaConvergence.of(new double[] {70, 70, 70}, new double[] {60, 70, 80});
        assertThat(opened.cvRatio()).isNaN();
        assertThat(opened.sdLogRatio()).isNaN();
        assertThat(opened.p()).isNaN();
    }

    @Test
    void twoUnitsHaveARatioOneUnitNoneAndAZeroNone() {
        SigmaConvergence two = SigmaConvergence.of(new double[] {60, 80}, new double[] {65, 75});
        assertThat(two.sdLogRatio()).isBetween(.4, .6);
        assertThat(two.p()).isNaN();
        assertThat(two.interval(.95).exists()).isFalse();
        for (SigmaConvergence none : new SigmaConvergence[] {
            SigmaConvergence.of(new double[] {60}, new double[] {70}),
            SigmaConvergence.of(new double[0], new double[0]),
            SigmaConvergence.of(new double[] {60, 0, 70}, new double[] {60, 65, 70}),
            SigmaConvergence.of(new double[] {60, 65, 70}, new double[] {60, -65, 70})
        }) {
            assertThat(none.cvRatio()).isNaN();
            assertThat(none.sdLogRatio()).isNaN();
            assertThat(none.t()).isNaN();
        }
    }

    @Test
    void refusesTwoDifferentPanels() {
        assertThatThrownBy(() -> SigmaConvergence.of(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 units in the base year but 1 now: give the same panel");
    }

    private static double[] logs(double[] x) {
        return Arrays.stream(x).map(Math::log).toArray();
    }
}
