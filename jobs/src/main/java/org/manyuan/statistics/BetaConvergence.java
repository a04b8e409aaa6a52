package org.manyuan.statistics;

import java.util.Arrays;

/**
 * β收敛: whether units that were behind grew faster, (1/T)·ln(x_T/x_0) = a + b·ln x_0 over the same units, every unit counted once.
 * METRICS B4, GAP-15.
 *
 * @param k units
 * @param years T, from the base year to now
 * @param b slope per year; below 0 is convergence. NaN for fewer than two units, where a value is not positive, and where all were equal
 *     then
 * @param se robust to unequal spread (HC3, MacKinnon and White 1985); 0 where all lie on the line, NaN for fewer than three units and
 *     where one unit alone makes the slope
 */
public record BetaConvergence(int k, double years, double a, double b, double se) {
    /** A unit with all the leverage leaves no residual to learn from. */
    private static final double ALONE = 1e-12;

    /**
     * From the values of the same units in both years.
     *
     * @throws IllegalArgumentException where the years differ in length
     */
    public static BetaConvergence of(double[] base, double[] now, double years) {
        SigmaConvergence.requirePanel(base, now);
        boolean positive =
                Arrays.stream(base).allMatch(x -> x > 0) && Arrays.stream(now).allMatch(x -> x > 0);
        int k = base.length;
        if (k < 2 || !positive) {
            return new BetaConvergence(k, years, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] x = Arrays.stream(base).map(Math::log).toArray();
        double[] y = new double[k];
        Arrays.setAll(y, j -> Math.log(now[j] / base[j]) / years);
        Line line = Line.through(x, y, Dispersion.unweightedCv(base, 1) > 0);
        return new BetaConvergence(k, years, line.intercept, line.slope, line.hc3(x, y));
    }

    /** b ± t·se on k − 2 degrees of freedom; none where all lie on the line, which tells nothing of chance. */
    public Interval interval(double level) {
        return se > 0 ? StudentT.interval(b, se, k - 2, level) : Interval.NONE;
    }

    /** Two-sided p of b = 0. */
    public double p() {
        return se > 0 ? StudentT.twoSidedP(b / se, k - 2) : Double.NaN;
    }

    /** How fast a gap closes, −ln(1 + bT)/T per year; NaN where 1 + bT is not positive. */
    public double speed() {
        return speed(b);
    }

    /** The interval of b on the scale of {@link #speed}; none where a bound has no speed. */
    public Interval speedInterval(double level) {
        Interval slope = interval(level);
        Interval speed = new Interval(speed(slope.hi()), speed(slope.lo()));
        return speed.exists() ? speed : Interval.NONE;
    }

    /** Years until half a gap is closed, ln 2/speed; NaN where it does not close. */
    public double halfLife() {
        return speed() > 0 ? Math.log(2) / speed() : Double.NaN;
    }

    /** The interval of the speed on the scale of {@link #halfLife}; none where the gap may not close at all. */
    public Interval halfLifeInterval(double level) {
        Interval speed = speedInterval(level);
        return speed.lo() > 0 ? new Interval(Math.log(2) / speed.hi(), Math.log(2) / speed.lo()) : Interval.NONE;
    }

    /**
     * The slope of x_T − x_0 on x_0, in levels, without what noise in x_0 pretends: b* = (b_lev + 1 − ρ)/ρ with
     * ρ = 1 − noise/Var(x_0). NaN where nothing but noise is left, for fewer than two units, or where all were equal then.
     *
     * @param noise mean over the units of σ²/n_j, the variance of x_0 around the unit's true value
     * @throws IllegalArgumentException where the years differ in length
     */
    public static double slopeWithoutNoise(double[] base, double[] now, double noise) {
        SigmaConvergence.requirePanel(base, now);
        if (base.length < 2) {
            return Double.NaN;
        }
        double[] change = new double[base.length];
        Arrays.setAll(change, j -> now[j] - base[j]);
        double spread = MeanT.of(base).se();
        boolean spreads = Rounding.snap(spread, Rounding.largest(base)) > 0;
        double reliability = 1 - noise / (spread * spread * base.length);
        double levels = Line.through(base, change, spreads).slope;
        return reliability > 0 ? (levels + 1 - reliability) / reliability : Double.NaN;
    }

    private double speed(double slope) {
        return 1 + slope * years > 0 ? (0 - Math.log1p(slope * years)) / years : Double.NaN;
    }

    /**
     * Least squares.
     *
     * @param largest what rounding is judged beside: the largest of y, at least 1, since y may be logarithms near 0
     */
    private record Line(double middle, double squares, double intercept, double slope, double largest) {
        static Line through(double[] x, double[] y, boolean spreads) {
            double middle = Dispersion.mean(x);
            double level = Dispersion.mean(y);
            double largest = Math.max(1, Rounding.largest(y));
            double squares = 0;
            double products = 0;
            for (int j = 0; j < x.length; j++) {
                squares += (x[j] - middle) * (x[j] - middle);
                products += (x[j] - middle) * Rounding.snap(y[j] - level, largest);
            }
            double slope = spreads ? products / squares : Double.NaN;
            return new Line(middle, squares, level - slope * middle, slope, largest);
        }

        double hc3(double[] x, double[] y) {
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                double away = x[j] - middle;
                double free = 1 - 1.0 / x.length - away * away / squares;
                double residual = Rounding.snap(y[j] - intercept - slope * x[j], largest);
                double apart = residual / (free > ALONE ? free : Double.NaN);
                sum += away * away * apart * apart;
            }
            return Math.sqrt(sum) / squares;
        }
    }
}
