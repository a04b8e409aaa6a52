package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JackknifeTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenIntervals(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        double[] x = Golden.means(units);
        double[] w = Golden.weights(units);
        JackknifeEstimate cv = Jackknife.logScale(Dispersion.cv(x, w), Dispersion.cvLeaveOneOut(x, w));
        String key = year + "." + district + ".cv_w_jack_log";
        Golden.agrees(cv.centre(), key, 0, Golden.TEN_DIGITS);
        Golden.agrees(cv.se(), key, 1, Golden.TEN_DIGITS);
        Golden.agrees(cv.interval().lo(), key, 2, Golden.TEN_DIGITS);
        Golden.agrees(cv.interval().hi(), key, 3, Golden.TEN_DIGITS);
    }

    @Test
    void saysThatOneLeadMakesTheInterval() {
        List<Golden.Unit> units = Golden.units(2023, "D2");
        double[] x = Golden.means(units);
        double[] w = Golden.weights(units);
        JackknifeEstimate cv = Jackknife.logScale(Dispersion.cv(x, w), Dispersion.cvLeaveOneOut(x, w));
        assertThat(cv.largestShare()).as("METRICS B1: the lead supplies 80 %").isCloseTo(.80, within(.005));
        assertThat(cv.interval().hi()).isGreaterThan(10);
    }

    @Test
    void theLogOfAMeanOfLogsIsThePlainT() {
        // θ = exp(mean of ln x): pseudo-values are exactly ln x, so the interval is exp of the t interval of ln x
        double[] x = {1, 2, 4, 8};
        double[] ln = {0, Math.log(2), Math.log(4), Math.log(8)};
        double[] left = Jackknife.leaveOneOut(4, stay -> Math.exp(Dispersion.mean(DispersionTest.pick(ln, stay))));
        JackknifeEstimate estimate = Jackknife.logScale(Math.exp(Dispersion.mean(ln)), left);
        Interval t = MeanT.of(ln).interval(0.95);
        assertThat(x).hasSize(estimate.k());
        assertThat(estimate.centre()).isCloseTo(estimate.value(), within(1e-12));
        assertThat(estimate.se()).isCloseTo(MeanT.of(ln).se(), within(1e-12));
        assertThat(estimate.interval().lo()).isCloseTo(Math.exp(t.lo()), within(1e-12));
        assertThat(estimate.interval().hi()).isCloseTo(Math.exp(t.hi()), within(1e-10));
    }

    @Test
    void aFigureThatHalvesInEveryReplicateHasNoSpread() {
        double[] base = {.2, .3, .25, .22};
        double[] now = {.1, .15, .125, .11};
        JackknifeEstimate change = Jackknife.pairedLogRatio(.24, .12, base, now);
        assertThat(change.value()).isCloseTo(-Math.log(2), within(1e-15));
        assertThat(change.centre()).isCloseTo(-Math.log(2), within(1e-14));
        assertThat(change.se()).isZero();
        assertThat(change.interval().exists()).isFalse();
        assertThat(change.p()).isNaN();
        assertThat(change.largestShare()).isNaN();
    }

    @Test
    void unitsThatAllGrewByOneFactorHaveNotMovedApart() {
        SplittableRandom random = new SplittableRandom(7);
        for (int panel = 0; panel < 500; panel++) {
            int k = 8 + panel % 33;
            double spread = List.of(.5, 2.0, 10.0).get(panel % 3);
            double factor = List.of(1.5, .7, 3.0).get(panel % 7 % 3);
            double[] w = random.ints(k, 20, 200).asDoubleStream().toArray();
            double[] base = random.doubles(k, 60 - spread, 60 + spread).toArray();
            double[] now = Arrays.stream(base).map(x -> factor * x).toArray();
            for (JackknifeEstimate change : List.of(
                    Jackknife.pairedLogRatio(
                            Dispersion.cv(base, w),
                            Dispersion.cv(now, w),
                            Dispersion.cvLeaveOneOut(base, w),
                            Dispersion.cvLeaveOneOut(now, w)),
                    Jackknife.pairedLogRatio(
                            Theil.t(base, w),
                            Theil.t(now, w),
                            Theil.tLeaveOneOut(base, w),
                            Theil.tLeaveOneOut(now, w)))) {
                assertThat(change.value()).isZero();
                assertThat(change.se()).isZero();
                assertThat(change.interval().exists()).isFalse();
            }
        }
    }

    @Test
    void turningTheYearsRoundTurnsTheSignOnly() {
        double[] base = {.2, .3, .25, .22};
        double[] now = {.15, .2, .11, .18};
        JackknifeEstimate forth = Jackknife.pairedLogRatio(.24, .16, base, now);
        JackknifeEstimate back = Jackknife.pairedLogRatio(.16, .24, now, base);
        assertThat(back.centre()).isCloseTo(-forth.centre(), within(1e-14));
        assertThat(back.p()).isCloseTo(forth.p(), within(1e-14));
        assertThat(back.interval().lo()).isCloseTo(-forth.interval().hi(), within(1e-12));
    }

    @Test
    void aFigureAtZeroInOneReplicateHasNoInterval() {
        JackknifeEstimate log = Jackknife.logScale(.2, new double[] {.1, 0, .3});
        assertThat(log.value()).isEqualTo(.2);
        assertThat(log.centre()).isNaN();
        assertThat(log.interval().exists()).isFalse();
        JackknifeEstimate ratio = Jackknife.pairedLogRatio(.2, .1, new double[] {.2, .2}, new double[] {.1, -.01});
        assertThat(ratio.value()).isCloseTo(Math.log(.5), within(1e-15));
        assertThat(ratio.p()).isNaN();
    }

    @Test
    void oneUnitHasNoInterval() {
        assertThat(Jackknife.logScale(.2, new double[] {Double.NaN}).interval().exists())
                .isFalse();
    }

    @Test
    void theLogitKeepsAGiniBetweenZeroAndOne() {
        JackknifeEstimate gini = Jackknife.logitScale(.9, new double[] {.85, .95, .88, .97});
        assertThat(gini.interval().lo()).isBetween(0.0, gini.centre());
        assertThat(gini.interval().hi()).isBetween(gini.centre(), 1.0);
    }

    @Test
    void refusesTwoDifferentPanels() {
        assertThatThrownBy(() -> Jackknife.pairedLogRatio(.2, .1, new double[] {.1, .2}, new double[] {.1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 units in the base year but 1 now: give the same panel");
    }
}
