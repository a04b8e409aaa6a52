package org.manyuan.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueAddedTest {
    private static final double FITTED = 1e-5;

    private final List<CrossMoments> units = GoldenPupils.units();
    private final List<String> schools = List.copyOf(GoldenPupils.bySchool().keySet());

    @ParameterizedTest
    @ValueSource(strings = {"reml", "ml"})
    void agreesWithTheGoldenModelAndEverySchool(String method) {
        MixedModel model = method.equals("reml") ? VarianceComponents.reml(units) : VarianceComponents.ml(units);
        agrees(model.coefficients()[0], method + ".beta0", FITTED);
        agrees(model.coefficients()[1], method + ".beta1", FITTED);
        agrees(model.coefficientError(0), method + ".se_beta0", FITTED);
        agrees(model.coefficientError(1), method + ".se_beta1", FITTED);
        agrees(model.tau2(), method + ".tau2", FITTED);
        agrees(model.sigma2(), method + ".sigma2", FITTED);
        agrees(model.criterion(), method + ".minus2loglik", Golden.TEN_DIGITS);
        List<ValueAdded> added = ValueAdded.of(units, model);
        for (int j = 0; j < schools.size(); j++) {
            agrees(added.get(j).value(), method + ".va." + schools.get(j), FITTED);
            agrees(added.get(j).standardError(), method + ".va_se." + schools.get(j), FITTED);
            agrees(added.get(j).residualGain(), "residual_gain." + schools.get(j), 2 * Golden.TEN_DIGITS);
        }
        agrees(ValueAdded.leastSquares(units)[0], "ols.beta0", Golden.TEN_DIGITS);
        agrees(ValueAdded.leastSquares(units)[1], "ols.beta1", Golden.TEN_DIGITS);
    }

    @Test
    void theProfileHasItsLowestPointAtTheFit() {
        UnitProfile profile = UnitProfile.of(units, true);
        double lambda = VarianceComponents.reml(units).lambda();
        assertThat(profile.at(lambda).slope()).isCloseTo(0, within(1e-7));
        double step = 1e-5;
        for (double at : new double[] {0, .05, lambda, 1}) {
            double rise = profile.at(at + step).criterion()
                    - profile.at(Math.max(0, at - step)).criterion();
            assertThat(profile.at(at + (at == 0 ? step / 2 : 0)).slope())
                    .as("slope at " + at)
                    .isCloseTo(rise / (at == 0 ? step : 2 * step), within(1e-3));
        }
    }

    @Test
    void theIntervalOfTheShareEndsWhereTheCriterionHasRisenBy384() {
        MixedModel model = VarianceComponents.reml(units);
        UnitProfile profile = UnitProfile.of(units, true);
        for (double bound :
                new double[] {model.iccInterval().lo(), model.iccInterval().hi()}) {
            assertThat(profile.at(bound / (1 - bound)).criterion() - model.criterion())
                    .isCloseTo(Normal.Z95 * Normal.Z95, within(1e-9));
        }
        assertThat(model.iccInterval().contains(model.icc())).isTrue();
    }

    @Test
    void aPriorThatExplainsNothingLeavesThePlainModel() {
        // x is 1 and −1 in turn in every unit, y does not heed it
        List<CrossMoments> with = new ArrayList<>();
        long[] n = {20, 30, 40, 20};
        double[] mean = {60, 65, 72, 61};
        for (int j = 0; j < n.length; j++) {
            with.add(new CrossMoments(n[j], new double[] {0, mean[j]}, new double[][] {{n[j], 0}, {0, 50 * n[j]}}));
        }
        MixedModel model = VarianceComponents.ml(with);
        MixedModel plain = VarianceComponents.ml(n, mean, 50 * 110);
        assertThat(model.coefficients()[1]).isCloseTo(0, within(1e-12));
        assertThat(model.tau2()).isCloseTo(plain.tau2(), within(1e-9 * plain.tau2()));
        assertThat(model.mu()).isCloseTo(plain.mu(), within(1e-10));
        assertThat(model.criterion()).isCloseTo(plain.criterion(), within(1e-9));
    }

    @Test
    void severalCovariatesAgreeWithTheMatrixFormula() {
        // −2 log likelihood straight from the n × n covariance of METRICS B3, at the fitted λ
        SplittableRandom random = new SplittableRandom(3);
        List<CrossMoments> some = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        List<Integer> home = new ArrayList<>();
        for (int j = 0; j < 6; j++) {
            double effect = 3 * random.nextGaussian();
            double unitLevel = j % 2;
            CrossMoments unit = new CrossMoments(0, new double[3], new double[3][3]);
            for (int i = 0; i < 4 + j; i++) {
                double prior = 60 + 10 * random.nextGaussian();
                double y = 5 + .8 * prior + 2 * unitLevel + effect + 4 * random.nextGaussian();
                rows.add(new double[] {1, prior, unitLevel, y});
                home.add(j);
                unit = unit.merge(new CrossMoments(1, new double[] {prior, unitLevel, y}, new double[3][3]));
            }
            some.add(unit);
        }
        MixedModel model = VarianceComponents.reml(some);
        assertThat(model.criterion()).isCloseTo(matrixCriterion(rows, home, model), within(1e-7));
        double[][] information = information(rows, home, model);
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                assertThat(model.covariance()[a][b]).isCloseTo(information[a][b], within(1e-8));
            }
        }
    }

    @Test
    void anEqualShareOfPupilsHasTheErrorOfTheMeanOnTop() {
        // equal units without a prior: the error of β₀ is √((τ² + σ²/n)/k), of which the shrunken part counts
        List<CrossMoments> equal = new ArrayList<>();
        for (double mean : new double[] {50, 55, 61, 70}) {
            equal.add(new CrossMoments(25, new double[] {mean}, new double[][] {{2400}}));
        }
        MixedModel model = VarianceComponents.reml(equal);
        ValueAdded first = ValueAdded.of(equal, model).get(0);
        double whole = model.tau2() + model.sigma2() / 25;
        double left = model.tau2() * (1 - first.shrinkage());
        assertThat(first.predictionError())
                .isCloseTo(Math.sqrt(left + first.shrinkage() * first.shrinkage() * whole / 4), within(1e-10));
        assertThat(first.predictionInterval(4).hi())
                .isCloseTo(first.value() + StudentT.quantile(.975, 3) * first.predictionError(), within(1e-12));
    }

    @Test
    void unitsArePooledByTheirPupils() {
        ValueAdded small = new ValueAdded(10, 4, .5, 2, 1.2, 1.3, 5);
        ValueAdded large = new ValueAdded(30, -2, .75, -1.5, .8, .9, -3);
        ValueAdded empty = new ValueAdded(0, Double.NaN, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        ValueAdded pool = ValueAdded.pool(List.of(small, empty, large));
        assertThat(pool.n()).isEqualTo(40);
        assertThat(pool.value()).isCloseTo((20 - 45) / 40.0, within(1e-15));
        assertThat(pool.standardError()).isCloseTo(Math.sqrt(144 + 576) / 40, within(1e-15));
        assertThat(pool.predictionError()).isCloseTo(Math.sqrt(169 + 729) / 40, within(1e-15));
        assertThat(pool.residualGain()).isCloseTo(-1, within(1e-15));
        assertThat(ValueAdded.pool(List.of()).value()).isNaN();
        assertThat(small.interval().hi()).isCloseTo(2 + 1.959964 * 1.2, within(1e-5));
        assertThat(small.pairwise().lo()).as("METRICS B6: ±1.39").isCloseTo(2 - 1.39 * 1.2, within(.006));
    }

    @Test
    void withoutVarianceBetweenUnitsNobodyAddsAnything() {
        List<CrossMoments> alike = new ArrayList<>();
        for (int j = 0; j < 5; j++) {
            alike.add(new CrossMoments(20, new double[] {50, 60}, new double[][] {{400, 200}, {200, 900}}));
        }
        MixedModel model = VarianceComponents.reml(alike);
        assertThat(model.tau2()).isZero();
        assertThat(ValueAdded.of(alike, model))
                .allMatch(unit -> unit.value() == 0
                        && unit.standardError() == 0
                        && !unit.interval().exists()
                        && !unit.predictionInterval(5).exists());
    }

    @Test
    void whatCannotBeToldApartHasNoModel() {
        double[][] line = {{400, 200}, {200, 100}};
        double[][] spread = {{400, 200}, {200, 900}};
        CrossMoments one = new CrossMoments(20, new double[] {50, 60}, spread);
        CrossMoments exact = new CrossMoments(20, new double[] {55, 70}, line);
        CrossMoments noPrior = new CrossMoments(20, new double[] {50, 60}, new double[][] {{0, 0}, {0, 900}});
        CrossMoments none = new CrossMoments(0, new double[] {Double.NaN, Double.NaN}, new double[2][2]);
        for (List<CrossMoments> units : List.of(
                List.of(one), List.of(one, none), List.of(exact, exact), List.of(noPrior, noPrior), List.of(none))) {
            MixedModel model = VarianceComponents.reml(units);
            assertThat(model.tau2()).isNaN();
            assertThat(model.coefficients()).containsExactly(Double.NaN, Double.NaN);
            assertThat(model.iccInterval().exists()).isFalse();
            assertThat(ValueAdded.of(units, model)).allMatch(unit -> Double.isNaN(unit.value()));
        }
        assertThat(VarianceComponents.reml(List.of()).tau2()).isNaN();
        assertThat(ValueAdded.of(List.of(one, one, none), VarianceComponents.reml(List.of(one, one, none)))
                        .get(2)
                        .value())
                .as("a unit without linked pupils")
                .isNaN();
    }

    @Test
    void momentsOfTwoHalvesAreThoseOfTheWhole() {
        List<double[]> pupils =
                GoldenPupils.bySchool().values().stream().flatMap(List::stream).toList();
        CrossMoments whole = GoldenPupils.unit(pupils);
        CrossMoments halves =
                GoldenPupils.unit(pupils.subList(0, 100)).merge(GoldenPupils.unit(pupils.subList(100, pupils.size())));
        assertThat(halves.n()).isEqualTo(whole.n());
        assertThat(halves.mean()).containsExactly(whole.mean(), within(1e-12));
        assertThat(halves.m2()[1][0]).isCloseTo(whole.m2()[1][0], within(1e-8));
        Moments outcome = Moments.pool(
                pupils.stream().map(pupil -> new Moments(1, pupil[1], 0)).toList());
        assertThat(whole.m2()[1][1]).isCloseTo(outcome.m2(), within(1e-8));
        CrossMoments standard = whole.standardised(0, whole.mean()[0], 10);
        assertThat(standard.mean()[0]).isZero();
        assertThat(standard.m2()[0][0]).isCloseTo(whole.m2()[0][0] / 100, within(1e-10));
        assertThat(standard.m2()[1][0]).isEqualTo(standard.m2()[0][1]).isCloseTo(whole.m2()[1][0] / 10, within(1e-10));
    }

    private static double matrixCriterion(List<double[]> rows, List<Integer> home, MixedModel model) {
        RealMatrix v = covariance(home, model);
        RealMatrix x = covariates(rows);
        RealMatrix rest = MatrixUtils.createColumnRealMatrix(rows.stream()
                .mapToDouble(row -> row[3] - Inverse.dot(model.coefficients(), row))
                .toArray());
        RealMatrix inverse = new LUDecomposition(v).getSolver().getInverse();
        RealMatrix information = x.transpose().multiply(inverse).multiply(x);
        return (rows.size() - 3) * Math.log(2 * Math.PI)
                + Math.log(new LUDecomposition(v).getDeterminant())
                + Math.log(new LUDecomposition(information).getDeterminant())
                + rest.transpose().multiply(inverse).multiply(rest).getEntry(0, 0);
    }

    private static double[][] information(List<double[]> rows, List<Integer> home, MixedModel model) {
        RealMatrix x = covariates(rows);
        RealMatrix inverse =
                new LUDecomposition(covariance(home, model)).getSolver().getInverse();
        return new LUDecomposition(x.transpose().multiply(inverse).multiply(x))
                .getSolver()
                .getInverse()
                .getData();
    }

    private static RealMatrix covariates(List<double[]> rows) {
        return MatrixUtils.createRealMatrix(
                rows.stream().map(row -> Arrays.copyOf(row, 3)).toArray(double[][]::new));
    }

    private static RealMatrix covariance(List<Integer> home, MixedModel model) {
        int n = home.size();
        RealMatrix v = MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(model.sigma2());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                v.addToEntry(i, j, home.get(i).equals(home.get(j)) ? model.tau2() : 0);
            }
        }
        return v;
    }

    private static void agrees(double actual, String key, double tolerance) {
        double expected = GoldenPupils.answer(key);
        assertThat(actual).as(key).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }
}
