package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarianceComponentsTest {
    private static final double FITTED = 1e-5;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenAnalysisOfVariance(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        OneWayAnova anova = VarianceComponents.anova(Golden.counts(units), Golden.means(units), Golden.ssw(units));
        String key = year + "." + district;
        Golden.agrees(anova.ssb(), key + ".SSB");
        Golden.agrees(anova.ssw(), key + ".SSW");
        Golden.agrees(anova.n0(), key + ".n0");
        Golden.agrees(anova.icc(), key + ".icc_anova_raw");
        Golden.agrees(anova.eta2(), key + ".eta2");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"2023,D1", "2023,D2", "2023,ALL", "2024,D1", "2024,D2", "2024,ALL"})
    void agreesWithTheGoldenRestrictedLikelihood(int year, String district) {
        List<Golden.Unit> units = Golden.units(year, district);
        MixedModel model = VarianceComponents.reml(Golden.counts(units), Golden.means(units), Golden.ssw(units));
        String key = year + "." + district + ".reml_";
        Golden.agrees(model.mu(), key + "mu", 0, FITTED);
        Golden.agrees(model.tau2(), key + "tau2", 0, FITTED);
        Golden.agrees(model.sigma2(), key + "sigma2", 0, FITTED);
        Golden.agrees(model.icc(), key + "icc", 0, FITTED);
        Golden.agrees(model.criterion(), key + "crit", 0, FITTED);
        Golden.agrees(model.iccInterval().lo(), key + "icc_profile_ci", 0, FITTED);
        Golden.agrees(model.iccInterval().hi(), key + "icc_profile_ci", 1, FITTED);
    }

    @Test
    void equalUnitsHaveAClosedForm() {
        // balanced: REML = ANOVA; ML has MSB·(k−1)/k in place of MSB
        long[] n = {10, 10, 10, 10};
        double[] mean = {60, 65, 72, 78};
        double ssw = 36 * 50;
        OneWayAnova anova = VarianceComponents.anova(n, mean, ssw);
        MixedModel reml = VarianceComponents.reml(n, mean, ssw);
        MixedModel ml = VarianceComponents.ml(n, mean, ssw);
        assertThat(anova.n0()).isCloseTo(10, within(1e-12));
        assertThat(anova.msw()).isEqualTo(50);
        assertThat(reml.tau2()).isCloseTo(anova.tau2(), within(1e-8 * anova.tau2()));
        assertThat(reml.sigma2()).isCloseTo(50, within(1e-8));
        assertThat(ml.tau2()).isCloseTo((anova.msb() * 3 / 4 - 50) / 10, within(1e-7));
        assertThat(reml.mu()).isCloseTo(68.75, within(1e-12));
        assertThat(reml.muStandardError()).isCloseTo(Math.sqrt(anova.msb() / 40), within(1e-8));
    }

    @Test
    void unitsThatDifferLessThanChanceHaveNothingBetweenThem() {
        long[] n = {30, 30, 30, 30, 30, 30, 30, 30};
        double[] mean = {70.1, 70, 70, 70.1, 70, 70.1, 70, 70.1};
        double ssw = 8 * 29 * 100;
        OneWayAnova anova = VarianceComponents.anova(n, mean, ssw);
        assertThat(anova.icc()).isNegative();
        assertThat(anova.epsilon2()).isNegative();
        assertThat(anova.eta2()).isPositive();
        MixedModel reml = VarianceComponents.reml(n, mean, ssw);
        assertThat(reml.lambda()).isZero();
        assertThat(reml.tau2()).isZero();
        assertThat(reml.iccInterval().lo()).isZero();
        assertThat(reml.iccInterval().hi()).isBetween(0.0, .1);
    }

    @Test
    void doesNotDependOnTheScaleNorOnTheOrder() {
        long[] n = {10, 20, 30};
        double[] mean = {60, 70, 75};
        MixedModel points = VarianceComponents.reml(n, mean, 4000);
        MixedModel tens = VarianceComponents.reml(new long[] {30, 10, 20}, new double[] {7.5, 6, 7}, 40);
        assertThat(tens.icc()).isCloseTo(points.icc(), within(1e-9));
        assertThat(tens.tau2() * 100).isCloseTo(points.tau2(), within(1e-7));
        assertThat(tens.iccInterval().hi()).isCloseTo(points.iccInterval().hi(), within(1e-9));
    }

    @Test
    void nearlyAllBetweenUnitsStillFits() {
        // unit means far apart, pupils within nearly equal: λ is far beyond the first search range
        MixedModel model = VarianceComponents.reml(new long[] {50, 50, 50}, new double[] {20, 60, 100}, 147 * 0.01);
        assertThat(model.sigma2()).isCloseTo(0.01, within(1e-9));
        assertThat(model.tau2()).isCloseTo(1600 - 0.01 / 50, within(1e-3));
        assertThat(model.iccInterval().contains(model.icc())).isTrue();
    }

    @Test
    void searleIsTheFTestTurnedRound() {
        // the lower bound is 0 exactly where F equals its 97.5 % point
        long[] n = {10, 10, 10, 10, 10, 10, 10, 10};
        double f = FisherF.quantile(.975, 7, 72);
        double ssw = 72;
        double spread = Math.sqrt(f * 7 / 10 / 8);
        double[] mean = {spread, -spread, spread, -spread, spread, -spread, spread, -spread};
        OneWayAnova anova = VarianceComponents.anova(n, mean, ssw);
        assertThat(anova.iccInterval(.95).lo()).isCloseTo(0, within(1e-12));
        assertThat(anova.iccInterval(.95).contains(anova.icc())).isTrue();
        assertThat(anova.iccStandardError()).isPositive();
    }

    @Test
    void tellsHowUnequalTheUnitsAre() {
        double[] mean = {70, 60, 50};
        OneWayAnova unequal = VarianceComponents.anova(new long[] {10, 20, 60}, mean, 900);
        assertThat(unequal.sizeVariation())
                .isCloseTo(Dispersion.unweightedCv(new double[] {10, 20, 60}, 0), within(1e-14));
        assertThat(VarianceComponents.anova(new long[] {30, 30, 30}, mean, 900).sizeVariation())
                .isCloseTo(0, within(1e-7));
        assertThat(VarianceComponents.anova(new long[] {30}, new double[] {70}, 900)
                        .sizeVariation())
                .isNaN();
    }

    @Test
    void oneUnitSingletonsAndNoSpreadWithinHaveNoShare() {
        assertThat(VarianceComponents.anova(new long[] {30}, new double[] {70}, 100)
                        .icc())
                .isNaN();
        assertThat(VarianceComponents.reml(new long[] {30}, new double[] {70}, 100)
                        .icc())
                .isNaN();
        OneWayAnova singletons = VarianceComponents.anova(new long[] {1, 1, 1}, new double[] {70, 60, 50}, 0);
        assertThat(singletons.icc()).isNaN();
        assertThat(singletons.iccInterval(.95).exists()).isFalse();
        assertThat(VarianceComponents.reml(new long[] {5, 5}, new double[] {70, 60}, 0)
                        .icc())
                .isNaN();
    }
}
