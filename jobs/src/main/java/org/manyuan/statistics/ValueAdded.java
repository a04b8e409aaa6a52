package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * What one unit adds to what its pupils' earlier results make one expect, shrunken toward 0 the more the fewer its pupils. METRICS B6,
 * EXM-06.
 *
 * @param n pupils
 * @param raw mean outcome less what the model's coefficients expect of the unit's means
 * @param shrinkage Λ = τ²/(τ² + σ²/n), the share of raw that is kept
 * @param value Λ·raw
 * @param standardError comparative: √(τ²(1 − Λ)), the chance about the unit's own effect
 * @param residualGain mean residual of least squares over all pupils, nothing shrunken: for audit
 */
public record ValueAdded(
        long n, double raw, double shrinkage, double value, double standardError, double residualGain) {
    private static final double LEVEL = .95;

    /**
     * The value added of each unit, in the order given.
     *
     * @param units what the model was fitted to
     * @param model all NaN gives all NaN; a unit without pupils has NaN in every part
     */
    public static List<ValueAdded> of(List<CrossMoments> units, MixedModel model) {
        double[] plain = leastSquares(units);
        return units.stream().map(unit -> of(unit, model, plain)).toList();
    }

    /** Coefficients of least squares over all pupils, units aside: β₀, then one a covariate; NaN where they cannot be told apart. */
    public static double[] leastSquares(List<CrossMoments> units) {
        UnitProfile profile = UnitProfile.of(units, false);
        if (!profile.canBeFitted()) {
            double[] none = new double[profile.within().length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return profile.at(0).coefficients();
    }

    /** Units together: Σn·value/Σn, its error √Σn²se²/Σn; raw and residual gain likewise. Units without a value are left out. */
    public static ValueAdded pool(List<ValueAdded> units) {
        long n = 0;
        double[] sums = new double[5];
        for (ValueAdded unit : units) {
            if (!Double.isNaN(unit.value)) {
                n += unit.n;
                double[] parts = {
                    unit.raw, unit.shrinkage, unit.value, unit.n * unit.standardError * unit.standardError, unit.residualGain
                };
                for (int k = 0; k < parts.length; k++) {
                    sums[k] += unit.n * parts[k];
                }
            }
        }
        return new ValueAdded(
                n, sums[0] / n, sums[1] / n, sums[2] / n, Math.sqrt(sums[3]) / n, sums[4] / n);
    }

    /** 95 % bar against the mean of all units. */
    public Interval interval() {
        return Normal.interval(value, standardError, LEVEL);
    }

    /** The bar for comparing two units: ±1.386·SE; bars that do not meet differ at the 5 % level where the errors are alike. */
    public Interval pairwise() {
        return Interval.around(value, Normal.Z95 / Math.sqrt(2) * standardError);
    }

    private static ValueAdded of(CrossMoments unit, MixedModel model, double[] plain) {
        double raw = rest(unit, model.coefficients());
        double shrinkage = model.tau2() == 0 ? 0 : model.tau2() / (model.tau2() + model.sigma2() / unit.n());
        double se = Math.sqrt(model.tau2() * (1 - shrinkage));
        return new ValueAdded(unit.n(), raw, shrinkage, shrinkage * raw, unit.n() == 0 ? Double.NaN : se, rest(unit, plain));
    }

    private static double rest(CrossMoments unit, double[] coefficients) {
        double expected = coefficients[0];
        for (int k = 1; k < coefficients.length; k++) {
            expected += coefficients[k] * unit.mean()[k - 1];
        }
        return unit.mean()[coefficients.length - 1] - expected;
    }
}
