package org.manyuan.statistics;

/**
 * The slope of the outcome on being under treatment with a level for every unit and every year. It mixes comparisons of treated units
 * with units treated earlier and may have the wrong sign: for contrast only (METRICS B7).
 */
public final class TwoWayFixedEffects {
    private TwoWayFixedEffects() {}

    /** NaN where nobody, or everybody at once, comes under treatment. Takes the units that have every year. */
    public static double of(AdoptionPanel panel) {
        AdoptionPanel whole = panel.balanced();
        int n = whole.size();
        int years = whole.years().length;
        double[] ofUnit = new double[n];
        double[] ofYear = new double[years];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < years; t++) {
                double treated = treated(whole, i, t);
                ofUnit[i] += treated / years;
                ofYear[t] += treated / n;
                all += treated / n / years;
            }
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < years; t++) {
                double rest = treated(whole, i, t) - ofUnit[i] - ofYear[t] + all;
                product += rest * whole.unit(i).outcome()[t];
                square += rest * rest;
            }
        }
        return Rounding.snap(square, 1) > 0 ? product / square : Double.NaN;
    }

    private static double treated(AdoptionPanel panel, int i, int t) {
        return panel.unit(i).firstYear() <= panel.years()[t] ? 1 : 0;
    }
}
