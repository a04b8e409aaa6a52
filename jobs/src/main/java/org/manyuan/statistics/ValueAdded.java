package org.manyuan.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one unit adds to what its pupils' earlier results make one expect, shrunken toward 0 the more the fewer its pupils. METRICS B6,
 * EXM-06.
 *
 * @param n pupils
 * @param raw mean outcome less what the model's coefficients expect of the unit's means
 * @param shrinkage Λ = τ²/(τ² + σ²/n), the share of raw that is kept
 * @param value Λ·raw
 * @param standardError comparative: √(τ²(1 − Λ)), the chance about the unit's own effect were the coefficients known
 * @param predictionError √(τ²(1 − Λ) + Λ²·z'Var(β̂)z), z the unit's means after a 1: the chance of the coefficients with it, which
 *     counts among few units
 * @param residualGain mean residual of least squares over all pupils, nothing shrunken: for audit
 */
public record ValueAdded(
        long n,
        double raw,
        double shrinkage,
        double value,
        double standardError,
        double predictionError,
        double residualGain) {
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

    /** Units together: Σn·value/Σn, its error √Σn²se²/Σn; the other parts likewise. Units without a value are left out. */
    public static ValueAdded pool(List<ValueAdded> units) {
        List<ValueAdded> known =
                units.stream().filter(unit -> !Double.isNaN(unit.value)).toList();
        long n = known.stream().mapToLong(ValueAdded::n).sum();
        return new ValueAdded(
                n,
                sum(known, unit -> unit.n * unit.raw) / n,
                sum(known, unit -> unit.n * unit.shrinkage) / n,
                sum(known, unit -> unit.n * unit.value) / n,
                Math.sqrt(sum(known, unit -> Math.pow(unit.n * unit.standardError, 2))) / n,
                Math.sqrt(sum(known, unit -> Math.pow(unit.n * unit.predictionError, 2))) / n,
                sum(known, unit -> unit.n * unit.residualGain) / n);
    }

    /**
     * Value ± 1.96·SE (METRICS B6). Too short among few units, where the coefficients are chance too; {@link Interval#NONE} where no
     * variance between units was found.
     */
    public Interval interval() {
        return standardError > 0 ? Normal.interval(value, standardError, LEVEL) : Interval.NONE;
    }

    /** Value ± t·prediction error, t on k − 1 degrees of freedom. @param k units of the model */
    public Interval predictionInterval(int k) {
        return predictionError > 0 ? StudentT.interval(value, predictionError, k - 1, LEVEL) : Interval.NONE;
    }

    /** The bar for comparing two units: ±1.386·SE; bars that do not meet differ at the 5 % level where the errors are alike. */
    public Interval pairwise() {
        return standardError > 0 ? Interval.around(value, Normal.Z95 / Math.sqrt(2) * standardError) : Interval.NONE;
    }

    private static ValueAdded of(CrossMoments unit, MixedModel model, double[] plain) {
        double raw = rest(unit, model.coefficients());
        double shrinkage = model.tau2() == 0 ? 0 : model.tau2() / (model.tau2() + model.sigma2() / unit.n());
        double variance = unit.n() == 0 ? Double.NaN : model.tau2() * (1 - shrinkage);
        double[] means = new double[model.coefficients().length];
        Arrays.setAll(means, k -> k == 0 ? 1 : unit.mean()[k - 1]);
        double ofCoefficients = Inverse.dot(means, Inverse.times(model.covariance(), means));
        return new ValueAdded(
                unit.n(),
                raw,
                shrinkage,
                shrinkage * raw,
                Math.sqrt(variance),
                Math.sqrt(variance + shrinkage * shrinkage * ofCoefficients),
                rest(unit, plain));
    }

    private static double sum(List<ValueAdded> units, ToDoubleFunction<ValueAdded> part) {
        return units.stream().mapToDouble(part).sum();
    }

    private static double rest(CrossMoments unit, double[] coefficients) {
        double expected = coefficients[0];
        for (int k = 1; k < coefficients.length; k++) {
            expected += coefficients[k] * unit.mean()[k - 1];
        }
        return unit.mean()[coefficients.length - 1] - expected;
    }
}
