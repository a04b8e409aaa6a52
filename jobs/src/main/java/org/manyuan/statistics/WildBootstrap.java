package org.manyuan.statistics;

/**
 * An interval for few clusters (METRICS B7: below 20): estimate ± critical value · standard error, where the critical value is the
 * 95 % point of |t| over draws that turn each cluster's influence by one of Webb's six weights and take its standard error anew (the
 * studentised score bootstrap of Kline and Santos 2012). It is wider than the normal interval by about what few clusters ask for.
 *
 * @param criticalValue NaN where the effect has no variance
 * @param p share of the draws with |t| at least that of the estimate, the estimate itself counted among them
 */
public record WildBootstrap(double criticalValue, Interval interval, double p) {
    private static final double LEVEL = .95;

    static WildBootstrap of(double value, double[] sums, long[] labels, int draws) {
        double se = Math.sqrt(Inverse.dot(sums, sums));
        if (!(se > 0)) {
            return new WildBootstrap(Double.NaN, Interval.NONE, Double.NaN);
        }
        double[] t = new double[draws];
        int asFar = 1;
        for (int b = 0; b < draws; b++) {
            t[b] = Math.abs(studentised(sums, HashedWeight.WEBB.draw(labels, b)));
            asFar += t[b] >= Math.abs(value) / se ? 1 : 0;
        }
        double critical = SimultaneousBand.orderStatistic(t, LEVEL);
        return new WildBootstrap(critical, Interval.around(value, critical * se), asFar / (draws + 1.0));
    }

    private static double studentised(double[] sums, double[] weight) {
        int c = sums.length;
        double total = Inverse.dot(sums, weight);
        double squares = 0;
        for (int i = 0; i < c; i++) {
            double away = weight[i] * sums[i] - total / c;
            squares += away * away;
        }
        return squares > 0 ? total / Math.sqrt(squares) : 0;
    }
}
