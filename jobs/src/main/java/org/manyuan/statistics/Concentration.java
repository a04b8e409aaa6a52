package org.manyuan.statistics;

/** How far a total is gathered in few units. */
public final class Concentration {
    private Concentration() {}

    /** Herfindahl–Hirschman index Σ(x/Σx)²: 1/k for equal units, 1 for a single one. NaN where the total is 0. */
    public static double hhi(double[] x) {
        double total = 0;
        double squares = 0;
        for (double value : x) {
            total += value;
            squares += value * value;
        }
        return total > 0 ? squares / (total * total) : Double.NaN;
    }

    /** 1/HHI: how many equal units would give the same index. */
    public static double effectiveNumber(double[] x) {
        return 1 / hhi(x);
    }

    /** (HHI − 1/k)/(1 − 1/k): 0 for equal units, 1 for all in one. NaN for one unit. */
    public static double normalisedHhi(double[] x) {
        double equal = 1.0 / x.length;
        return x.length < 2 ? Double.NaN : (hhi(x) - equal) / (1 - equal);
    }
}
